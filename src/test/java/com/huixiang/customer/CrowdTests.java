package com.huixiang.customer;

import static com.huixiang.customer.CustomerFixtures.AGENT_WANG;
import static com.huixiang.customer.CustomerFixtures.web;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.customer.CustomerEvent.CustomersChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** E-02, P-04, T-03: many customers at once, as imports, events and rules tell of them. */
@HuixiangTest
@RecordApplicationEvents
class CrowdTests {

    @Autowired
    Customers customers;

    @Autowired
    CustomerLists lists;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    @Autowired
    ApplicationEvents news;

    @Test
    void aBatchFindsWhomWeKnowAndMakesFilesForTheOthers() {
        CustomerId lin = customers.recognise(Identity.member("M1"), web().named("林晓"));

        Map<Identity, CustomerId> found = customers.recogniseAll(List.of(
                Recognition.of(Identity.member("M1"), shop()),
                Recognition.of(Identity.member("M2"), shop().named("周然").reachedBy("138 0013 8000", null))));

        assertThat(found).containsEntry(Identity.member("M1"), lin).hasSize(2);
        CustomerId zhou = found.get(Identity.member("M2"));
        assertThat(customers.get(zhou).name()).isEqualTo("周然");
        assertThat(customers.recognise(new Identity(Identity.Kind.PHONE, "13800138000"), web()))
                .isEqualTo(zhou);
        assertThat(news.stream(CustomersChanged.class)).containsExactly(new CustomersChanged(Set.of(zhou)));
    }

    @Test
    void linesAboutOneCustomerAreReadInTheirOrder() {
        Map<Identity, CustomerId> found = customers.recogniseAll(List.of(
                Recognition.of(Identity.member("M1"), shop().named("林").of(Level.GOLD)),
                Recognition.of(Identity.member("M1"), shop().named("林晓"))));

        Customer lin = customers.get(found.get(Identity.member("M1")));
        assertThat(lin.name()).isEqualTo("林晓");
        assertThat(lin.level()).isEqualTo(Level.GOLD);
    }

    @Test
    void anOldLineDoesNotSayThatTheCustomerWasHereToday() {
        Instant then = Instant.parse("2010-12-01T08:26:00Z");

        CustomerId old = customers.recogniseAll(List.of(new Recognition(Identity.member("17850"), shop(), then)))
                .get(Identity.member("17850"));

        assertThat(customers.get(old).lastSeenAt()).isEqualTo(then);
        assertThat(customers.get(old).createdAt()).isEqualTo(then);
    }

    @Test
    void whatALaterBatchSaysReplacesAndIsToldOnce() {
        CustomerId lin = customers.recognise(Identity.member("M1"), web().named("林晓"));

        customers.recogniseAll(List.of(
                Recognition.of(Identity.member("M1"), shop().of(Level.PLATINUM)),
                Recognition.of(Identity.member("M1"), shop().reachedBy(null, "lin@example.com"))));

        assertThat(customers.get(lin).level()).isEqualTo(Level.PLATINUM);
        assertThat(customers.get(lin).email()).isEqualTo("lin@example.com");
        assertThat(news.stream(CustomersChanged.class)).containsExactly(new CustomersChanged(Set.of(lin)));
    }

    @Test
    void aDeviceProvesNobodysNumber() {
        CustomerId lin = customers.recognise(Identity.member("M1"), web().reachedBy("13800138000", null));

        CustomerId watch = customers.recogniseAll(List.of(Recognition.of(
                        new Identity(Identity.Kind.DEVICE, "watch-1"), shop().reachedBy("13900139000", null))))
                .get(new Identity(Identity.Kind.DEVICE, "watch-1"));

        assertThat(watch).isNotEqualTo(lin);
        assertThat(customers.get(watch).known()).isFalse();
        assertThat(lists.file(watch).identities()).extracting(CustomerLists.KnownBy::kind)
                .containsExactly(Identity.Kind.DEVICE);
    }

    @RepeatedTest(3)
    void batchesThatNameTheSamePeopleAtOnceMakeOneFileForEach() throws Exception {
        int people = 200;
        List<Callable<Map<Identity, CustomerId>>> batches = IntStream.range(0, 8)
                .<Callable<Map<Identity, CustomerId>>>mapToObj(batch -> () -> {
                    List<Recognition> lines = new ArrayList<>(IntStream.range(0, people)
                            .mapToObj(n -> Recognition.of(
                                    Identity.member("M" + n), shop().named("客户" + n + "-" + batch).reachedBy("1380013" + (1000 + n), null)))
                            .toList());
                    Collections.shuffle(lines, new Random(batch));
                    return customers.recogniseAll(lines);
                })
                .toList();

        try (var crowd = Executors.newFixedThreadPool(8)) {
            List<Map<Identity, CustomerId>> answers = new ArrayList<>();
            for (var answer : crowd.invokeAll(batches)) {
                answers.add(answer.get());
            }
            assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(answers.getFirst()));
        }
        assertThat(sql.sql("select count(*) from customer.customer").query(Integer.class).single()).isEqualTo(people);
    }

    @Test
    void aRuleTagsManyAndSaysWhy() {
        CustomerId lin = customers.recognise(Identity.member("M1"), web());
        CustomerId zhou = customers.recognise(Identity.member("M2"), web());
        customers.tag(zhou, "高价值", AGENT_WANG, "我认识他");

        Set<CustomerId> tagged = customers.tagByRule("high-value", "高价值规则", List.of(highValue(lin, 6200), highValue(zhou, 5100)));

        assertThat(tagged).containsExactly(lin);
        CustomerLists.Tag tag = lists.file(lin).tags().getFirst();
        assertThat(tag.rule()).isEqualTo("high-value");
        assertThat(tag.why().zh()).isEqualTo("一年内消费 6200 元");
        assertThat(tag.facts()).contains("6200");
        assertThat(lists.file(zhou).tags()).singleElement().satisfies(his -> {
            assertThat(his.by()).isEqualTo("王芳");
            assertThat(his.rule()).isNull();
        });
        assertThat(news.stream(CustomersChanged.class)).containsExactly(new CustomersChanged(Set.of(lin)));
    }

    @Test
    void aRuleKeepsItsFactsFreshAndTakesBackOnlyWhatItGave() {
        CustomerId lin = customers.recognise(Identity.member("M1"), web());
        CustomerId zhou = customers.recognise(Identity.member("M2"), web());
        customers.tag(zhou, "高价值", AGENT_WANG, null);
        customers.tagByRule("high-value", "高价值规则", List.of(highValue(lin, 6200), highValue(zhou, 5100)));

        assertThat(customers.tagByRule("high-value", "高价值规则", List.of(highValue(lin, 7000))))
                .isEmpty();
        assertThat(lists.file(lin).tags().getFirst().facts()).contains("7000");

        assertThat(customers.untagByRule("high-value", null, List.of(lin, zhou))).containsExactly(lin);
        assertThat(lists.file(lin).tags()).isEmpty();
        assertThat(lists.file(zhou).tags()).hasSize(1);
    }

    @Test
    void anAppraisalCountsWhenItIsHigherThanTheLevel() {
        CustomerId lin = customers.recognise(Identity.member("M1"), web());
        CustomerId gold = customers.recognise(Identity.member("M2"), web().of(Level.GOLD));

        customers.appraise(lin, CustomerValue.HIGH, "一年内消费 6200 元");
        customers.appraise(gold, CustomerValue.ORDINARY, "很久没有消费");

        assertThat(customers.get(lin).value()).isEqualTo(CustomerValue.HIGH);
        assertThat(customers.get(gold).value()).isEqualTo(CustomerValue.HIGH);
        assertThat(customers.appraiseAll(List.of(new Appraisal(lin, CustomerValue.HIGH, "还是"))))
                .isEmpty();
    }

    @Test
    void theDatabaseAndTheCodeAgreeWhatSomebodyIsWorth() {
        for (Level level : Level.values()) {
            for (CustomerValue appraisal : CustomerValue.values()) {
                assertThat(sql.sql("select customer.value_of(?, ?)")
                                .params(level.name(), appraisal.name())
                                .query(String.class)
                                .single())
                        .isEqualTo(level.value().or(appraisal).name());
            }
            assertThat(sql.sql("select customer.value_of(?, null)").param(level.name()).query(String.class).single())
                    .isEqualTo(level.value().name());
        }
    }

    @Test
    void aBatchOfWhomWeKnowAsksOnce() {
        List<Recognition> lines = IntStream.range(0, 100)
                .mapToObj(n -> Recognition.of(Identity.visitor("browser-" + n), shop()))
                .toList();
        customers.recogniseAll(lines);
        clock.stop();
        clock.advance(Duration.ofSeconds(1));
        long before = writesOfThisTransaction();

        customers.recogniseAll(lines);

        assertThat(writesOfThisTransaction()).isEqualTo(before);
    }

    private long writesOfThisTransaction() {
        return sql.sql("select coalesce(sum(xmin::text::bigint), 0) from customer.customer").query(Long.class).single();
    }

    private static RuleTag highValue(CustomerId customer, int yuan) {
        return new RuleTag(
                customer, "高价值", "{\"spent\": " + yuan + "}", "一年内消费 " + yuan + " 元", "Spent " + yuan + " yuan in a year");
    }

    private static CustomerFacts shop() {
        return CustomerFacts.from("shop:tmall");
    }
}

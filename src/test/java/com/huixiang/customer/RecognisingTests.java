package com.huixiang.customer;

import static com.huixiang.customer.CustomerFixtures.web;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.customer.CustomerEvent.CustomerChanged;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** E-02: the same customer is recognised wherever he shows up. */
@HuixiangTest
@RecordApplicationEvents
class RecognisingTests {

    private static final int AT_ONCE = 16;

    @Autowired
    Customers customers;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    @Autowired
    ApplicationEvents news;

    @Test
    void anUnknownBrowserGetsAFileAndAName() {
        CustomerId id = customers.recognise(Identity.visitor("browser-1"), web());

        Customer visitor = customers.get(id);
        assertThat(visitor.name()).matches("访客 [0-9A-F]{4}");
        assertThat(visitor.known()).isFalse();
        assertThat(visitor.level()).isEqualTo(Level.ORDINARY);
        assertThat(visitor.source()).isEqualTo("web");
    }

    @Test
    void theSameBrowserIsTheSameCustomerAndWasSeenJustNow() {
        clock.stop();
        CustomerId first = customers.recognise(Identity.visitor("browser-1"), web());
        clock.advance(Duration.ofHours(3));

        CustomerId second = customers.recognise(Identity.visitor("browser-1"), web());

        assertThat(second).isEqualTo(first);
        Customer visitor = customers.get(first);
        assertThat(Duration.between(visitor.createdAt(), visitor.lastSeenAt())).isEqualTo(Duration.ofHours(3));
        assertThat(news.stream(CustomerChanged.class)).isEmpty();
    }

    @Test
    void whatATouchpointSaysReplacesAndWhatItDoesNotSayStays() {
        CustomerId id = customers.recognise(Identity.member("M1"), web().named("林晓").of(Level.GOLD));

        customers.recognise(Identity.member("M1"), web().reachedBy("138 0013 8000", null));

        Customer lin = customers.get(id);
        assertThat(lin.name()).isEqualTo("林晓");
        assertThat(lin.level()).isEqualTo(Level.GOLD);
        assertThat(lin.phone()).isEqualTo("13800138000");
        assertThat(news.stream(CustomerChanged.class)).containsExactly(new CustomerChanged(id));
    }

    @Test
    void aMemberIsRecognisedByTheNumberTheShopVouchedFor() {
        CustomerId lin = customers.recognise(Identity.member("M1"), web().reachedBy("+86 13800138000", null));

        assertThat(customers.recognise(new Identity(Identity.Kind.PHONE, "138-0013-8000"), CustomerFacts.from("phone")))
                .isEqualTo(lin);
    }

    @Test
    void aNumberTheShopReplacedBelongsToNobodyAnyLonger() {
        CustomerId lin = customers.recognise(Identity.member("M1"), web().reachedBy("13800138000", null));
        customers.recognise(Identity.member("M1"), web().reachedBy("13900139000", null));

        CustomerId stranger =
                customers.recognise(new Identity(Identity.Kind.PHONE, "13800138000"), CustomerFacts.from("phone"));

        assertThat(stranger).isNotEqualTo(lin);
    }

    @Test
    void whatAVisitorSaysOfHimselfProvesNothing() {
        CustomerId visitor = customers.recognise(Identity.visitor("b"), web().reachedBy("13800138000", null));

        assertThat(customers.recognise(new Identity(Identity.Kind.PHONE, "13800138000"), CustomerFacts.from("phone")))
                .isNotEqualTo(visitor);
    }

    /** The race of the first message: however many ask at once, there is one customer. */
    @RepeatedTest(5)
    void sixteenAtOnceMakeOneCustomer() throws Exception {
        Set<CustomerId> found =
                atOnce(n -> customers.recognise(Identity.member("M1"), web().reachedBy("13800138000", "lin@example.com")));

        assertThat(found).hasSize(1);
        assertThat(count("customer.customer")).isEqualTo(1);
        assertThat(count("customer.identity")).isEqualTo(3);
    }

    /** Sixteen browsers of one member sign in at once: one file, and every visitor's file leads to it. */
    @RepeatedTest(5)
    void sixteenVisitorsWhoTurnOutToBeOneMemberBecomeOneCustomer() throws Exception {
        List<CustomerId> visitors = IntStream.range(0, AT_ONCE)
                .mapToObj(n -> customers.recognise(Identity.visitor("browser-" + n), web()))
                .toList();

        Set<CustomerId> found =
                atOnce(n -> customers.identify(visitors.get(n), Identity.member("M1"), web(), "会员登录"));

        assertThat(found).hasSize(1);
        CustomerId lin = found.iterator().next();
        assertThat(visitors).allSatisfy(visitor -> assertThat(customers.current(visitor)).isEqualTo(lin));
        assertThat(count("customer.customer where merged_into is null")).isEqualTo(1);
        assertThat(count("customer.merge")).isEqualTo(AT_ONCE - 1);
    }

    /** The same visitor identified many times at once, as impatient pages do. */
    @RepeatedTest(5)
    void aVisitorIdentifiedSixteenTimesAtOnceIsMergedOnce() throws Exception {
        customers.recognise(Identity.member("M1"), web());
        CustomerId visitor = customers.recognise(Identity.visitor("browser"), web());

        Set<CustomerId> found = atOnce(n -> customers.identify(visitor, Identity.member("M1"), web(), "会员登录"));

        assertThat(found).hasSize(1);
        assertThat(count("customer.merge")).isEqualTo(1);
    }

    private interface Visit {
        CustomerId by(int number);
    }

    private static Set<CustomerId> atOnce(Visit visit) throws Exception {
        CyclicBarrier start = new CyclicBarrier(AT_ONCE);
        Set<CustomerId> found = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<CustomerId>> visits = IntStream.range(0, AT_ONCE)
                    .<Callable<CustomerId>>mapToObj(n -> () -> {
                        start.await();
                        return visit.by(n);
                    })
                    .toList();
            for (Future<CustomerId> answer : threads.invokeAll(visits)) {
                found.add(answer.get());
            }
        }
        return found;
    }

    private long count(String rows) {
        return sql.sql("select count(*) from " + rows).query(Long.class).single();
    }
}

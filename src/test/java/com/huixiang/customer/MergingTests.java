package com.huixiang.customer;

import static com.huixiang.customer.CustomerFixtures.AGENT_WANG;
import static com.huixiang.customer.CustomerFixtures.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.huixiang.HuixiangTest;
import com.huixiang.customer.CustomerEvent.CustomersMerged;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** E-05: a visitor turns out to be somebody. */
@HuixiangTest
@RecordApplicationEvents
class MergingTests {

    private static final Identity LIN = Identity.member("M1001");

    @Autowired
    Customers customers;

    @Autowired
    CustomerLists lists;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    @Autowired
    ApplicationEvents news;

    CustomerId visitor;

    @BeforeEach
    void aVisitorComes() {
        visitor = customers.recognise(Identity.visitor("browser"), web());
    }

    @Test
    void aVisitorNobodyKnewKeepsHisFileAndGetsHisName() {
        CustomerId lin = customers.identify(visitor, LIN, web().named("林晓").of(Level.GOLD), "会员登录");

        assertThat(lin).isEqualTo(visitor);
        Customer customer = customers.get(lin);
        assertThat(customer.name()).isEqualTo("林晓");
        assertThat(customer.known()).isTrue();
        assertThat(customers.recognise(LIN, web())).isEqualTo(visitor);
        assertThat(news.stream(CustomersMerged.class)).isEmpty();
    }

    @Test
    void aVisitorWhoseFileExistsBecomesPartOfIt() {
        CustomerId lin = customers.recognise(LIN, web().named("林晓"));

        CustomerId found = customers.identify(visitor, LIN, web(), "会员登录");

        assertThat(found).isEqualTo(lin);
        assertThat(customers.current(visitor)).isEqualTo(lin);
        assertThat(customers.recognise(Identity.visitor("browser"), web())).isEqualTo(lin);
        assertThat(customers.get(visitor).name()).isEqualTo("林晓");
        assertThat(customers.cards(List.of(visitor, lin)).get(visitor).id()).isEqualTo(lin);
        assertThat(news.stream(CustomersMerged.class))
                .extracting(CustomersMerged::from, CustomersMerged::into)
                .containsExactly(tuple(visitor, lin));
    }

    @Test
    void tagsNotesAndWhatTheFileDidNotKnowMoveAlong() {
        CustomerId lin = customers.recognise(LIN, web().named("林晓"));
        customers.tag(lin, "老客户", AGENT_WANG, "三年会员");
        customers.tag(visitor, "老客户", AGENT_WANG, "自称老客户");
        customers.tag(visitor, "爱喝茶", AGENT_WANG, null);
        customers.note(visitor, "喜欢晚上联系", AGENT_WANG);
        customers.recognise(Identity.visitor("browser"), web().reachedBy("13800138000", null));

        customers.identify(visitor, LIN, web(), "会员登录");

        var file = lists.file(lin);
        assertThat(file.tags()).extracting(CustomerLists.Tag::name).containsExactlyInAnyOrder("老客户", "爱喝茶");
        assertThat(file.tags())
                .filteredOn(tag -> tag.name().equals("老客户"))
                .extracting(CustomerLists.Tag::reason)
                .containsExactly("三年会员");
        assertThat(file.notes()).extracting(CustomerLists.Note::text).containsExactly("喜欢晚上联系");
        assertThat(file.phone()).isEqualTo("13800138000");
        assertThat(lists.file(visitor)).isEqualTo(file);
    }

    @Test
    void itIsWrittenDownWhyAndWhatMoved() {
        CustomerId lin = customers.recognise(LIN, web());
        customers.tag(visitor, "爱喝茶", AGENT_WANG, null);

        customers.identify(visitor, LIN, web(), "会员登录");

        assertThat(sql.sql("select reason from customer.merge").query(String.class).single())
                .isEqualTo("会员登录");
        assertThat(sql.sql("select moved #>> '{identities,0,value}' || '/' || (moved #>> '{tags,0}') from customer.merge")
                        .query(String.class)
                        .single())
                .isEqualTo("browser/爱喝茶");
        assertThat(lin).isNotNull();
    }

    @Test
    void identifiedTwiceNothingHappensTwice() {
        customers.recognise(LIN, web());
        CustomerId lin = customers.identify(visitor, LIN, web(), "会员登录");

        assertThat(customers.identify(visitor, LIN, web(), "会员登录")).isEqualTo(lin);
        assertThat(news.stream(CustomersMerged.class)).hasSize(1);
    }

    @Test
    void anotherPersonAtTheSameBrowserGetsHisOwnFile() {
        CustomerId lin = customers.identify(visitor, LIN, web().named("林晓"), "会员登录");

        CustomerId zhou = customers.identify(visitor, Identity.member("M2002"), web().named("周舟"), "会员登录");

        assertThat(zhou).isNotEqualTo(lin);
        assertThat(customers.get(lin).name()).isEqualTo("林晓");
        assertThat(news.stream(CustomersMerged.class)).isEmpty();
    }

    @Test
    void aFileMergedIntoAMergedFileLeadsToTheEndAtOnce() {
        CustomerId phone = customers.recognise(new Identity(Identity.Kind.PHONE, "13800138000"), web());
        customers.identify(visitor, new Identity(Identity.Kind.PHONE, "13800138000"), web(), "来电");
        CustomerId lin = customers.recognise(LIN, web());

        customers.identify(phone, LIN, web(), "会员登录");

        assertThat(customers.current(visitor)).isEqualTo(lin);
        assertThat(customers.current(phone)).isEqualTo(lin);
    }

    @Test
    void whenWhoeverListensCannotFollowNothingIsMerged() {
        customers.recognise(LIN, web());

        assertThatThrownBy(() -> transaction.executeWithoutResult(work -> {
                    customers.identify(visitor, LIN, web(), "会员登录");
                    throw new IllegalStateException("a listener failed");
                }))
                .hasMessage("a listener failed");

        assertThat(customers.current(visitor)).isEqualTo(visitor);
        assertThat(customers.recognise(Identity.visitor("browser"), web())).isEqualTo(visitor);
    }
}

package com.huixiang.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.huixiang.HuixiangTest;
import com.huixiang.channel.Visitors;
import com.huixiang.channel.Visitors.Vouched;
import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffMember;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo story: what a newcomer finds at the first start. */
@HuixiangTest
class StoryTests {

    @Autowired
    DemoFixtures demo;

    @Autowired
    Staff staff;

    @Autowired
    Visitors visitors;

    @Autowired
    Customers customers;

    @Autowired
    JdbcClient sql;

    @Test
    void theStoryIsToldOnce() {
        assertThat(tell()).isTrue();
        assertThat(tell()).isFalse();
        assertThat(count("customer.customer")).isEqualTo(325);
        assertThat(count("conversation.conversation")).isGreaterThanOrEqualTo(600);
    }

    @Test
    void everybodySignsInWithTheOnePassword() {
        tell();

        Story.Playbill playbill = demo.story.playbill();
        assertThat(playbill.accounts()).extracting(Story.Account::login).contains("wangfang", "zhaolei", "admin");
        assertThat(playbill.accounts()).extracting(Story.Account::login).doesNotContain("zhoumin");
        assertThat(staff.signIn("wangfang", playbill.password()).name()).isEqualTo("王芳");
    }

    @Test
    void theRecordOfThePastIsInOrder() {
        tell();

        assertThat(violations("select 1 from conversation.conversation where closed_at > now() or opened_at > closed_at"))
                .isZero();
        assertThat(violations(
                        """
                        select 1 from (select sent_at, lag(sent_at) over (partition by conversation_id order by seq) as before
                                         from conversation.message) m where before > sent_at"""))
                .isZero();
        assertThat(violations(
                        """
                        select 1 from conversation.conversation c
                         where last_seq <> (select count(*) from conversation.message m where m.conversation_id = c.id)"""))
                .isZero();
        assertThat(violations("select 1 from conversation.message where body::text ~ '[{](goods|order|agent|city|tail|price|courier)[}]'"))
                .isZero();
        assertThat(violations("select 1 from conversation.message_default")).isZero();
    }

    @Test
    void theShopVouchesForItsMembersAndTheirPastFollowsThem() {
        tell();

        DemoShop.Vouched word = demo.shop.vouchFor("M1001");
        var admitted = visitors.admit("demo", null, new Vouched(word.identity(), word.signature()));

        assertThat(admitted.visitor().name()).isEqualTo("林晓");
        assertThat(violations("select 1 from conversation.conversation where customer_id = '"
                        + admitted.visitor().customer() + "'"))
                .isEqualTo(4);
    }

    @Test
    void theStoryCanBeTakenAwayAndNothingOfItIsLeft() {
        CustomerId ownCustomer = customers.recognise(Identity.member("own"), CustomerFacts.from("shop").named("自己的顾客"));
        Actor admin = staff.actor(staff.byLogin("admin").orElseThrow().id());
        tell();
        demo.branches.open();
        demo.trade.open();
        assertThat(count("shop.order_mirror")).isGreaterThan(500);
        for (int beat = 0; beat < 6; beat++) {
            demo.life.goOn();
        }

        demo.story.remove(admin);

        assertThat(count("conversation.conversation")).isZero();
        assertThat(count("conversation.message")).isZero();
        assertThat(count("routing.matrix_row")).isZero();
        assertThat(count("staff.skill_group")).isZero();
        assertThat(count("staff.store")).isZero();
        assertThat(count("task.task")).isZero();
        assertThat(count("connect.delivery")).isZero();
        assertThat(count("channel.account")).isZero();
        assertThat(count("conversation.category")).isZero();
        assertThat(staff.members()).extracting(StaffMember::login).containsExactly("admin");
        assertThat(customers.find(ownCustomer)).isPresent();
        assertThat(count("customer.customer")).isEqualTo(1);
        assertThat(count("shop.order_mirror") + count("shop.cart") + count("shop.product") + count("shop.shop")).isZero();
        assertThat(tell()).as("taken away for good").isFalse();
        assertThatThrownBy(() -> demo.story.playbill()).hasMessageContaining("demo.removed");
        assertThatThrownBy(() -> demo.shop.members()).hasMessageContaining("demo.removed");
        demo.life.goOn();
        assertThat(count("conversation.conversation")).isZero();
    }

    @Test
    void customersStandInTheStoresOneWantsACallAndALetterIsDead() {
        tell();

        demo.branches.open();

        assertThat(count("staff.store")).isEqualTo(3);
        assertThat(violations("select 1 from conversation.conversation where state = 'QUEUED' and store_id is not null"))
                .isEqualTo(3);
        assertThat(violations("select 1 from task.task where kind = 'CALL_BACK' and state = 'OPEN'")).isEqualTo(1);
        assertThat(violations("select 1 from connect.delivery where state = 'DEAD'")).isEqualTo(1);
    }

    @Test
    void onlyAnAdministratorTakesTheStoryAway() {
        tell();
        Actor agent = staff.actor(staff.byLogin("wangfang").orElseThrow().id());

        assertThatThrownBy(() -> demo.story.remove(agent)).hasMessageContaining("staff.not-allowed");
    }

    private boolean tell() {
        return demo.story.tell();
    }

    private long count(String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }

    private long violations(String query) {
        return sql.sql("select count(*) from (" + query + ") v").query(Long.class).single();
    }
}

package com.huixiang.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.channel.Inbox;
import com.huixiang.channel.Inbox.Circumstances;
import com.huixiang.channel.Visitors;
import com.huixiang.channel.Visitors.Visitor;
import com.huixiang.channel.Visitors.Vouched;
import com.huixiang.conversation.Assignments;
import com.huixiang.conversation.Body;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.Conversations;
import com.huixiang.conversation.Draft;
import com.huixiang.staff.Actor;
import com.huixiang.staff.PresenceState;
import com.huixiang.staff.Presences;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo goes on by itself, on the real record, front desk and router; the clock is ours. */
@HuixiangTest
class DemoLifeTests {

    @Autowired
    DemoFixtures demo;

    @Autowired
    Staff staff;

    @Autowired
    Presences presences;

    @Autowired
    Conversations conversations;

    @Autowired
    Assignments assignments;

    @Autowired
    Visitors visitors;

    @Autowired
    Inbox inbox;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void theStory() {
        demo.story.tell();
    }

    @Test
    void fourCustomersWaitWhenTheDoorsOpenAndColleaguesAreAtWork() {
        lives(Duration.ofSeconds(10));

        await().until(() -> queued() == 4);
        assertThat(sql.sql("select count(*) from conversation.conversation where state = 'QUEUED' and entry is null")
                        .query(Long.class)
                        .single())
                .as("all came from a page")
                .isZero();
        assertThat(presences.of(idOf("zhoumin")).state()).isEqualTo(PresenceState.BUSY);
        lives(Duration.ofMinutes(5));
        // Each of the four is between two customers now and then; two of them at a time would be a coincidence.
        assertThat(heldBy("zhoumin", "xulei", "gaojie", "linfeng")).isGreaterThanOrEqualTo(2);
        assertThat(queued()).as("nobody real is there, so nobody new comes").isEqualTo(4);
    }

    @Test
    void aPlayedCustomerAnswersTheAgentAndThanksAtTheEnd() {
        lives(Duration.ofSeconds(10));
        Actor wang = arrives("wangfang");
        await().until(() -> heldBy("wangfang") >= 3);
        ConversationId conversation = oneHeldBy(wang.id());

        for (int turn = 0; turn < 10; turn++) {
            answers(wang, conversation, "好的,我来看一下。");
            lives(Duration.ofSeconds(35));
        }

        List<String> said = sql.sql(
                        "select body ->> 'text' from conversation.message where conversation_id = ? and author = 'CUSTOMER' order by seq")
                .param(conversation.value())
                .query(String.class)
                .list();
        Dialogue dialogue = new StoryBook()
                .dialogue(sql.sql("select dialogue from demo.part where conversation_id = ?")
                        .param(conversation.value())
                        .query(String.class)
                        .single());
        assertThat(said)
                .as("he has said everything he came for, once")
                .hasSize((int) dialogue.lines().stream()
                        .filter(line -> line.voice() == Dialogue.Voice.CUSTOMER)
                        .count())
                .doesNotHaveDuplicates();
    }

    @Test
    void whileSomebodyIsOnLineNewCustomersComeButNeverMoreThanFive() {
        arrives("wangfang");

        lives(Duration.ofMinutes(9));

        assertThat(sql.sql("select count(*) from demo.part where agent_id is null and ended_at is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void whoIsNeverAnsweredLeavesHisWordAndGoes() {
        lives(Duration.ofSeconds(60));
        await().until(() -> queued() == 4);

        clock.advance(Duration.ofMinutes(31));
        demo.life.goOn();

        assertThat(queued()).isZero();
        assertThat(sql.sql("select count(*) from conversation.left_message l join demo.part p using (conversation_id)")
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void theNewcomersOwnCustomerIsLeftAloneAndAColleagueAnswersWhenHeGetsHim() {
        lives(Duration.ofSeconds(10));
        Actor chen = arrives("chenhao");
        DemoShop.Vouched word = demo.shop.vouchFor("M1002");
        Visitor customer = visitors.admit("demo", null, new Vouched(word.identity(), word.signature())).visitor();
        ConversationId own = says(customer, "你好,台灯还有货吗");
        await().until(() -> holderOf(own).equals(chen.id().value().toString()));
        answers(chen, own, "有的,我请同事给您安排。");
        lives(Duration.ofMinutes(2));

        assertThat(messagesIn(own)).as("nobody speaks for him").isEqualTo(2);

        assignments.transfer(chen, own, idOf("zhoumin"), null);
        lives(Duration.ofSeconds(15));
        assertThat(messagesIn(own)).as("the colleague greets him").isEqualTo(3);
        says(customer, "好的,谢谢");
        lives(Duration.ofSeconds(15));
        assertThat(messagesIn(own)).as("and answers him").isEqualTo(5);
    }

    /** Beat by beat, two seconds each, with everybody's browser open. */
    private void lives(Duration time) {
        for (long seconds = 0; seconds < time.toSeconds(); seconds += 2) {
            clock.advance(Duration.ofSeconds(2));
            presences.seen(List.of(idOf("wangfang"), idOf("chenhao")));
            demo.life.goOn();
        }
    }

    private Actor arrives(String login) {
        presences.set(idOf(login), PresenceState.ONLINE, null);
        return staff.actor(idOf(login));
    }

    private StaffId idOf(String login) {
        return staff.byLogin(login).orElseThrow().id();
    }

    private void answers(Actor agent, ConversationId conversation, String text) {
        conversations.reply(agent, conversation, UUID.randomUUID(), new Body.Text(text), null).join();
    }

    private ConversationId says(Visitor customer, String text) {
        Draft draft = new Draft(UUID.randomUUID(), new Body.Text(text), null);
        return new ConversationId(
                inbox.accept(customer, draft, Circumstances.NONE, false).join().conversationId());
    }

    private long queued() {
        return sql.sql("select count(*) from conversation.conversation where state = 'QUEUED'")
                .query(Long.class)
                .single();
    }

    private long heldBy(String... logins) {
        return sql.sql(
                        """
                        select count(*) from conversation.conversation c join staff.member m on m.id = c.agent_id
                         where c.state = 'HELD' and m.login = any(?)""")
                .param(logins)
                .query(Long.class)
                .single();
    }

    private ConversationId oneHeldBy(StaffId agent) {
        return new ConversationId(sql.sql("select id from conversation.conversation where agent_id = ? order by id limit 1")
                .param(agent.value())
                .query(UUID.class)
                .single());
    }

    private String holderOf(ConversationId conversation) {
        return sql.sql("select coalesce(agent_id::text, '') from conversation.conversation where id = ?")
                .param(conversation.value())
                .query(String.class)
                .single();
    }

    private long messagesIn(ConversationId conversation) {
        return sql.sql("select count(*) from conversation.message where conversation_id = ? and kind = 'TEXT'")
                .param(conversation.value())
                .query(Long.class)
                .single();
    }
}

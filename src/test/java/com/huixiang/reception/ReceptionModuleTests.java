package com.huixiang.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.huixiang.HuixiangTest;
import com.huixiang.conversation.Body;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.Conversations;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Opening;
import com.huixiang.conversation.Touchpoint;
import com.huixiang.conversation.Urgency;
import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.customer.Level;
import com.huixiang.kernel.Uuid7;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The front desk on the real record. */
@HuixiangTest
class ReceptionModuleTests {

    private static final Touchpoint SHOP = new Touchpoint("shop", "web", "旗舰店");

    @Autowired
    Conversations conversations;

    @Autowired
    Customers customers;

    @Autowired
    Reception reception;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    private CustomerId lin;

    @BeforeEach
    void aCustomer() {
        lin = customers.recognise(Identity.member("lin"), CustomerFacts.from("shop").named("林晓"));
    }

    @Test
    void whoWritesIsQueuedForAHuman() {
        ConversationId conversation = writes("你好", IssueType.OTHER);

        await().until(() -> standing(conversation).equals(new Standing("QUEUED", Urgency.NORMAL, IssueType.OTHER)));
    }

    @Test
    void theWordsSayWhatItIsAboutAndHowUrgentItIs() {
        ConversationId conversation = writes("买了一个星期,一直没收到货", IssueType.OTHER);

        await().until(() -> standing(conversation).equals(new Standing("QUEUED", Urgency.URGENT, IssueType.LOGISTICS)));
    }

    @Test
    void theEntryTheCustomerChoseIsKept() {
        ConversationId conversation = writes("发票抬头写错了,能退货重开吗", IssueType.INVOICE);

        await().until(() -> standing(conversation).equals(new Standing("QUEUED", Urgency.NORMAL, IssueType.INVOICE)));
    }

    @Test
    void aGoldCustomerIsHighValue() {
        customers.recognise(Identity.member("lin"), CustomerFacts.from("shop").of(Level.GOLD));

        ConversationId conversation = writes("你好", IssueType.OTHER);

        await().until(() -> standing(conversation).urgency() == Urgency.HIGH_VALUE);
    }

    @Test
    void aGoldCustomerWhoOnlyPressedTheButtonIsHighValueToo() {
        customers.recognise(Identity.member("lin"), CustomerFacts.from("shop").of(Level.GOLD));
        ConversationId conversation = conversations.open(new Opening(lin, SHOP, null, IssueType.OTHER, null));

        conversations.askForHuman(conversation, Urgency.NORMAL, IssueType.OTHER);

        await().until(() -> standing(conversation).urgency() == Urgency.HIGH_VALUE);
    }

    @Test
    void aComplaintWhileWaitingMakesItUrgent() {
        ConversationId conversation = writes("你好", IssueType.OTHER);
        await().until(() -> standing(conversation).state().equals("QUEUED"));

        writes("再没人回我就打12315", IssueType.OTHER);

        await().until(() -> standing(conversation).urgency() == Urgency.URGENT);
    }

    @Test
    void whatACrashLeftAtTheFrontDeskIsFound() {
        ConversationId conversation = conversations.open(new Opening(lin, SHOP, null, IssueType.OTHER, null));
        sql.sql("update conversation.conversation set last_by = 'CUSTOMER', waiting_since = ? where id = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), conversation.value())
                .update();

        await().until(() -> standing(conversation).state().equals("QUEUED"));
    }

    @Test
    void servingTwiceChangesNothing() {
        ConversationId conversation = writes("我要投诉", IssueType.OTHER);
        await().until(() -> standing(conversation).state().equals("QUEUED"));
        int lines = messages(conversation);

        reception.receive();
        reception.receive();

        assertThat(messages(conversation)).isEqualTo(lines);
    }

    private ConversationId writes(String text, IssueType issue) {
        var speech = new Conversations.Speech(
                new Opening(lin, SHOP, null, issue, null),
                "林晓",
                null,
                Uuid7.next(clock),
                new Body.Text(text),
                null,
                false);
        return new ConversationId(conversations.receive(speech).join().conversationId());
    }

    private Standing standing(ConversationId conversation) {
        return sql.sql("select state, urgency, issue from conversation.conversation where id = ?")
                .param(conversation.value())
                .query((row, n) -> new Standing(
                        row.getString("state"),
                        Urgency.valueOf(row.getString("urgency")),
                        IssueType.of(row.getString("issue"))))
                .single();
    }

    private int messages(ConversationId conversation) {
        return sql.sql("select count(*) from conversation.message where conversation_id = ?")
                .param(conversation.value())
                .query(Integer.class)
                .single();
    }

    private record Standing(String state, Urgency urgency, IssueType issue) {}
}

package com.huixiang.conversation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.conversation.Assignments.ReleaseReason;
import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.staff.Actor;
import com.huixiang.staff.PresenceState;
import com.huixiang.staff.Presences;
import com.huixiang.staff.Role;
import com.huixiang.staff.Staff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** E-02, E-06: what is said is on the record once, in order, and only where it belongs. */
@HuixiangTest
class RecordTests {

    private static final Touchpoint SHOP = new Touchpoint("shop", "web", "青禾家居");

    @Autowired
    Conversations conversations;

    @Autowired
    Assignments assignments;

    @Autowired
    ConversationLists lists;

    @Autowired
    VisitorLists visitors;

    @Autowired
    MessageLists messages;

    @Autowired
    Customers customers;

    @Autowired
    Staff staff;

    @Autowired
    Presences presences;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    private CustomerId lin;
    private Actor wang;
    private Actor zhao;

    @BeforeEach
    void people() {
        lin = customers.recognise(Identity.member("M1"), CustomerFacts.from("web").named("林晓"));
        wang = atDesk("wang");
        zhao = atDesk("zhao");
    }

    @Test
    void whatIsSentTwiceIsWrittenOnce() {
        UUID clientId = UUID.randomUUID();
        Message first = says(lin, clientId, "这件能换M吗", null, false);
        Message again = says(lin, clientId, "这件能换M吗", new ConversationId(first.conversationId()), false);
        Message afterAbsence = says(lin, clientId, "这件能换M吗", null, true);

        assertThat(again.seq()).isEqualTo(first.seq());
        assertThat(afterAbsence.seq()).isEqualTo(first.seq());
        assertThat(textsOf(first.conversationId())).containsExactly("这件能换M吗");
    }

    @Test
    void whatWasSentBeforeTheEndIsNotWrittenIntoTheNextConversation() {
        UUID clientId = UUID.randomUUID();
        Message first = says(lin, clientId, "快递到哪了", null, false);
        conversations.closeBy(lin, new ConversationId(first.conversationId()));
        says(lin, UUID.randomUUID(), "还在吗", null, false);

        Message resent = says(lin, clientId, "快递到哪了", null, true);

        assertThat(resent.conversationId()).isEqualTo(first.conversationId());
        assertThat(resent.seq()).isEqualTo(first.seq());
    }

    @Test
    void aThousandMessagesOfManyCustomersAtOnceKeepTheirOrder() throws Exception {
        List<CustomerId> crowd = IntStream.range(0, 50)
                .mapToObj(n -> customers.recognise(Identity.member("C" + n), CustomerFacts.from("web")))
                .toList();
        List<ConversationId> open = crowd.stream()
                .map(each -> new ConversationId(says(each, UUID.randomUUID(), "0", null, false).conversationId()))
                .toList();
        List<CompletableFuture<Message>> sent = new ArrayList<>();
        for (int round = 1; round <= 20; round++) {
            for (int n = 0; n < crowd.size(); n++) {
                sent.add(conversations.receive(speech(crowd.get(n), UUID.randomUUID(), "" + round, open.get(n), false)));
            }
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get(30, SECONDS);

        List<String> expected = IntStream.rangeClosed(0, 20).mapToObj(Integer::toString).toList();
        assertThat(open).allSatisfy(id -> assertThat(textsOf(id.value())).isEqualTo(expected));
    }

    @Test
    void aCustomerCannotWriteIntoTheConversationOfAnother() {
        Message his = says(lin, UUID.randomUUID(), "我的订单", null, false);
        CustomerId stranger = customers.recognise(Identity.member("M2"), CustomerFacts.from("web"));

        Message written = says(stranger, UUID.randomUUID(), "偷看", new ConversationId(his.conversationId()), false);

        assertThat(written.conversationId()).isNotEqualTo(his.conversationId());
        assertThat(textsOf(his.conversationId())).containsExactly("我的订单");
    }

    @Test
    void anAgentAnswersOnlyWhatHeHoldsButMayAlwaysLeaveANote() {
        ConversationId id = heldBy(wang);
        assertThatThrownBy(() -> reply(zhao, id, "我来答")).hasMessageContaining("conversation.not-yours");

        reply(wang, id, "您好");
        conversations.reply(zhao, id, UUID.randomUUID(), new Body.Note("他上周也来问过", null), null).join();

        assertThat(messages.after(id, 0, 50, false).items()).extracting(Message::kind).contains(MessageKind.NOTE);
        assertThat(messages.after(id, 0, 50, true).items()).extracting(Message::kind).doesNotContain(MessageKind.NOTE);
    }

    @Test
    void twoAgentsWhoTakeTheSameConversationGetItOnce() {
        ConversationId id = queued();
        assignments.take(wang, id);
        assertThatThrownBy(() -> assignments.take(zhao, id)).hasMessageContaining("conversation.not-waiting");
        assertThat(assignments.assignAll(List.of(new Pairing(id, zhao.id())))).isEmpty();
        assertThat(lists.row(id, wang).agent().id()).isEqualTo(wang.id().value());
    }

    @Test
    void whoeverLosesAConversationLeavesItsWaitingTimeBehind() {
        ConversationId id = queued();
        var since = lists.row(id, wang).waitingSince();
        assignments.assignAll(List.of(new Pairing(id, wang.id())));
        clock.advance(Duration.ofMinutes(4));

        assertThat(assignments.release(id, wang.id(), ReleaseReason.SILENT)).isTrue();
        assertThat(assignments.release(id, wang.id(), ReleaseReason.SILENT)).isFalse();

        var row = lists.row(id, wang);
        assertThat(row.state()).isEqualTo(ConversationState.QUEUED);
        assertThat(row.queuedAt()).isEqualTo(since);
    }

    @Test
    void aTransferMovesTheConversationWithItsNote() {
        ConversationId id = heldBy(wang);
        assignments.transfer(wang, id, zhao.id(), "客户要换尺码");

        assertThat(lists.row(id, zhao).agent().id()).isEqualTo(zhao.id().value());
        assertThat(bodiesOf(id)).anyMatch(body -> body.contains("客户要换尺码"));
        assertThatThrownBy(() -> reply(wang, id, "还是我")).hasMessageContaining("conversation.not-yours");
    }

    @Test
    void nobodyIsTransferredToAColleagueWhoIsAway() {
        ConversationId id = heldBy(wang);
        presences.set(zhao.id(), PresenceState.OFFLINE, null);
        assertThatThrownBy(() -> assignments.transfer(wang, id, zhao.id(), null))
                .hasMessageContaining("conversation.agent-away");
    }

    @Test
    void aMessageIsTakenBackWithinTwoMinutes() {
        ConversationId id = heldBy(wang);
        Message wrong = reply(wang, id, "发错了");
        conversations.recall(Author.agent(wang.id(), wang.nickname()), id, wrong.seq());
        assertThat(lists.row(id, wang).lastPreview()).isEqualTo("[已撤回]");
        Message late = reply(wang, id, "晚了");
        clock.advance(Duration.ofMinutes(3));

        assertThatThrownBy(() -> conversations.recall(Author.agent(wang.id(), wang.nickname()), id, late.seq()))
                .hasMessageContaining("message.recall-too-late");
        assertThat(bodiesOf(id)).noneMatch(body -> body.contains("发错了"));
        assertThat(lists.row(id, wang).lastPreview()).isEqualTo("晚了");
        assertThat(messages.after(id, wrong.seq(), 10, true).items())
                .extracting(Message::kind)
                .contains(MessageKind.RECALL);
    }

    @Test
    void theConversationsOfAVisitorFollowHimWhenHeIsKnown() {
        CustomerId visitor = customers.recognise(Identity.visitor("browser-1"), CustomerFacts.from("web"));
        Message asked = says(visitor, UUID.randomUUID(), "有货吗", null, false);

        CustomerId known = customers.identify(visitor, Identity.member("M1"), CustomerFacts.from("web"), "登录");

        assertThat(known).isEqualTo(lin);
        assertThat(visitors.openOf(lin).orElseThrow().id()).isEqualTo(asked.conversationId());
        Message next = says(visitor, UUID.randomUUID(), "那我买了", new ConversationId(asked.conversationId()), false);
        assertThat(next.conversationId()).isEqualTo(asked.conversationId());
    }

    @Test
    void whenBothHaveAnOpenConversationTheOneWithAHumanGoesOn() {
        ConversationId held = heldBy(wang);
        CustomerId visitor = customers.recognise(Identity.visitor("browser-2"), CustomerFacts.from("web"));
        Message asked = says(visitor, UUID.randomUUID(), "有货吗", null, false);

        customers.identify(visitor, Identity.member("M1"), CustomerFacts.from("web"), "登录");

        assertThat(visitors.openOf(lin).orElseThrow().id()).isEqualTo(held.value());
        var ended = lists.row(new ConversationId(asked.conversationId()), wang);
        assertThat(ended.state()).isEqualTo(ConversationState.CLOSED);
        assertThat(ended.closure().reason()).isEqualTo("merged");
        assertThat(lists.ofCustomer(lin, null, 10).items()).hasSize(2);
    }

    @Test
    void historyIsReadBackwardsOverAllConversationsOfACustomer() {
        for (int n = 0; n < 3; n++) {
            for (int line = 0; line < 4; line++) {
                says(lin, UUID.randomUUID(), n + "." + line, null, false);
            }
            conversations.closeBy(lin, new ConversationId(visitors.openOf(lin).orElseThrow().id()));
            clock.advance(Duration.ofHours(1));
        }
        List<String> read = new ArrayList<>();
        String cursor = null;
        do {
            var page = messages.ofCustomer(lin, cursor, 5, true);
            read.addAll(0, page.items().stream()
                    .filter(message -> message.kind() == MessageKind.TEXT)
                    .map(RecordTests::textOf)
                    .toList());
            cursor = page.next();
        } while (cursor != null);
        assertThat(read)
                .containsExactly("0.0", "0.1", "0.2", "0.3", "1.0", "1.1", "1.2", "1.3", "2.0", "2.1", "2.2", "2.3");
    }

    @Test
    void theDayOfAnAgentCountsTurnsNotMessages() {
        clock.stopAt(clock.instant());
        ConversationId id = heldBy(wang);
        clock.advance(Duration.ofSeconds(30));
        reply(wang, id, "您好");
        says(lin, UUID.randomUUID(), "能便宜吗", id, false);
        clock.advance(Duration.ofMinutes(4));
        reply(wang, id, "已经是活动价了");

        var today = lists.since(wang.id(), clock.instant().minus(Duration.ofHours(1)), clock.instant());
        assertThat(today.received()).isEqualTo(1);
        assertThat(today.averageResponseSeconds()).isEqualTo((30 + 240) / 2.0);
        assertThat(today.repliedWithin3Minutes()).isEqualTo(0.5);
    }

    private Actor atDesk(String login) {
        var member = staff.hire(new Staff.Newcomer(login, login, login, Role.AGENT, "grey-heron-7", null, 5));
        presences.set(member.id(), PresenceState.ONLINE, null);
        return staff.actor(member.id());
    }

    private ConversationId queued() {
        ConversationId id = new ConversationId(
                says(lin, UUID.randomUUID(), "在吗", null, false).conversationId());
        conversations.askForHuman(id, Urgency.NORMAL, IssueType.OTHER);
        return id;
    }

    private ConversationId heldBy(Actor agent) {
        ConversationId id = queued();
        assignments.take(agent, id);
        return id;
    }

    private Message reply(Actor agent, ConversationId id, String text) {
        try {
            return conversations.reply(agent, id, UUID.randomUUID(), new Body.Text(text), null).join();
        } catch (CompletionException refused) {
            throw (RuntimeException) refused.getCause();
        }
    }

    private Message says(
            CustomerId customer, UUID clientId, String text, @Nullable ConversationId known, boolean again) {
        return conversations.receive(speech(customer, clientId, text, known, again)).join();
    }

    private static Conversations.Speech speech(
            CustomerId customer, UUID clientId, String text, @Nullable ConversationId known, boolean again) {
        return new Conversations.Speech(
                new Opening(customer, SHOP, null, IssueType.OTHER, null),
                "林晓",
                known,
                clientId,
                new Body.Text(text),
                null,
                again);
    }

    private List<String> textsOf(UUID conversation) {
        return messages.after(new ConversationId(conversation), 0, 100, true).items().stream()
                .filter(message -> message.kind() == MessageKind.TEXT)
                .map(RecordTests::textOf)
                .toList();
    }

    private List<String> bodiesOf(ConversationId id) {
        return messages.after(id, 0, 100, false).items().stream().map(Message::body).toList();
    }

    private static String textOf(Message message) {
        return message.body().replaceAll(".*\"text\":\\s*\"([^\"]*)\".*", "$1");
    }
}

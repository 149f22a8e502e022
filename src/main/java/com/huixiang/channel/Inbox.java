package com.huixiang.channel;

import com.huixiang.channel.Visitors.Visitor;
import com.huixiang.conversation.Body;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.Conversations;
import com.huixiang.conversation.Conversations.Speech;
import com.huixiang.conversation.Draft;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Message;
import com.huixiang.conversation.Opening;
import com.huixiang.conversation.Opening.EntryPage;
import com.huixiang.conversation.Urgency;
import com.huixiang.conversation.VisitorLists;
import com.huixiang.conversation.VisitorLists.VisitorView;
import com.huixiang.customer.Identity;
import com.huixiang.kernel.Uuid7;
import com.huixiang.task.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** FRONT DOOR: what customers send from a touchpoint, on its way into the record. */
@Service
public class Inbox {

    private final Conversations conversations;
    private final VisitorLists lists;
    private final Tasks tasks;
    private final Clock clock;

    Inbox(Conversations conversations, VisitorLists lists, Tasks tasks, Clock clock) {
        this.conversations = conversations;
        this.lists = lists;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Where the customer stands when he writes.
     *
     * @param open the open conversation his browser knows
     * @param issue what he chose from the entry menu
     */
    public record Circumstances(@Nullable ConversationId open, @Nullable EntryPage page, @Nullable String issue) {

        public static final Circumstances NONE = new Circumstances(null, null, null);
    }

    /** @param again whether this sending may have arrived before */
    public CompletableFuture<Message> accept(
            Visitor visitor, Draft draft, Circumstances circumstances, boolean again) {
        if (draft.body() instanceof Body.Note) {
            throw ChannelProblem.badFrame();
        }
        return conversations.receive(new Speech(
                openingOf(visitor, circumstances),
                visitor.name(),
                circumstances.open(),
                draft.clientId(),
                draft.body(),
                draft.replyTo(),
                again));
    }

    /** E-08: the customer wants a human, now. */
    public VisitorView askForHuman(Visitor visitor, Circumstances circumstances) {
        Opening opening = openingOf(visitor, circumstances);
        ConversationId conversation = conversations.open(opening);
        conversations.askForHuman(conversation, Urgency.NORMAL, opening.issue());
        return lists.of(conversation);
    }

    /** T-08: the customer would rather be called. Somebody owes him the call from now on. */
    public VisitorView askForCallBack(Visitor visitor, String phone, @Nullable Instant when, @Nullable String text) {
        String number = new Identity(Identity.Kind.PHONE, phone).value();
        if (text != null && !text.isBlank()) {
            // What he wants to talk about is on the record, for whoever will call.
            accept(visitor, new Draft(Uuid7.next(clock), new Body.Text(text), null), Circumstances.NONE, false).join();
        }
        Opening opening = openingOf(visitor, Circumstances.NONE);
        ConversationId conversation = conversations.open(opening);
        tasks.promiseCallBack(conversations.get(conversation), number, when, text == null ? "请回电" : text);
        conversations.askForHuman(conversation, Urgency.NORMAL, IssueType.OTHER);
        return lists.of(conversation);
    }

    /** T-08: the customer does not want to wait; his word stays in the queue until somebody answers it. */
    public VisitorView leaveMessage(Visitor visitor, String text, @Nullable String contact) {
        Draft draft = new Draft(Uuid7.next(clock), new Body.Text(text), null);
        Message message = accept(visitor, draft, Circumstances.NONE, false).join();
        ConversationId conversation = new ConversationId(message.conversationId());
        conversations.leaveMessage(conversation, contact);
        tasks.promiseAnswer(conversations.get(conversation), contact, text);
        conversations.askForHuman(conversation, Urgency.NORMAL, IssueType.OTHER);
        return lists.of(conversation);
    }

    public void end(Visitor visitor) {
        lists.openOf(visitor.customer())
                .ifPresent(open -> conversations.closeBy(visitor.customer(), new ConversationId(open.id())));
    }

    private static Opening openingOf(Visitor visitor, Circumstances circumstances) {
        return new Opening(
                visitor.customer(),
                visitor.account().touchpoint(),
                circumstances.page(),
                circumstances.issue() == null ? IssueType.OTHER : IssueType.of(circumstances.issue()),
                null);
    }
}

package com.huixiang.conversation;

import com.huixiang.kernel.Background;
import com.huixiang.push.LiveTopics;
import com.huixiang.push.Topic;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.StaffId;
import com.huixiang.staff.StoreId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells what was committed: to the open browsers on both sides, and as news to the modules above. Nothing is told before
 * its commit, and nothing told here is needed for correctness.
 */
@Component
class Announcer {

    private final LiveTopics live;
    private final ConversationLists lists;
    private final ApplicationEventPublisher events;
    private final Background background;

    Announcer(
            LiveTopics live, ConversationLists lists, ApplicationEventPublisher events, Background background) {
        this.live = live;
        this.lists = lists;
        this.events = events;
        this.background = background;
    }

    record MessageFrame(String type, Message message) {
        MessageFrame(Message message) {
            this("message", message);
        }
    }

    record RowFrame(String type, ConversationLists.Row row) {
        RowFrame(ConversationLists.Row row) {
            this("conversation", row);
        }
    }

    record VisitorFrame(String type, ConversationLists.VisitorView conversation) {
        VisitorFrame(ConversationLists.VisitorView conversation) {
            this("conversation", conversation);
        }
    }

    record ReadingFrame(String type, UUID conversation, String by, int delivered, int read) {
        ReadingFrame(UUID conversation, String by, int delivered, int read) {
            this("reading", conversation, by, delivered, read);
        }
    }

    record QueueFrame(String type, UUID conversation, int ahead, @Nullable Long estimateSeconds) {
        QueueFrame(UUID conversation, QueuePlace place) {
            this(
                    "queue",
                    conversation,
                    place.ahead(),
                    place.estimate() == null ? null : place.estimate().toSeconds());
        }
    }

    /** A message is on the record: show it to both sides, then let the modules above act on it. */
    void told(Written written) {
        show(written);
        ConversationEvent news = newsOf(written);
        if (news != null) {
            publish(news);
        }
    }

    private void show(Written written) {
        Conversation before = written.before();
        Message message = written.message();
        live.tell(
                ConversationTopics.staffOf(before.id(), before.state(), before.group(), before.store(), before.agent()),
                new MessageFrame(message.after(before.lastSeq())));
        if (written.entry().body().isShown()) {
            live.tell(
                    ConversationTopics.customer(before.customer()),
                    new MessageFrame(message.after(before.lastShownSeq())));
        }
    }

    private static @Nullable ConversationEvent newsOf(Written written) {
        Conversation before = written.before();
        Entry entry = written.entry();
        if (!entry.body().isSpeech()) {
            return null;
        }
        return switch (entry.author().kind()) {
            case CUSTOMER ->
                new ConversationEvent.CustomerSpoke(
                        before.id(),
                        before.customer(),
                        written.message().seq(),
                        entry.body() instanceof Body.Text text ? text.text() : "",
                        before.state(),
                        before.urgency(),
                        before.agent());
            case AGENT, BOT ->
                new ConversationEvent.ReplyPosted(before.id(), written.message().seq(), entry.author());
            case SYSTEM -> null;
        };
    }

    /**
     * The conversations stand differently now. Told to whoever saw them before and whoever sees them now; {@code lines}
     * are the entries that say so.
     */
    void changed(Collection<Conversation> before, List<Written> lines, List<ConversationEvent> news) {
        afterCommit(() -> {
            lines.forEach(this::show);
            showRows(before);
            news.forEach(this::publish);
        });
    }

    private void showRows(Collection<Conversation> before) {
        Map<UUID, Conversation> earlier = new HashMap<>();
        before.forEach(conversation -> earlier.put(conversation.id().value(), conversation));
        for (ConversationLists.Row row : lists.rows(earlier.keySet())) {
            Conversation was = earlier.get(row.id());
            ConversationId id = new ConversationId(row.id());
            Set<Topic> topics = new HashSet<>(
                    ConversationTopics.staffOf(id, was.state(), was.group(), was.store(), was.agent()));
            topics.addAll(ConversationTopics.staffOf(
                    id,
                    row.state(),
                    row.group() == null ? null : new GroupId(row.group().id()),
                    row.store() == null ? null : new StoreId(row.store().id()),
                    row.agent() == null ? null : new StaffId(row.agent().id())));
            live.tell(topics, new RowFrame(row));
        }
        List<Topic> customers = before.stream()
                .map(conversation -> ConversationTopics.customer(conversation.customer()))
                .filter(live::anybodyMayListen)
                .toList();
        if (!customers.isEmpty()) {
            lists.visitorViews(earlier.keySet())
                    .forEach((customer, view) ->
                            live.tell(ConversationTopics.customer(customer), new VisitorFrame(view)));
        }
    }

    void read(Conversation conversation, String by, int delivered, int read) {
        var frame = new ReadingFrame(conversation.id().value(), by, delivered, read);
        if (by.equals(Readings.CUSTOMER)) {
            live.tell(
                    ConversationTopics.staffOf(
                            conversation.id(),
                            conversation.state(),
                            conversation.group(),
                            conversation.store(),
                            conversation.agent()),
                    frame);
        } else {
            live.tell(ConversationTopics.customer(conversation.customer()), frame);
        }
    }

    void queuePlace(ConversationLists.Waiting waiting, QueuePlace place) {
        live.tell(
                ConversationTopics.customer(waiting.customer()),
                new QueueFrame(waiting.conversation().value(), place));
    }

    void publish(ConversationEvent news) {
        background.run("News of the record", () -> events.publishEvent(news));
    }

    static void afterCommit(Runnable action) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}

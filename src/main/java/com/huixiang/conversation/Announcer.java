package com.huixiang.conversation;

import com.huixiang.kernel.Background;
import com.huixiang.kernel.Bell;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
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
    private final VisitorLists visitors;
    private final ApplicationEventPublisher events;
    private final Background background;
    /** How the conversations stood that have changed and are not shown yet. */
    private final Map<UUID, List<Conversation>> moved = new ConcurrentHashMap<>();

    private final Bell rows;

    Announcer(
            LiveTopics live,
            ConversationLists lists,
            VisitorLists visitors,
            ApplicationEventPublisher events,
            Background background) {
        this.live = live;
        this.lists = lists;
        this.visitors = visitors;
        this.events = events;
        this.background = background;
        this.rows = new Bell("Showing changed conversations", background, this::showRows);
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

    record VisitorFrame(String type, VisitorLists.VisitorView conversation) {
        VisitorFrame(VisitorLists.VisitorView conversation) {
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
                        before.agent(),
                        before.waitingSince(),
                        written.message().sentAt());
            case AGENT, BOT ->
                new ConversationEvent.ReplyPosted(
                        before.id(),
                        written.message().seq(),
                        entry.author(),
                        before.waitingSince(),
                        written.message().sentAt());
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
            before.forEach(one -> moved.merge(one.id().value(), List.of(one), Announcer::both));
            rows.ring();
            news.forEach(this::publish);
        });
    }

    private static List<Conversation> both(List<Conversation> earlier, List<Conversation> later) {
        return Stream.concat(earlier.stream(), later.stream()).toList();
    }

    /**
     * Rows are read when they are shown, by one thread at a time: nobody ever sees an older row after a younger one, a
     * crowd that moves three times in a moment is shown once, and whoever moved it does not wait for the screens.
     */
    private void showRows() {
        Map<UUID, List<Conversation>> before = new HashMap<>();
        moved.keySet().forEach(id -> before.put(id, moved.remove(id)));
        if (before.isEmpty()) {
            return;
        }
        try {
            showRows(before);
        } catch (RuntimeException notRead) {
            before.forEach((id, standings) -> moved.merge(id, standings, Announcer::both));
            throw notRead;
        }
    }

    private void showRows(Map<UUID, List<Conversation>> before) {
        for (ConversationLists.Row row : lists.rows(before.keySet())) {
            ConversationId id = new ConversationId(row.id());
            Set<Topic> topics = new HashSet<>(ConversationTopics.staffOf(
                    id,
                    row.state(),
                    row.group() == null ? null : new GroupId(row.group().id()),
                    row.store() == null ? null : new StoreId(row.store().id()),
                    row.agent() == null ? null : new StaffId(row.agent().id())));
            for (Conversation was : before.get(row.id())) {
                topics.addAll(ConversationTopics.staffOf(id, was.state(), was.group(), was.store(), was.agent()));
            }
            live.tell(topics, new RowFrame(row));
        }
        List<Topic> customers = before.values().stream()
                .flatMap(List::stream)
                .map(conversation -> ConversationTopics.customer(conversation.customer()))
                .distinct()
                .filter(live::anybodyMayListen)
                .toList();
        if (!customers.isEmpty()) {
            visitors.ofConversations(before.keySet())
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

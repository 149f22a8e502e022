package com.huixiang.conversation;

import com.huixiang.staff.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a verb of the record changes a conversation: one lock, one decision, its lines and its news, one transaction. */
@Component
class Changes {

    private final ConversationRepository repository;
    private final Announcer announcer;
    private final MessageReader reader;
    private final Clock clock;

    Changes(ConversationRepository repository, Announcer announcer, MessageReader reader, Clock clock) {
        this.repository = repository;
        this.announcer = announcer;
        this.reader = reader;
        this.clock = clock;
    }

    /** Looks at the conversation as it stands, locked, and says what to do. */
    interface Decision {
        Change of(Conversation before);
    }

    /** What a verb does to the conversation: lines to add, news to tell, and a last step after the lines. */
    record Change(boolean happened, List<Entry> lines, List<ConversationEvent> news, Runnable last) {

        static Change none() {
            return new Change(false, List.of(), List.of(), () -> {});
        }

        static Change silent() {
            return new Change(true, List.of(), List.of(), () -> {});
        }

        static Change line(Entry line) {
            return new Change(true, List.of(line), List.of(), () -> {});
        }

        Change telling(ConversationEvent event) {
            return new Change(happened, lines, List.of(event), last);
        }

        Change then(Runnable step) {
            return new Change(happened, lines, news, step);
        }

        Change noting(Actor actor, @Nullable String note) {
            if (note == null || note.isBlank()) {
                return this;
            }
            List<Entry> more = new ArrayList<>(lines);
            more.add(new Entry(
                    lines.getFirst().conversation(),
                    Author.agent(actor.id(), actor.nickname()),
                    new Body.Note(note, null),
                    null,
                    null));
            return new Change(happened, more, news, last);
        }
    }

    /** In the caller's transaction: locks, asks, writes the lines, tells. False when there was nothing to change. */
    boolean make(ConversationId conversation, Decision decision) {
        Conversation before = repository.lock(conversation);
        Change change = decision.of(before);
        if (!change.happened()) {
            return false;
        }
        List<Written> written = new ArrayList<>();
        Conversation now = before;
        for (Entry line : change.lines()) {
            written.addAll(writeLines(Map.of(conversation, now), List.of(line)));
            now = repository.lock(conversation);
        }
        change.last().run();
        announcer.changed(Set.of(before), written, change.news());
        return true;
    }

    /** The lines, appended; {@code before} has each conversation as it stood, locked. */
    List<Written> writeLines(Map<ConversationId, Conversation> before, List<Entry> lines) {
        Instant now = clock.instant();
        Map<ConversationId, Integer> numbers = repository.append(lines, now);
        return lines.stream()
                .map(line -> new Written(
                        before.get(line.conversation()),
                        line,
                        reader.justWritten(line, numbers.get(line.conversation()), now),
                        false))
                .toList();
    }

    /** Ends it, saying who and why. */
    Change end(Conversation before, ConversationRepository.Closure closure) {
        // The line is written while the conversation is still open; closing is the last thing that happens to it.
        return Change.line(Entry.line(before.id(), "closed", "会话已结束", "The conversation has ended"))
                .telling(new ConversationEvent.Closed(before.id(), before.agent()))
                .then(() -> repository.close(before.id(), closure, clock.instant()));
    }
}

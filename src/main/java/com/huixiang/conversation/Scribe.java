package com.huixiang.conversation;

import com.huixiang.kernel.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes entries into the record, many in one transaction (group commit): what arrives while a commit runs forms the
 * next batch, so a lone message waits for nobody and a crowd shares the disk. Entries of one conversation always pass
 * through the same lane, at most one per batch, and so keep their order. An entry is answered only after its commit.
 */
@Component
class Scribe implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Scribe.class);

    private static final int ATTEMPTS = 3;

    private final ConversationRepository repository;
    private final MessageReader reader;
    private final Announcer announcer;
    private final ObjectProvider<TouchpointLimits> limits;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final List<Lane> lanes;

    Scribe(
            ConversationRepository repository,
            MessageReader reader,
            Announcer announcer,
            ObjectProvider<TouchpointLimits> limits,
            TransactionTemplate transaction,
            Clock clock,
            ConversationSettings settings) {
        this.repository = repository;
        this.reader = reader;
        this.announcer = announcer;
        this.limits = limits;
        this.transaction = transaction;
        this.clock = clock;
        this.lanes = new ArrayList<>();
        for (int number = 0; number < settings.writeLanes(); number++) {
            lanes.add(new Lane(number, settings.writeBatch()));
        }
    }

    /**
     * Completes when the entry is committed, with a {@code Problem} when it is refused, or with the failure of the world;
     * then sending it again with the same client id is safe.
     */
    CompletableFuture<Written> write(Entry entry) {
        int lane = Math.floorMod(entry.conversation().hashCode(), lanes.size());
        return lanes.get(lane).accept(entry);
    }

    @Override
    public void destroy() throws InterruptedException {
        for (Lane lane : lanes) {
            lane.stop();
        }
    }

    private record Waiting(Entry entry, CompletableFuture<Written> answer) {}

    private final class Lane implements Runnable {

        private final BlockingQueue<Waiting> arriving = new LinkedBlockingQueue<>();
        private final ArrayDeque<Waiting> held = new ArrayDeque<>();
        private final int limit;
        private final Thread thread;
        private volatile boolean open = true;

        Lane(int number, int limit) {
            this.limit = limit;
            this.thread = Thread.ofPlatform().name("scribe-" + number).daemon().start(this);
        }

        CompletableFuture<Written> accept(Entry entry) {
            var waiting = new Waiting(entry, new CompletableFuture<>());
            arriving.add(waiting);
            return waiting.answer();
        }

        @Override
        public void run() {
            while (open || !arriving.isEmpty() || !held.isEmpty()) {
                try {
                    writeBatch(nextBatch());
                } catch (InterruptedException stopped) {
                    // stop() wakes the lane; what has arrived is still written.
                }
            }
        }

        void stop() throws InterruptedException {
            open = false;
            thread.interrupt();
            thread.join(5_000);
        }

        /** One entry per conversation; a second one waits for the next batch, behind the first. */
        private Map<ConversationId, Waiting> nextBatch() throws InterruptedException {
            if (held.isEmpty()) {
                held.add(arriving.take());
            }
            arriving.drainTo(held, limit);
            Map<ConversationId, Waiting> batch = new LinkedHashMap<>();
            ArrayDeque<Waiting> later = new ArrayDeque<>();
            while (!held.isEmpty()) {
                Waiting waiting = held.poll();
                boolean full = batch.size() >= limit;
                if (full || batch.putIfAbsent(waiting.entry().conversation(), waiting) != null) {
                    later.add(waiting);
                }
            }
            held.addAll(later);
            return batch;
        }

        private void writeBatch(Map<ConversationId, Waiting> batch) {
            writeBatch(batch, ATTEMPTS);
        }

        private void writeBatch(Map<ConversationId, Waiting> batch, int attempts) {
            Outcome outcome;
            try {
                outcome = transaction.execute(status -> commit(entriesOf(batch)));
            } catch (PessimisticLockingFailureException collision) {
                // A router and a batch locked each other out; PostgreSQL sent this one away and nothing was written.
                if (attempts > 1) {
                    writeBatch(batch, attempts - 1);
                } else {
                    batch.values().forEach(waiting -> waiting.answer().completeExceptionally(collision));
                }
                return;
            } catch (DataIntegrityViolationException oneIsBad) {
                writeOneByOne(batch, oneIsBad);
                return;
            } catch (RuntimeException | Error failure) {
                log.warn("A batch of {} entries was not written: {}", batch.size(), failure.toString());
                batch.values().forEach(waiting -> waiting.answer().completeExceptionally(failure));
                return;
            }
            answer(batch, outcome);
        }

        /** A value that PostgreSQL refuses must not take its neighbours along. */
        private void writeOneByOne(Map<ConversationId, Waiting> batch, RuntimeException cause) {
            if (batch.size() == 1) {
                batch.values().forEach(waiting -> waiting.answer().completeExceptionally(cause));
            } else {
                batch.forEach((id, waiting) -> writeBatch(Map.of(id, waiting)));
            }
        }

        private void answer(Map<ConversationId, Waiting> batch, Outcome outcome) {
            outcome.written().forEach((id, written) -> {
                if (!written.again()) {
                    announcer.told(written);
                }
                batch.get(id).answer().complete(written);
            });
            outcome.refused().forEach((id, problem) -> batch.get(id).answer().completeExceptionally(problem));
        }

        private List<Entry> entriesOf(Map<ConversationId, Waiting> batch) {
            return batch.values().stream().map(Waiting::entry).toList();
        }
    }

    private record Outcome(Map<ConversationId, Written> written, Map<ConversationId, Problem> refused) {}

    private Outcome commit(List<Entry> entries) {
        Map<ConversationId, Written> written = new LinkedHashMap<>();
        Map<ConversationId, Problem> refused = new LinkedHashMap<>();
        Map<ConversationId, ConversationRepository.Locked> locked = repository.lockFor(entries);
        List<Entry> allowed = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            Problem problem = refusal(entry, locked.get(entry.conversation()));
            if (problem == null) {
                allowed.add(entry);
            } else {
                refused.put(entry.conversation(), problem);
            }
        }
        Instant now = clock.instant();
        Map<ConversationId, Integer> numbers = allowed.isEmpty() ? Map.of() : repository.append(allowed, now);
        for (Entry entry : allowed) {
            Conversation before = locked.get(entry.conversation()).conversation();
            Integer seq = numbers.get(entry.conversation());
            if (seq != null) {
                written.put(entry.conversation(), fresh(before, entry, seq, now));
            }
        }
        for (Entry entry : entries) {
            if (!written.containsKey(entry.conversation()) && entry.clientId() != null) {
                // Sent before: answered as it was then, also when the conversation was closed in between.
                reader.sent(entry.conversation(), entry.clientId()).ifPresent(message -> {
                    Conversation before = locked.get(entry.conversation()).conversation();
                    written.put(entry.conversation(), new Written(before, entry, message, true));
                    refused.remove(entry.conversation());
                });
            }
        }
        return new Outcome(written, refused);
    }

    private @Nullable Problem refusal(Entry entry, ConversationRepository.@Nullable Locked locked) {
        if (locked == null) {
            return ConversationProblem.notFound();
        }
        try {
            locked.conversation().check(entry, locked.invited());
            if (entry.author().kind() == Author.Kind.AGENT && !(entry.body() instanceof Body.Note)) {
                limits.forEach(each -> each.check(locked.conversation().channelKind(), entry.body()));
            }
            return null;
        } catch (Problem problem) {
            return problem;
        }
    }

    private Written fresh(Conversation before, Entry entry, int seq, Instant now) {
        Instant sentAt = now.isBefore(before.openedAt()) ? before.openedAt() : now;
        return new Written(before, entry, reader.justWritten(entry, seq, sentAt), false);
    }
}

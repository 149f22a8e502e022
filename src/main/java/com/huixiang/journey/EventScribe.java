package com.huixiang.journey;

import com.huixiang.customer.CustomerId;
import com.huixiang.journey.JourneyEvent.EventsTaken;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes events, many batches in one transaction (group commit): what arrives while a commit runs forms the next one, so a
 * lone batch waits for nobody and a crowd shares the disk. A batch is answered only after its commit.
 */
@Component
@EnableConfigurationProperties(JourneySettings.class)
class EventScribe implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(EventScribe.class);
    private static final int ATTEMPTS = 3;

    private final EventRepository repository;
    private final Months months;
    private final Looking looking;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final JourneySettings settings;
    private final BlockingQueue<Waiting> arriving = new LinkedBlockingQueue<>();
    private final AtomicInteger waitingEvents = new AtomicInteger();
    private final Thread thread;
    private volatile boolean open = true;

    EventScribe(
            EventRepository repository,
            Months months,
            Looking looking,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            JourneySettings settings) {
        this.repository = repository;
        this.months = months;
        this.looking = looking;
        this.transaction = transaction;
        this.news = news;
        this.settings = settings;
        this.thread = Thread.ofPlatform().name("event-scribe").daemon().start(this::run);
    }

    /**
     * What became of each event of a batch, by its place in it.
     *
     * @param again had come before; nothing was added
     * @param refused the database would not take it
     */
    record Outcome(BitSet again, BitSet refused) {}

    private record Waiting(List<Happening> events, CompletableFuture<Outcome> answer) {}

    /** Completes when the events are committed. Sending the same events again after a failure is safe. */
    CompletableFuture<Outcome> write(List<Happening> events) {
        if (waitingEvents.get() > settings.mostWaiting()) {
            throw JourneyProblem.busy();
        }
        waitingEvents.addAndGet(events.size());
        Waiting waiting = new Waiting(events, new CompletableFuture<>());
        arriving.add(waiting);
        return waiting.answer();
    }

    private void run() {
        List<Waiting> group = new ArrayList<>();
        while (open || !arriving.isEmpty()) {
            try {
                group.add(arriving.take());
                int size = group.getFirst().events().size();
                for (Waiting next = arriving.peek();
                        next != null && size + next.events().size() <= settings.writeBatch();
                        next = arriving.peek()) {
                    size += next.events().size();
                    group.add(arriving.remove());
                }
                write(group, ATTEMPTS);
                waitingEvents.addAndGet(-size);
            } catch (InterruptedException stopped) {
                // destroy() wakes the thread; what has arrived is still written.
            }
            group.clear();
        }
    }

    private void write(List<Waiting> group, int attempts) {
        List<Happening> events = group.size() == 1
                ? group.getFirst().events()
                : group.stream().flatMap(waiting -> waiting.events().stream()).toList();
        BitSet again;
        try {
            months.make(events);
            again = transaction.execute(status -> commit(events));
        } catch (PessimisticLockingFailureException collision) {
            if (attempts > 1) {
                write(group, attempts - 1);
            } else {
                fail(group, collision);
            }
            return;
        } catch (DataIntegrityViolationException | TransientDataAccessException oneIsBad) {
            months.forget(); // perhaps somebody has taken a month away
            apart(group, oneIsBad);
            return;
        } catch (RuntimeException | Error failure) {
            log.warn("{} events were not written: {}", events.size(), failure.toString());
            fail(group, failure);
            return;
        }
        int begin = 0;
        for (Waiting waiting : group) {
            int end = begin + waiting.events().size();
            waiting.answer().complete(new Outcome(again.get(begin, end), new BitSet()));
            begin = end;
        }
        looking.tell(events, again);
    }

    private BitSet commit(List<Happening> events) {
        BitSet again = repository.add(events);
        Set<CustomerId> customers = new HashSet<>();
        for (int at = again.nextClearBit(0); at < events.size(); at = again.nextClearBit(at + 1)) {
            customers.add(events.get(at).customer());
        }
        if (!customers.isEmpty()) {
            news.publishEvent(new EventsTaken(customers));
        }
        return again;
    }

    /** A value that PostgreSQL refuses must not take its neighbours along. */
    private void apart(List<Waiting> group, RuntimeException cause) {
        if (group.size() > 1) {
            group.forEach(waiting -> write(List.of(waiting), ATTEMPTS));
            return;
        }
        Waiting only = group.getFirst();
        if (only.events().size() == 1) {
            log.info("An event was refused by the database: {}", cause.getMessage());
            BitSet refused = new BitSet();
            refused.set(0);
            only.answer().complete(new Outcome(new BitSet(), refused));
            return;
        }
        BitSet again = new BitSet();
        BitSet refused = new BitSet();
        for (int at = 0; at < only.events().size(); at++) {
            Waiting alone = new Waiting(List.of(only.events().get(at)), new CompletableFuture<>());
            write(List.of(alone), ATTEMPTS);
            if (alone.answer().isCompletedExceptionally()) {
                only.answer().completeExceptionally(alone.answer().exceptionNow());
                return;
            }
            again.set(at, alone.answer().join().again().get(0));
            refused.set(at, alone.answer().join().refused().get(0));
        }
        only.answer().complete(new Outcome(again, refused));
    }

    private static void fail(List<Waiting> group, Throwable failure) {
        group.forEach(waiting -> waiting.answer().completeExceptionally(failure));
    }

    @Override
    public void destroy() throws InterruptedException {
        open = false;
        thread.interrupt();
        thread.join(5_000);
    }
}

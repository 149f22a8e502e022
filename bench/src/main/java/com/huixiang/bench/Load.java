package com.huixiang.bench;

import com.huixiang.crowd.Message;
import com.huixiang.crowd.Post;
import com.huixiang.crowd.VirtualAgent;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a crowd does and what it takes. Closed: each customer writes his next message when the agent got the last one.
 * Open: the customers in turn write at a fixed rate, whatever comes back; a late message counts from when it was due.
 */
final class Load {

    private static final int UNDER_WAY = 64;
    private static final long CLOSED = 0;

    private final double perSecond;
    private final boolean agentsReply;
    private final LatencyRecorder toAgent = new LatencyRecorder();
    private final LatencyRecorder toCustomer = new LatencyRecorder();
    private final LatencyRecorder acknowledgement = new LatencyRecorder();
    private final LongAdder acknowledged = new LongAdder();
    private final AtomicLong written = new AtomicLong();
    private volatile boolean running;
    private volatile Tables tables = new Tables(0);
    private @Nullable Crowd crowd;
    private @Nullable Thread clock;

    /** When each person's last messages were written, on the driver's clock. */
    private record Tables(AtomicIntegerArray number, AtomicLongArray writtenAt, AtomicLongArray repliedAt) {

        Tables(int people) {
            this(
                    new AtomicIntegerArray(people),
                    new AtomicLongArray(people * UNDER_WAY),
                    new AtomicLongArray(people * UNDER_WAY));
        }

        static int cell(int person, int number) {
            return person * UNDER_WAY + number % UNDER_WAY;
        }
    }

    private Load(double perSecond, boolean agentsReply) {
        this.perSecond = perSecond;
        this.agentsReply = agentsReply;
    }

    static Load closed() {
        return new Load(CLOSED, false);
    }

    static Load open(double perSecond, boolean agentsReply) {
        return new Load(perSecond, agentsReply);
    }

    void begin(Crowd crowd) {
        this.crowd = crowd;
        this.tables = new Tables(crowd.size());
        this.running = true;
        if (perSecond == CLOSED) {
            for (int person = 0; person < crowd.size(); person++) {
                write(person, System.nanoTime());
            }
        } else {
            clock = Thread.ofPlatform().name("clock").start(this::writeAtRate);
        }
    }

    private void writeAtRate() {
        long due = System.nanoTime();
        double step = 1e9 / perSecond;
        for (long count = 0; running; count++) {
            long at = due + Math.round(count * step);
            for (long now = System.nanoTime(); now < at; now = System.nanoTime()) {
                LockSupport.parkNanos(at - now);
            }
            write((int) (count % crowd.size()), at);
        }
    }

    private void write(int person, long at) {
        int number = tables.number.incrementAndGet(person);
        tables.writtenAt.set(Tables.cell(person, number), at);
        written.incrementAndGet();
        crowd.customer(person).write(Chatter.line(person, number));
    }

    void agentHeard(VirtualAgent agent, Message message) {
        int person = Chatter.person(message.text());
        if (person < 0) {
            return;
        }
        int number = Chatter.number(message.text());
        toAgent.since(tables.writtenAt.get(Tables.cell(person, number)));
        if (agentsReply) {
            tables.repliedAt.set(Tables.cell(person, number), System.nanoTime());
            written.incrementAndGet();
            agent.write(message.conversation(), message.text());
        }
        if (perSecond == CLOSED && running) {
            write(person, System.nanoTime());
        }
    }

    void customerHeard(Message message) {
        int person = Chatter.person(message.text());
        if (person >= 0) {
            toCustomer.since(tables.repliedAt.get(Tables.cell(person, Chatter.number(message.text()))));
        }
    }

    void acknowledgedToCustomer(Post post) {
        int person = Chatter.person(post.text());
        if (person < 0) {
            return;
        }
        acknowledged.increment();
        acknowledgement.since(tables.writtenAt.get(Tables.cell(person, Chatter.number(post.text()))));
    }

    void acknowledgedToAgent() {
        acknowledged.increment();
    }

    /** No more is written; what is under way arrives. */
    void end() throws InterruptedException {
        running = false;
        if (clock != null) {
            clock.join();
        }
        for (int wait = 0; wait < 1_000 && acknowledged.sum() < written.get(); wait++) {
            Thread.sleep(10);
        }
    }

    long acknowledged() {
        return acknowledged.sum();
    }

    long unanswered() {
        return written.get() - acknowledged.sum();
    }

    LatencyRecorder.Latency takeToAgent() {
        return toAgent.take();
    }

    LatencyRecorder.Latency takeToCustomer() {
        return toCustomer.take();
    }

    LatencyRecorder.Latency takeAcknowledgement() {
        return acknowledgement.take();
    }
}

package com.huixiang.bench;

import com.huixiang.crowd.Memory;
import com.huixiang.crowd.Staffing;
import com.huixiang.crowd.VirtualAgent;
import com.huixiang.crowd.VirtualCustomer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** From a customer's first word to the agent who gets him: one at a time, many at once, and a whole queue. */
final class AssignmentScenario implements Scenario, VirtualAgent.Watcher {

    private static final int CAPACITY = 10;
    private static final int AT_ONCE = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double TARGET = 1_000;

    private final List<VirtualAgent> agents = new ArrayList<>();
    private final Map<UUID, VirtualAgent> holder = new ConcurrentHashMap<>();
    private final AtomicInteger arrived = new AtomicInteger();
    private final AtomicInteger givenTwice = new AtomicInteger();
    private int groups;
    private volatile CountDownLatch given = new CountDownLatch(0);

    @Override
    public String summary() {
        return "200 agents: latency of one assignment, 100 and 1,000 arrivals at once, a queue of 2,000 (--agents N, --groups N)";
    }

    @Override
    public boolean run(Workplace workplace, Options options, Report report) throws Exception {
        int staff = options.number("agents", 200);
        groups = options.number("groups", Staffing.ISSUES.size());
        workplace.open(Math.max(staff, 20), CAPACITY, groups);
        capacity(workplace, 200);
        ChatScenario.warmUp(workplace, options.warmUpSeconds());
        capacity(workplace, CAPACITY);
        for (int number = 0; number < staff; number++) {
            agents.add(new VirtualAgent(workplace.exchange(), workplace.server().address(), Memory.LAST_MESSAGE, this));
        }
        InParallel.run(AT_ONCE, staff, number -> {
            agents.get(number).arrive(Staffing.login(number), Staffing.PASSWORD);
            agents.get(number).turn("online");
        });
        oneAtATime(workplace, 200, report);
        report.heading("at once", "ms to the last agent's screen", "assignments/s, first word to last screen", "assignments/s by the record");
        boolean good = atOnce(workplace, 100, report);
        good &= atOnce(workplace, 1_000, report);
        good &= queue(workplace, staff * CAPACITY, report);
        report.line("Conversations shown to two agents as theirs: %d.", givenTwice.get());
        return good && givenTwice.get() == 0;
    }

    private void oneAtATime(Workplace workplace, int count, Report report) throws Exception {
        LatencyRecorder times = new LatencyRecorder();
        List<VirtualCustomer> customers = arrive(workplace, count);
        for (VirtualCustomer customer : customers) {
            given = new CountDownLatch(1);
            long began = System.nanoTime();
            speakUp(customer);
            if (!given.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("A customer got no agent");
            }
            times.since(began);
        }
        LatencyRecorder.Latency taken = times.take();
        report.line(
                "One at a time, first word until the agent's screen shows the conversation as his: p50 %.1f ms, p99 %.1f ms.",
                taken.p50(), taken.p99());
        leave(customers);
    }

    private boolean atOnce(Workplace workplace, int count, Report report) throws Exception {
        List<VirtualCustomer> customers = arrive(workplace, count);
        given = new CountDownLatch(count);
        Instant started = Instant.now();
        long began = System.nanoTime();
        customers.forEach(this::speakUp);
        given.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        double seconds = (System.nanoTime() - began) / 1e9;
        report.row("%,d first words".formatted(count), seconds * 1_000, count / seconds, count / recordSeconds(workplace, started));
        boolean good = rulesKept(workplace, count, report);
        leave(customers);
        return good;
    }

    /** Nobody is free until the queue is full; then everybody is, in one moment. */
    private boolean queue(Workplace workplace, int count, Report report) throws Exception {
        List<VirtualCustomer> customers = arrive(workplace, count);
        InParallel.run(AT_ONCE, agents.size(), number -> agents.get(number).turn("busy"));
        given = new CountDownLatch(count);
        customers.forEach(this::speakUp);
        awaitQueued(workplace, count);
        try (Connection database = workplace.observe();
                Statement sql = database.createStatement()) {
            sql.execute("update staff.presence set state = 'ONLINE' where member_id <> '%s'".formatted(agents.getFirst().id()));
        }
        Instant started = Instant.now();
        long began = System.nanoTime();
        agents.getFirst().turn("online");
        given.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        double seconds = (System.nanoTime() - began) / 1e9;
        double recorded = count / recordSeconds(workplace, started);
        report.row("queue of %,d".formatted(count), seconds * 1_000, count / seconds, recorded);
        report.line(
                "A queue of %,d with %d agents in %d groups: %,.0f assignments/s on the record, %,.0f on the screens (target ≥ %,.0f).",
                count, agents.size(), groups, recorded, count / seconds, TARGET);
        boolean good = rulesKept(workplace, count, report);
        leave(customers);
        return good;
    }

    /** The customers in turn come about one thing after the other, so that all groups get the same. */
    private void speakUp(VirtualCustomer customer) {
        customer.writeAbout(Staffing.ISSUES.get(arrived.getAndIncrement() % groups), "你好");
    }

    private static List<VirtualCustomer> arrive(Workplace workplace, int count) throws InterruptedException {
        List<VirtualCustomer> customers = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            customers.add(new VirtualCustomer(
                    workplace.exchange(), workplace.server().address(), Memory.LAST_MESSAGE, new VirtualCustomer.Watcher() {}));
        }
        InParallel.run(AT_ONCE, count, number -> customers.get(number).arriveAt(Staffing.SITE));
        for (VirtualCustomer customer : customers) {
            customer.awaitWelcome(PATIENCE);
        }
        return customers;
    }

    private static void leave(List<VirtualCustomer> customers) throws InterruptedException {
        InParallel.run(AT_ONCE, customers.size(), number -> {
            customers.get(number).endConversation();
            customers.get(number).closeWindow();
        });
    }

    private static void awaitQueued(Workplace workplace, int count) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (number(workplace, "select count(*) from conversation.conversation where state = 'QUEUED'") < count) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("The queue does not fill");
            }
            Thread.sleep(50);
        }
    }

    /** From the first moment until the last assignment as the record has it, without the way to the screens. */
    private static double recordSeconds(Workplace workplace, Instant started) throws Exception {
        try (Connection database = workplace.observe();
                Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery("select max(began_at) from conversation.assignment")) {
            row.next();
            return ChronoUnit.MICROS.between(started, row.getObject(1, OffsetDateTime.class).toInstant()) / 1e6;
        }
    }

    private static boolean rulesKept(Workplace workplace, int count, Report report) throws Exception {
        long shared = number(
                workplace,
                """
                select count(*) from (select conversation_id from conversation.assignment where ended_at is null
                                       group by conversation_id having count(*) > 1) shared""");
        long overloaded = number(
                workplace,
                """
                select count(*) from (select m.id from staff.member m
                    join conversation.conversation c on c.agent_id = m.id and c.state = 'HELD'
                   group by m.id, m.capacity having sum(c.weight) > m.capacity) overloaded""");
        long held = number(workplace, "select count(*) from conversation.conversation where state = 'HELD'");
        report.progress("held %,d, by two agents %d, agents above capacity %d", held, shared, overloaded);
        if (shared + overloaded > 0 || held != count) {
            report.line("Held %,d of %,d, by two agents %d, agents above capacity %d.", held, count, shared, overloaded);
        }
        return shared + overloaded == 0 && held == count;
    }

    private static void capacity(Workplace workplace, int capacity) throws Exception {
        try (Connection database = workplace.observe();
                Statement sql = database.createStatement()) {
            sql.execute("update staff.member set capacity = " + capacity);
        }
    }

    private static long number(Workplace workplace, String query) throws Exception {
        try (Connection database = workplace.observe();
                Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void received(VirtualAgent agent, UUID conversation) {
        VirtualAgent before = holder.put(conversation, agent);
        if (before != null && before != agent) {
            givenTwice.incrementAndGet();
        }
        given.countDown();
    }
}

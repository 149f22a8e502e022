package com.huixiang.bench;

import com.huixiang.crowd.Memory;
import com.huixiang.crowd.Message;
import com.huixiang.crowd.Staffing;
import com.huixiang.crowd.VirtualAgent;
import com.huixiang.crowd.VirtualCustomer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Thousands of open windows in a small heap, then all cut at once: everybody comes back and misses nothing. */
final class SocketsScenario implements Scenario, VirtualCustomer.Watcher, VirtualAgent.Watcher {

    private static final int CAPACITY = 200;
    private static final int AT_ONCE = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final double TARGET_SECONDS = 15;

    private final List<VirtualCustomer> customers = new ArrayList<>();
    private final List<VirtualAgent> agents = new ArrayList<>();
    private final Map<UUID, VirtualAgent> holder = new ConcurrentHashMap<>();
    private CountDownLatch placed = new CountDownLatch(0);

    @Override
    public String summary() {
        return "5,000 open windows: memory each, all cut and back without a gap (--sockets N)";
    }

    @Override
    public boolean run(Workplace workplace, Options options, Report report) throws Exception {
        int count = options.number("sockets", 5_000);
        int staff = count / CAPACITY + 5;
        workplace.open(staff, CAPACITY);
        ChatScenario.warmUp(workplace, options.warmUpSeconds());
        long heapBefore = ProcessMemory.liveHeap(workplace.server());
        arrive(workplace, count, staff, report);
        memory(workplace, count, heapBefore, report);
        say("1");
        awaitEveryoneHas(1);
        return cutAndComeBack(count, report);
    }

    private void arrive(Workplace workplace, int count, int staff, Report report) throws InterruptedException {
        placed = new CountDownLatch(count);
        for (int number = 0; number < staff; number++) {
            agents.add(new VirtualAgent(workplace.exchange(), workplace.server().address(), Memory.LAST_MESSAGE, this));
        }
        for (int number = 0; number < count; number++) {
            customers.add(
                    new VirtualCustomer(workplace.exchange(), workplace.server().address(), Memory.EVERYTHING, this));
        }
        InParallel.run(AT_ONCE, staff, number -> {
            agents.get(number).arrive(Staffing.login(number), Staffing.PASSWORD);
            agents.get(number).turn("online");
        });
        long began = System.nanoTime();
        InParallel.run(AT_ONCE, count, number -> {
            customers.get(number).arriveAt(Staffing.SITE);
            customers.get(number).write("你好");
        });
        if (!placed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(placed.getCount() + " customers have no agent");
        }
        report.line("%,d customers arrived, wrote and had their agent in %.1f s.", count, (System.nanoTime() - began) / 1e9);
    }

    private static void memory(Workplace workplace, int count, long heapBefore, Report report) throws Exception {
        long heap = ProcessMemory.liveHeap(workplace.server());
        report.line(
                "%,d open windows, each in a conversation: live heap %.0f MB, of these %.1f KB for each window;"
                        + " resident %.0f MB.",
                count,
                heap / 1e6,
                (heap - heapBefore) / 1024.0 / count,
                ProcessMemory.resident(workplace.server().pid()) / 1e6);
    }

    private boolean cutAndComeBack(int count, Report report) throws InterruptedException {
        long cut = System.nanoTime();
        customers.forEach(VirtualCustomer::cutLine);
        say("2");
        double back = awaitAllBack(cut);
        awaitEveryoneHas(2);
        double complete = (System.nanoTime() - cut) / 1e9;
        say("3");
        awaitEveryoneHas(3);
        int wrong = wrongViews();
        report.line(
                "All %,d cut at once while their agents wrote to them: all back after %.1f s, nothing missing after %.1f s"
                        + " (target ≤ %.0f s).",
                count, back, complete, TARGET_SECONDS);
        report.line("Customers who did not see each message exactly once: %d.", wrong);
        return wrong == 0;
    }

    private void say(String number) {
        customers.forEach(customer -> holder.get(customer.conversation()).write(customer.conversation(), number));
    }

    private double awaitAllBack(long since) throws InterruptedException {
        Thread.sleep(100);
        while (!customers.stream().allMatch(VirtualCustomer::isConnected)) {
            Thread.sleep(20);
        }
        return (System.nanoTime() - since) / 1e9;
    }

    private void awaitEveryoneHas(int messages) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && customers.stream().anyMatch(customer -> fromAgent(customer).size() < messages)) {
            Thread.sleep(20);
        }
    }

    private int wrongViews() {
        return (int) customers.stream()
                .filter(customer -> !fromAgent(customer).equals(List.of("1", "2", "3")))
                .count();
    }

    private static List<String> fromAgent(VirtualCustomer customer) {
        return customer.transcript(customer.conversation()).entries().stream()
                .filter(message -> message.author().equals("agent"))
                .map(Message::text)
                .toList();
    }

    @Override
    public void received(VirtualAgent agent, UUID conversation) {
        if (holder.put(conversation, agent) == null) {
            placed.countDown();
        }
    }
}

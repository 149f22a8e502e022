package com.huixiang.bench;

import com.huixiang.crowd.Memory;
import com.huixiang.crowd.Message;
import com.huixiang.crowd.Post;
import com.huixiang.crowd.Staffing;
import com.huixiang.crowd.VirtualAgent;
import com.huixiang.crowd.VirtualCustomer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The customers and agents of one load shape. Before the load begins every customer has written once and has his agent. */
final class Crowd implements VirtualCustomer.Watcher, VirtualAgent.Watcher, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int AT_ONCE = 16;

    private final List<VirtualCustomer> customers;
    private final List<VirtualAgent> agents;
    private final CountDownLatch placed;
    private volatile @Nullable Load load;

    private Crowd(Workplace workplace, List<URI> nodes, int customers, int agents) {
        placed = new CountDownLatch(customers);
        this.agents = many(
                agents, number -> new VirtualAgent(workplace.exchange(), nodes.get(number % nodes.size()), Memory.LAST_MESSAGE, this));
        this.customers = many(
                customers,
                number -> new VirtualCustomer(
                        workplace.exchange(), nodes.get(number % nodes.size()), Memory.LAST_MESSAGE, this));
    }

    private static <T> List<T> many(int count, IntFunction<T> maker) {
        List<T> all = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            all.add(maker.apply(number));
        }
        return all;
    }

    static Crowd gather(Workplace workplace, int customers, int agents) throws InterruptedException {
        return gather(workplace, List.of(workplace.server().address()), customers, agents);
    }

    /** Connected to these nodes in turn. */
    static Crowd gather(Workplace workplace, List<URI> nodes, int customers, int agents) throws InterruptedException {
        Crowd crowd = new Crowd(workplace, nodes, customers, agents);
        InParallel.run(AT_ONCE, agents, number -> crowd.agent(number).arrive(Staffing.login(number), Staffing.PASSWORD));
        for (VirtualAgent agent : crowd.agents) {
            agent.awaitWelcome(PATIENCE);
        }
        InParallel.run(AT_ONCE, agents, number -> crowd.agent(number).turn("online"));
        InParallel.run(AT_ONCE, customers, number -> {
            crowd.customer(number).arriveAt(Staffing.SITE);
            crowd.customer(number).write("你好");
        });
        if (!crowd.placed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(crowd.placed.getCount() + " of " + customers + " customers have no agent");
        }
        return crowd;
    }

    VirtualCustomer customer(int number) {
        return customers.get(number);
    }

    VirtualAgent agent(int number) {
        return agents.get(number);
    }

    int size() {
        return customers.size();
    }

    void begin(Load load) {
        this.load = load;
        load.begin(this);
    }

    void end() throws InterruptedException {
        Load current = load;
        if (current != null) {
            current.end();
        }
        load = null;
    }

    @Override
    public void received(VirtualAgent agent, UUID conversation) {
        placed.countDown();
    }

    @Override
    public void heard(VirtualAgent agent, Message message) {
        Load current = load;
        if (current != null && message.isFromCustomer() && agent.holds(message.conversation())) {
            current.agentHeard(agent, message);
        }
    }

    @Override
    public void heard(VirtualCustomer customer, Message message) {
        Load current = load;
        if (current != null && message.author().equals("agent")) {
            current.customerHeard(message);
        }
    }

    @Override
    public void acknowledged(VirtualCustomer customer, Post post, int seq) {
        Load current = load;
        if (current != null) {
            current.acknowledgedToCustomer(post);
        }
    }

    @Override
    public void acknowledged(VirtualAgent agent, Post post, int seq) {
        Load current = load;
        if (current != null) {
            current.acknowledgedToAgent();
        }
    }

    /** Everybody goes home and nothing stays open, so that the next shape meets nobody. */
    @Override
    public void close() {
        try {
            InParallel.run(AT_ONCE, customers.size(), number -> {
                customer(number).endConversation();
                customer(number).closeWindow();
            });
            InParallel.run(AT_ONCE, agents.size(), number -> {
                agent(number).turn("offline");
                agent(number).closeWorkbench();
            });
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}

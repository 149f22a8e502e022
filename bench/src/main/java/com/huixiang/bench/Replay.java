package com.huixiang.bench;

import com.huixiang.crowd.Memory;
import com.huixiang.crowd.Message;
import com.huixiang.crowd.Post;
import com.huixiang.crowd.Staffing;
import com.huixiang.crowd.VirtualAgent;
import com.huixiang.crowd.VirtualCustomer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lives the sessions of a log again. Each session is a customer of his own; whichever agent the product gives him writes
 * the agent's lines and closes the conversation at the end. The next line is written when the other side has got the last.
 * The log holds no times: people are taken to need ten seconds for a line, divided by the speed-up.
 */
final class Replay implements VirtualAgent.Watcher {

    /** A session as it was lived: in this conversation. */
    record Lived(UUID conversation, List<ChatLog.Line> lines) {}

    private static final double SECONDS_PER_LINE = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Workplace workplace;
    private final UUID category;
    private final double speedUp;
    private final int atOnce;
    private final List<VirtualAgent> agents = new ArrayList<>();
    private final Map<UUID, VirtualAgent> holder = new ConcurrentHashMap<>();
    private final Map<UUID, Stage> stages = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Lived> lived = new ConcurrentLinkedQueue<>();
    private final LatencyRecorder toAgent = new LatencyRecorder();
    private final LatencyRecorder toCustomer = new LatencyRecorder();
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private LatencyRecorder.Latency toAgentTaken = toAgent.take();
    private LatencyRecorder.Latency toCustomerTaken = toCustomer.take();

    Replay(Workplace workplace, int agents, UUID category, double speedUp, int atOnce) {
        this.workplace = workplace;
        this.category = category;
        this.speedUp = speedUp;
        this.atOnce = atOnce;
        for (int number = 0; number < agents; number++) {
            this.agents.add(new VirtualAgent(
                    workplace.exchange(), workplace.server().address(), Memory.LAST_MESSAGE, this));
        }
    }

    void run(List<ChatLog.Session> sessions, Report report) throws InterruptedException {
        for (int number = 0; number < agents.size(); number++) {
            agents.get(number).arrive(Staffing.login(number), Staffing.PASSWORD);
            agents.get(number).awaitWelcome(PATIENCE);
            agents.get(number).turn("online");
        }
        AtomicInteger done = new AtomicInteger();
        InParallel.run(atOnce, sessions.size(), number -> {
            new Stage(sessions.get(number)).play();
            if (done.incrementAndGet() % 100 == 0) {
                report.progress("%d of %d sessions", done.get(), sessions.size());
            }
        });
        toAgentTaken = toAgent.take();
        toCustomerTaken = toCustomer.take();
    }

    /** One session. What each side hears is handed over to the thread that plays it. */
    private final class Stage implements VirtualCustomer.Watcher {

        private final ChatLog.Session session;
        private final VirtualCustomer customer;
        private final BlockingQueue<Message> agentHeard = new LinkedBlockingQueue<>();
        private final BlockingQueue<Message> customerHeard = new LinkedBlockingQueue<>();
        private final CompletableFuture<UUID> conversation = new CompletableFuture<>();
        private volatile long writtenAt;
        private boolean spoken;

        Stage(ChatLog.Session session) {
            this.session = session;
            this.customer =
                    new VirtualCustomer(workplace.exchange(), workplace.server().address(), Memory.LAST_MESSAGE, this);
        }

        void play() {
            try {
                customer.arriveAt(Staffing.SITE);
                for (ChatLog.Line line : session.lines()) {
                    think();
                    if (line.fromAgent()) {
                        agentWrites(line.text());
                    } else {
                        customerWrites(line.text());
                    }
                }
                UUID id = conversation.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                agentOf(id).close(id, category, "回放结束");
                lived.add(new Lived(id, session.lines()));
                customer.closeWindow();
            } catch (Exception broken) {
                throw new IllegalStateException("Session " + session.id(), broken);
            }
        }

        private void think() throws InterruptedException {
            double factor = ThreadLocalRandom.current().nextDouble(0.5, 1.5);
            Thread.sleep(Math.round(SECONDS_PER_LINE * 1_000 * factor / speedUp));
        }

        /** The second line waits until the first is on the record, as it would in a log with times. */
        private void customerWrites(String text) throws Exception {
            boolean first = !spoken;
            if (!first) {
                conversation.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            spoken = true;
            writtenAt = System.nanoTime();
            customer.write(text);
            written.incrementAndGet();
            if (!first) {
                await(agentHeard, text);
            }
        }

        /** The first line may find everybody busy: the agent writes as soon as there is one. */
        private void agentWrites(String text) throws Exception {
            if (!conversation.isDone() && session.lines().getFirst().fromAgent()) {
                // Logs begin with a greeting now and then; a conversation begins with the customer.
                throw new IllegalStateException("The session begins with the agent");
            }
            UUID id = conversation.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            VirtualAgent agent = agentOf(id);
            writtenAt = System.nanoTime();
            agent.write(id, text);
            written.incrementAndGet();
            await(customerHeard, text);
        }

        private void await(BlockingQueue<Message> heard, String text) throws InterruptedException {
            Message message;
            do {
                message = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                if (message == null) {
                    throw new IllegalStateException("Nobody heard: " + text);
                }
            } while (!message.text().equals(text));
        }

        @Override
        public void acknowledged(VirtualCustomer who, Post post, int seq) {
            UUID id = who.conversation();
            if (id != null && !conversation.isDone()) {
                stages.put(id, this);
                conversation.complete(id);
            }
        }

        @Override
        public void refused(VirtualCustomer who, Post post, String code) {
            refused.incrementAndGet();
        }

        @Override
        public void heard(VirtualCustomer who, Message message) {
            if (message.author().equals("agent") && message.isText()) {
                toCustomer.since(writtenAt);
                customerHeard.add(message);
            }
        }

        void agentHeard(Message message) {
            toAgent.since(writtenAt);
            agentHeard.add(message);
        }
    }

    private VirtualAgent agentOf(UUID conversation) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!holder.containsKey(conversation)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("Nobody took " + conversation);
            }
            Thread.sleep(5);
        }
        return holder.get(conversation);
    }

    @Override
    public void received(VirtualAgent agent, UUID conversation) {
        holder.put(conversation, agent);
    }

    @Override
    public void heard(VirtualAgent agent, Message message) {
        // A line may reach the screen before the row that says whose conversation it is: whoever hears it is the agent.
        Stage stage = stages.get(message.conversation());
        if (stage != null && message.isFromCustomer() && message.isText()) {
            stage.agentHeard(message);
        }
    }

    @Override
    public void refused(VirtualAgent agent, Post post, String code) {
        refused.incrementAndGet();
    }

    List<Lived> lived() {
        return List.copyOf(lived);
    }

    int written() {
        return written.get();
    }

    int refused() {
        return refused.get();
    }

    LatencyRecorder.Latency toAgent() {
        return toAgentTaken;
    }

    LatencyRecorder.Latency toCustomer() {
        return toCustomerTaken;
    }
}

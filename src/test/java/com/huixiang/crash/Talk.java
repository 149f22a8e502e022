package com.huixiang.crash;

import com.huixiang.crowd.Exchange;
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
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Customers who write again and again and agents who answer now and then, each line numbered by its writer. They do not
 * stop when nothing comes back: what cannot be sent waits in their browsers.
 */
final class Talk implements VirtualCustomer.Watcher, VirtualAgent.Watcher {

    private static final int MOST_WAITING = 5;
    private static final int ANSWERED_ONE_IN = 3;
    private static final int ENDS_ONE_IN = 60;

    private final Exchange exchange;
    private final Duration pause;
    private final Promises promises = new Promises();
    private final List<VirtualCustomer> customers = new ArrayList<>();
    private final List<VirtualAgent> agents = new ArrayList<>();
    private final AtomicInteger line = new AtomicInteger();
    private volatile boolean talking = true;

    Talk(Exchange exchange, URI server, int customers, int agents, Duration pause) {
        this(exchange, server, customers, server, agents, pause);
    }

    /** Customers and agents at different doors. */
    Talk(Exchange exchange, URI customersAt, int customers, URI agentsAt, int agents, Duration pause) {
        this.exchange = exchange;
        this.pause = pause;
        for (int number = 0; number < agents; number++) {
            this.agents.add(new VirtualAgent(exchange, agentsAt, Memory.EVERYTHING, this));
        }
        for (int number = 0; number < customers; number++) {
            this.customers.add(new VirtualCustomer(exchange, customersAt, Memory.EVERYTHING, this));
        }
    }

    void begin() throws InterruptedException {
        for (int number = 0; number < agents.size(); number++) {
            agents.get(number).arrive(Staffing.login(number), Staffing.PASSWORD);
            agents.get(number).awaitWelcome(Duration.ofSeconds(30));
            agents.get(number).turn("online");
        }
        for (VirtualCustomer customer : customers) {
            customer.arriveAt(Staffing.SITE);
            talkOn(customer);
        }
    }

    private void talkOn(VirtualCustomer customer) {
        if (talking) {
            if (customer.unacknowledged() < MOST_WAITING) {
                promises.written(customer.write("C" + line.incrementAndGet() + " 请问我的订单什么时候发货？"));
            }
            if (ThreadLocalRandom.current().nextInt(ENDS_ONE_IN) == 0) {
                exchange.attempt(customer::endConversation);
            }
            long millis = Math.round(pause.toMillis() * ThreadLocalRandom.current().nextDouble(0.2, 1.8));
            exchange.later(Duration.ofMillis(millis), () -> talkOn(customer));
        }
    }

    @Override
    public void heard(VirtualAgent agent, Message message) {
        boolean mine = agent.holds(message.conversation());
        if (talking && mine && message.isFromCustomer() && ThreadLocalRandom.current().nextInt(ANSWERED_ONE_IN) == 0) {
            promises.written(agent.write(
                    message.conversation(), "A" + line.incrementAndGet() + " 您好，今天下午就会发出。"));
        }
    }

    @Override
    public void acknowledged(VirtualCustomer customer, Post post, int seq) {
        promises.acknowledged(post, customer.conversation(), seq);
    }

    @Override
    public void acknowledged(VirtualAgent agent, Post post, int seq) {
        promises.acknowledged(post, post.conversation(), seq);
    }

    @Override
    public void refused(VirtualCustomer customer, Post post, String code) {
        promises.refused("customer: " + code);
    }

    @Override
    public void refused(VirtualAgent agent, Post post, String code) {
        promises.refused("agent: " + code);
    }

    /** Answers how many there were. */
    int cutAllLines() {
        long lines = customers.stream().filter(VirtualCustomer::isConnected).count()
                + agents.stream().filter(VirtualAgent::isConnected).count();
        customers.forEach(VirtualCustomer::cutLine);
        agents.forEach(VirtualAgent::cutLine);
        return (int) lines;
    }

    /** Nobody writes any more. */
    void end() {
        talking = false;
    }

    boolean everybodyIsBack() {
        return customers.stream().allMatch(VirtualCustomer::isConnected)
                && agents.stream().allMatch(VirtualAgent::isConnected);
    }

    int unacknowledged() {
        return customers.stream().mapToInt(VirtualCustomer::unacknowledged).sum()
                + agents.stream().mapToInt(VirtualAgent::unacknowledged).sum();
    }

    void leave() {
        customers.forEach(VirtualCustomer::closeWindow);
        agents.forEach(VirtualAgent::closeWorkbench);
    }

    Promises promises() {
        return promises;
    }

    List<VirtualCustomer> customers() {
        return customers;
    }

    List<VirtualAgent> agents() {
        return agents;
    }
}

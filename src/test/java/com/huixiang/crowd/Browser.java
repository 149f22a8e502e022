package com.huixiang.crowd;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A browser that wants to be connected: dials, says hello, pings, dials again with back-off when the line is lost, and
 * sends what was written and is not yet acknowledged.
 */
final class Browser implements Line.Listener {

    /** The page in the browser. */
    interface Page {

        Map<String, Object> hello();

        void welcomed(JsonNode frame);

        void heard(String type, JsonNode frame);

        void acknowledged(Post post, JsonNode frame);

        void refused(Post post, String code);
    }

    private static final Duration PING = Duration.ofSeconds(20);
    /** An answer that takes this long does not come any more. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(8);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private final Exchange exchange;
    private final URI address;
    private final Supplier<Map<String, String>> headers;
    private final Page page;
    private final Outbox outbox = new Outbox();
    private final Backoff backoff = new Backoff();
    private final CountDownLatch firstWelcome = new CountDownLatch(1);
    private @Nullable Line line;
    private boolean welcome;
    private boolean closed;
    private long answeredAt = System.nanoTime();

    Browser(Exchange exchange, URI server, String desk, Supplier<Map<String, String>> headers, Page page) {
        this.exchange = exchange;
        this.address = URI.create(server.toString().replaceFirst("^http", "ws") + "/live/" + desk);
        this.headers = headers;
        this.page = page;
    }

    void open() {
        synchronized (this) {
            if (closed) {
                return;
            }
        }
        exchange.dial(address, headers.get(), this);
    }

    boolean awaitWelcome(Duration patience) throws InterruptedException {
        return firstWelcome.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized boolean isWelcome() {
        return welcome;
    }

    synchronized int unacknowledged() {
        return outbox.size();
    }

    synchronized void write(Post post) {
        Outbox.Due due = outbox.add(post, welcome);
        if (due != null) {
            send(due);
        }
    }

    synchronized void say(Map<String, ?> frame) {
        if (line != null) {
            line.say(frame);
        }
    }

    void close() {
        Line open;
        synchronized (this) {
            closed = true;
            open = line;
        }
        if (open != null) {
            open.hangUp();
        }
    }

    void cut() {
        Line open;
        synchronized (this) {
            open = line;
        }
        if (open != null) {
            open.cut();
        }
    }

    @Override
    public void opened(Line open) {
        synchronized (this) {
            line = open;
        }
        open.say(page.hello());
        pingLater(open);
    }

    @Override
    public void lost() {
        Duration pause;
        synchronized (this) {
            line = null;
            welcome = false;
            pause = backoff.next();
        }
        exchange.later(pause, this::open);
    }

    @Override
    public void heard(JsonNode frame) {
        String type = frame.path("type").asString("");
        switch (type) {
            case "welcome" -> resume(frame);
            case "ack" -> acknowledged(frame);
            case "refused" -> refused(frame);
            case "bye" -> cut();
            default -> page.heard(type, frame);
        }
    }

    private void resume(JsonNode frame) {
        page.welcomed(frame);
        synchronized (this) {
            welcome = true;
            backoff.reset();
            outbox.due().forEach(this::send);
        }
        firstWelcome.countDown();
    }

    private void acknowledged(JsonNode frame) {
        Post post = settle(frame.path("clientId").asString());
        if (post != null) {
            page.acknowledged(post, frame);
        }
    }

    private void refused(JsonNode frame) {
        String clientId = frame.path("clientId").asString("");
        String code = frame.path("code").asString("");
        if (clientId.isEmpty()) {
            return;
        }
        if (code.equals("service.unavailable")) {
            exchange.later(TRY_AGAIN, this::sendAgain);
            return;
        }
        Post post = settle(clientId);
        if (post != null) {
            page.refused(post, code);
        }
    }

    private synchronized @Nullable Post settle(String clientId) {
        answeredAt = System.nanoTime();
        Post post = outbox.settle(UUID.fromString(clientId));
        if (post != null && welcome) {
            Outbox.Due next = outbox.after(post);
            if (next != null) {
                send(next);
            }
        }
        return post;
    }

    private synchronized void sendAgain() {
        if (welcome) {
            outbox.due().forEach(this::send);
        }
    }

    private void send(Outbox.Due due) {
        if (line != null) {
            line.say(due.post().frame(due.again()));
        }
    }

    private void pingLater(Line open) {
        exchange.later(PING, () -> {
            if (open.isOpen()) {
                open.say(Map.of("type", "ping"));
                repeatWhatNobodyAnswered();
                pingLater(open);
            }
        });
    }

    private synchronized void repeatWhatNobodyAnswered() {
        if (outbox.size() > 0 && System.nanoTime() - answeredAt > ANSWER_WITHIN.toNanos()) {
            sendAgain();
        }
    }
}

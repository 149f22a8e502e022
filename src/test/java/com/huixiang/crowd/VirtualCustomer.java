package com.huixiang.crowd;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A customer with the chat window open. When the line is lost he comes back and resumes after what he saw last. */
public final class VirtualCustomer implements Browser.Page {

    /** Whoever watches this customer. Told by one thread at a time. */
    public interface Watcher {

        default void acknowledged(VirtualCustomer customer, Post post, int seq) {}

        default void refused(VirtualCustomer customer, Post post, String code) {}

        default void heard(VirtualCustomer customer, Message message) {}

        default void resumed(VirtualCustomer customer) {}
    }

    private final Door door;
    private final Exchange exchange;
    private final Browser browser;
    private final Watcher watcher;
    private final Memory memory;
    private Transcript transcript;
    private String token = "";
    private @Nullable UUID conversation;

    public VirtualCustomer(Exchange exchange, URI server, Memory memory, Watcher watcher) {
        this.door = new Door(server);
        this.exchange = exchange;
        this.browser = new Browser(exchange, server, "visitor", Map::of, this);
        this.watcher = watcher;
        this.memory = memory;
        this.transcript = new Transcript(memory);
    }

    /** Opens the chat window for the first time. */
    public void arriveAt(String site) {
        token = door.post("/api/visitor/session", Map.of("site", site)).good().path("token").asString();
        door.showToken(token);
        browser.open();
    }

    /** False when there was no welcome within this time. */
    public boolean awaitWelcome(Duration patience) throws InterruptedException {
        return browser.awaitWelcome(patience);
    }

    public Post write(String text) {
        Post post = new Post(UUID.randomUUID(), null, text);
        browser.write(post);
        return post;
    }

    /** Ends the conversation; the window stays open. */
    public void endConversation() {
        door.post("/api/visitor/end", Map.of()).good();
    }

    public void closeWindow() {
        browser.close();
    }

    public void cutLine() {
        browser.cut();
    }

    public boolean isConnected() {
        return browser.isWelcome();
    }

    public int unacknowledged() {
        return browser.unacknowledged();
    }

    public Door door() {
        return door;
    }

    public synchronized @Nullable UUID conversation() {
        return conversation;
    }

    /** Of the conversation he is in, or was in last. */
    public synchronized Transcript transcript() {
        return transcript;
    }

    @Override
    public synchronized Map<String, Object> hello() {
        Map<String, Object> hello = new HashMap<>(Map.of("type", "hello", "token", token));
        if (conversation != null) {
            hello.put("conversation", conversation);
            hello.put("after", transcript.lastSeq());
        }
        return hello;
    }

    @Override
    public void welcomed(JsonNode frame) {
        frame.path("missed").forEach(message -> take(Message.of(message)));
        int lastSeq = frame.path("conversation").path("lastSeq").asInt(0);
        if (conversation() != null && lastSeq > transcript().lastSeq()) {
            exchange.aside(this::catchUp);
        }
        watcher.resumed(this);
    }

    @Override
    public void heard(String type, JsonNode frame) {
        if (type.equals("message")) {
            take(Message.of(frame.path("message")));
        }
    }

    @Override
    public void acknowledged(Post post, JsonNode frame) {
        turnTo(UUID.fromString(frame.path("conversation").asString()));
        watcher.acknowledged(this, post, frame.path("seq").asInt());
    }

    @Override
    public void refused(Post post, String code) {
        watcher.refused(this, post, code);
    }

    private void take(Message message) {
        switch (turnTo(message.conversation()).take(message)) {
            case NEW -> watcher.heard(this, message);
            case SEEN -> {}
            case GAP -> exchange.aside(this::catchUp);
        }
    }

    private synchronized Transcript turnTo(UUID current) {
        if (!current.equals(conversation)) {
            conversation = current;
            transcript = new Transcript(memory);
        }
        return transcript;
    }

    /** Asks for what is missing after the last message seen, page by page. */
    private void catchUp() {
        for (boolean more = true; more; ) {
            JsonNode page = door.get("/api/visitor/messages?conversation=" + conversation() + "&limit=100&after="
                            + transcript().lastSeq())
                    .good();
            page.path("items").forEach(item -> take(Message.of(item)));
            more = page.path("more").asBoolean(false) && !page.path("items").isEmpty();
        }
    }
}

package com.huixiang.crowd;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<UUID, Transcript> transcripts = new ConcurrentHashMap<>();
    private String token = "";
    private @Nullable UUID conversation;
    private @Nullable UUID former;

    public VirtualCustomer(Exchange exchange, URI server, Memory memory, Watcher watcher) {
        this.door = new Door(server);
        this.exchange = exchange;
        this.browser = new Browser(exchange, server, "visitor", Map::of, this);
        this.watcher = watcher;
        this.memory = memory;
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
        return writeAbout(null, text);
    }

    /** Having chosen from the menu what it is about. */
    public Post writeAbout(@Nullable String issue, String text) {
        Post post = new Post(UUID.randomUUID(), null, text, issue);
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

    /** Everything he ever saw, conversation by conversation. */
    public Map<UUID, Transcript> transcripts() {
        return Map.copyOf(transcripts);
    }

    public Transcript transcript(UUID of) {
        return transcripts.computeIfAbsent(of, name -> new Transcript(memory));
    }

    @Override
    public synchronized Map<String, Object> hello() {
        Map<String, Object> hello = new HashMap<>(Map.of("type", "hello", "token", token));
        if (conversation != null) {
            hello.put("conversation", conversation);
            hello.put("after", transcript(conversation).lastSeq());
        }
        return hello;
    }

    @Override
    public void welcomed(JsonNode frame) {
        frame.path("missed").forEach(message -> take(Message.of(message)));
        JsonNode open = frame.path("conversation");
        if (open.isObject()) {
            UUID current = UUID.fromString(open.path("id").asString());
            turnTo(current);
            if (open.path("lastSeq").asInt() > transcript(current).lastSeq()) {
                exchange.aside(() -> catchUp(current));
            }
        }
        UUID before = former();
        if (before != null) {
            exchange.aside(() -> catchUp(before));
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
        switch (transcript(message.conversation()).take(message)) {
            case NEW -> watcher.heard(this, message);
            case SEEN -> {}
            case GAP -> exchange.aside(() -> catchUp(message.conversation()));
        }
    }

    private synchronized void turnTo(UUID current) {
        if (!current.equals(conversation)) {
            former = conversation;
            conversation = current;
        }
    }

    private synchronized @Nullable UUID former() {
        return former;
    }

    /** Asks for what is missing after the last message seen, page by page. */
    private void catchUp(UUID of) {
        for (boolean more = true; more; ) {
            JsonNode page = door.get("/api/visitor/messages?conversation=" + of + "&limit=100&after="
                            + transcript(of).lastSeq())
                    .good();
            page.path("items").forEach(item -> take(Message.of(item)));
            more = page.path("more").asBoolean(false) && !page.path("items").isEmpty();
        }
    }
}

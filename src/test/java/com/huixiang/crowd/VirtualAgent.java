package com.huixiang.crowd;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** An agent at the workbench: gets conversations, reads along, answers, loses the line and resumes. */
public final class VirtualAgent implements Browser.Page {

    /** Whoever watches this agent. Told by one thread at a time. */
    public interface Watcher {

        /** The agent's screen shows that he has this conversation now. */
        default void received(VirtualAgent agent, UUID conversation) {}

        default void heard(VirtualAgent agent, Message message) {}

        default void acknowledged(VirtualAgent agent, Post post, int seq) {}

        default void refused(VirtualAgent agent, Post post, String code) {}

        default void resumed(VirtualAgent agent) {}
    }

    private final Door door;
    private final Exchange exchange;
    private final Browser browser;
    private final Memory memory;
    private final Watcher watcher;
    private final Map<UUID, Transcript> transcripts = new ConcurrentHashMap<>();
    private final Set<UUID> mine = ConcurrentHashMap.newKeySet();
    private UUID id = new UUID(0, 0);

    public VirtualAgent(Exchange exchange, URI server, Memory memory, Watcher watcher) {
        this.door = new Door(server);
        this.exchange = exchange;
        this.browser = new Browser(exchange, server, "staff", () -> Map.of("Cookie", door.cookies()), this);
        this.memory = memory;
        this.watcher = watcher;
    }

    /** Signs in, comes to the desk and opens the workbench. */
    public void arrive(String login, String password) {
        door.get("/api/session");
        JsonNode me = door.post("/api/session", Map.of("login", login, "password", password)).good();
        id = UUID.fromString(me.path("id").asString());
        browser.open();
    }

    /** False when there was no welcome within this time. */
    public boolean awaitWelcome(Duration patience) throws InterruptedException {
        return browser.awaitWelcome(patience);
    }

    public void turn(String presence) {
        door.put("/api/staff/me/presence", Map.of("state", presence)).good();
    }

    public Post write(UUID conversation, String text) {
        Post post = new Post(UUID.randomUUID(), conversation, text, null);
        browser.write(post);
        return post;
    }

    public void close(UUID conversation, UUID category, String summary) {
        door.put("/api/conversations/" + conversation + "/closure", Map.of("categoryId", category, "summary", summary))
                .good();
    }

    public void closeWorkbench() {
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

    public UUID id() {
        return id;
    }

    public Door door() {
        return door;
    }

    /** The conversations his screen shows as his. */
    public Collection<UUID> mine() {
        return Set.copyOf(mine);
    }

    public boolean holds(UUID conversation) {
        return mine.contains(conversation);
    }

    public Transcript transcript(UUID conversation) {
        return transcripts.computeIfAbsent(conversation, name -> new Transcript(memory));
    }

    @Override
    public Map<String, Object> hello() {
        return Map.of("type", "hello");
    }

    @Override
    public void welcomed(JsonNode frame) {
        exchange.aside(() -> {
            refreshMine();
            watcher.resumed(this);
        });
    }

    /** After each welcome, as the workbench does: the list by REST, then what was missed of each conversation. */
    private void refreshMine() {
        Map<UUID, Integer> held = new LinkedHashMap<>();
        String cursor = "";
        do {
            JsonNode page = door.get("/api/conversations?tab=mine&limit=100" + cursor).good();
            page.path("items").forEach(row -> {
                if (isHeldByMe(row)) {
                    held.put(UUID.fromString(row.path("id").asString()), row.path("lastSeq").asInt());
                }
            });
            cursor = page.path("next").isString() ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        mine.retainAll(held.keySet());
        held.forEach((conversation, lastSeq) -> {
            hold(conversation);
            if (lastSeq > transcript(conversation).lastSeq()) {
                catchUp(conversation);
            }
        });
    }

    @Override
    public void heard(String type, JsonNode frame) {
        switch (type) {
            case "message" -> take(Message.of(frame.path("message")));
            case "messages" -> takeAll(frame);
            case "conversation" -> placed(frame.path("row"));
            default -> {}
        }
    }

    private void takeAll(JsonNode frame) {
        frame.path("items").forEach(item -> take(Message.of(item)));
        if (frame.path("more").asBoolean(false)) {
            catchUp(UUID.fromString(frame.path("conversation").asString()));
        }
    }

    private void take(Message message) {
        switch (transcript(message.conversation()).take(message)) {
            case NEW -> watcher.heard(this, message);
            case SEEN -> {}
            case GAP -> {
                if (mine.contains(message.conversation())) {
                    catchUp(message.conversation());
                }
            }
        }
    }

    private void placed(JsonNode row) {
        UUID conversation = UUID.fromString(row.path("id").asString());
        if (isHeldByMe(row)) {
            hold(conversation);
            if (row.path("lastSeq").asInt() > transcript(conversation).lastSeq()) {
                catchUp(conversation);
            }
        } else if (mine.remove(conversation)) {
            browser.say(Map.of("type", "unsubscribe", "conversation", conversation));
        }
    }

    private boolean isHeldByMe(JsonNode row) {
        return row.path("state").asString("").equals("held")
                && row.path("agent").path("id").asString("").equals(id.toString());
    }

    private void hold(UUID conversation) {
        if (mine.add(conversation)) {
            watcher.received(this, conversation);
        }
    }

    private void catchUp(UUID conversation) {
        browser.say(new HashMap<>(Map.of(
                "type", "subscribe",
                "conversation", conversation,
                "after", transcript(conversation).lastSeq())));
    }

    @Override
    public void acknowledged(Post post, JsonNode frame) {
        watcher.acknowledged(this, post, frame.path("seq").asInt());
    }

    @Override
    public void refused(Post post, String code) {
        watcher.refused(this, post, code);
    }
}

package com.huixiang;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser's live connection without a screen: a real WebSocket, and every frame it has heard. */
public final class LiveLine implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long PATIENCE_MILLIS = 10_000;

    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final WebSocket socket;
    private volatile boolean ended;

    private LiveLine(WebSocket.Builder handshake, int port, String desk) {
        this.socket = handshake
                .buildAsync(URI.create("ws://localhost:" + port + "/live/" + desk), new Ear())
                .join();
    }

    /** As a customer: anybody may connect. */
    public static LiveLine ofVisitor(int port) {
        return new LiveLine(HttpClient.newHttpClient().newWebSocketBuilder(), port, "visitor");
    }

    /** As the member who is signed in at this browser. */
    public static LiveLine of(StaffBrowser browser, int port) {
        var handshake = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", "HXSESSION=" + browser.cookie("HXSESSION").orElseThrow());
        return new LiveLine(handshake, port, "staff");
    }

    public LiveLine says(String frame) {
        socket.sendText(frame, true).join();
        return this;
    }

    /** The first frame of this type, heard already or awaited. */
    public JsonNode hears(String type) {
        return hears(type, frame -> true);
    }

    /** The first frame of this type that fits. */
    public JsonNode hears(String type, Predicate<JsonNode> fits) {
        for (long waited = 0; waited < PATIENCE_MILLIS; waited += 10) {
            for (JsonNode frame : heard) {
                if (frame.path("type").asString("").equals(type) && fits.test(frame)) {
                    return frame;
                }
            }
            pause();
        }
        throw new AssertionError("No frame \"" + type + "\" came; heard: " + heard);
    }

    /** Somebody else has ended it. */
    public boolean ends() {
        for (long waited = 0; waited < PATIENCE_MILLIS && !ended; waited += 10) {
            pause();
        }
        return ended;
    }

    public List<JsonNode> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private final class Ear implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            ended = true;
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            ended = true;
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
            text.append(piece);
            if (last) {
                heard.add(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}

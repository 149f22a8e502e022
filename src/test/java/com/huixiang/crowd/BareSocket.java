package com.huixiang.crowd;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A socket in the hands of somebody who says what he likes. It does not come back when it is lost. */
public final class BareSocket implements Line.Listener {

    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch open = new CountDownLatch(1);
    private volatile @Nullable Line line;

    private BareSocket() {}

    public static BareSocket dial(Exchange exchange, URI server, String desk) throws InterruptedException {
        BareSocket socket = new BareSocket();
        exchange.dial(
                URI.create(server.toString().replaceFirst("^http", "ws") + "/live/" + desk), Map.of(), socket);
        socket.open.await();
        return socket;
    }

    public BareSocket say(Map<String, ?> frame) {
        Line current = line;
        if (current != null) {
            current.say(frame);
        }
        return this;
    }

    /** The frames of this type so far. */
    public List<JsonNode> heard(String type) {
        return heard.stream()
                .filter(frame -> frame.path("type").asString("").equals(type))
                .toList();
    }

    public void hangUp() {
        Line current = line;
        if (current != null) {
            current.hangUp();
        }
    }

    @Override
    public void opened(Line opened) {
        line = opened;
        open.countDown();
    }

    @Override
    public void heard(JsonNode frame) {
        heard.add(frame);
    }

    @Override
    public void lost() {
        open.countDown();
    }
}

package com.huixiang.push;

import java.security.Principal;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One open browser, over a WebSocket or over long polling. Frames leave in the order in which they were told. The buffer
 * is bounded: a browser that does not read in time is dropped and comes back to resume (DESIGN 2).
 */
public abstract class LiveSession {

    /** How many characters may wait for a slow browser before it is dropped. */
    static final int BUFFER_CHARACTERS = 1_000_000;

    private final String id;
    private final LiveDesk desk;
    private final @Nullable Principal caller;
    private final LiveTopics topics;
    private final Set<Topic> joined = ConcurrentHashMap.newKeySet();
    private final Queue<String> waiting = new ArrayDeque<>();
    private int waitingCharacters;
    private boolean ended;
    private volatile long heardAt;
    private volatile @Nullable Object guest;

    LiveSession(String id, LiveDesk desk, @Nullable Principal caller, LiveTopics topics) {
        this.id = id;
        this.desk = desk;
        this.caller = caller;
        this.topics = topics;
    }

    public String id() {
        return id;
    }

    public @Nullable Principal caller() {
        return caller;
    }

    /** What the desk knows about this browser; null until it has said hello. */
    public @Nullable Object guest() {
        return guest;
    }

    public void seat(Object guest) {
        this.guest = guest;
    }

    public void join(Topic topic) {
        synchronized (waiting) {
            if (!ended && joined.add(topic)) {
                topics.add(topic, this);
            }
        }
    }

    public void leave(Topic topic) {
        if (joined.remove(topic)) {
            topics.remove(topic, this);
        }
    }

    public boolean hasJoined(Topic topic) {
        return joined.contains(topic);
    }

    /** Tells this browser alone. */
    public void tell(Object payload) {
        offer(topics.write(payload));
    }

    /** Ends the session; the browser is expected to come back. */
    public void drop() {
        synchronized (waiting) {
            if (ended) {
                return;
            }
            ended = true;
            waiting.clear();
            joined.forEach(topic -> topics.remove(topic, this));
            joined.clear();
        }
        disconnect();
        desk.left(this);
    }

    void offer(String frame) {
        boolean tooSlow;
        synchronized (waiting) {
            if (ended) {
                return;
            }
            waiting.add(frame);
            waitingCharacters += frame.length();
            tooSlow = waitingCharacters > BUFFER_CHARACTERS;
        }
        if (tooSlow) {
            drop();
        } else {
            wake();
        }
    }

    /** The next frame to send, or null when nothing waits. */
    @Nullable String next() {
        synchronized (waiting) {
            String frame = waiting.poll();
            if (frame != null) {
                waitingCharacters -= frame.length();
            }
            return frame;
        }
    }

    boolean isEmpty() {
        synchronized (waiting) {
            return waiting.isEmpty();
        }
    }

    LiveDesk desk() {
        return desk;
    }

    void heard(long now) {
        heardAt = now;
    }

    long heardAt() {
        return heardAt;
    }

    /** Something is waiting to be sent. */
    abstract void wake();

    /** Cut the line. */
    abstract void disconnect();
}

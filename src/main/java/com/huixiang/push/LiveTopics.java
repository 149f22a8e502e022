package com.huixiang.push;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** FRONT DOOR: who listens to what on this node, and telling them. */
@Component
public class LiveTopics {

    private final ConcurrentHashMap<Topic, Set<LiveSession>> listeners = new ConcurrentHashMap<>();
    private final JsonMapper json;

    LiveTopics(JsonMapper json) {
        this.json = json;
    }

    /** Tells everybody who listens to this topic now. The payload is written once, however many listen. */
    public void tell(Topic topic, Object payload) {
        Set<LiveSession> sessions = listeners.get(topic);
        if (sessions != null && !sessions.isEmpty()) {
            String frame = write(payload);
            sessions.forEach(session -> session.offer(frame));
        }
    }

    /** Tells everybody who listens to at least one of the topics, each browser once. */
    public void tell(Collection<Topic> topics, Object payload) {
        Set<LiveSession> sessions = new HashSet<>();
        topics.forEach(topic -> sessions.addAll(listeners.getOrDefault(topic, Set.of())));
        if (!sessions.isEmpty()) {
            String frame = write(payload);
            sessions.forEach(session -> session.offer(frame));
        }
    }

    /** Whoever listens to one topic now listens to the other one too. */
    public void enrol(Topic listenersOf, Topic alsoInto) {
        List.copyOf(listeners.getOrDefault(listenersOf, Set.of())).forEach(session -> session.join(alsoInto));
    }

    /** Nobody who listens to the first topic listens to the other one any longer. */
    public void dismiss(Topic listenersOf, Topic from) {
        List.copyOf(listeners.getOrDefault(listenersOf, Set.of())).forEach(session -> session.leave(from));
    }

    public boolean anybodyListens(Topic topic) {
        return listeners.containsKey(topic);
    }

    void add(Topic topic, LiveSession session) {
        listeners.compute(topic, (name, sessions) -> {
            Set<LiveSession> all = sessions == null ? ConcurrentHashMap.newKeySet(2) : sessions;
            all.add(session);
            return all;
        });
    }

    void remove(Topic topic, LiveSession session) {
        listeners.computeIfPresent(topic, (name, sessions) -> {
            sessions.remove(session);
            return sessions.isEmpty() ? null : sessions;
        });
    }

    String write(Object payload) {
        return json.writeValueAsString(payload);
    }
}

package com.huixiang.push;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** FRONT DOOR: who listens to what, on whatever node, and telling them. */
@Component
public class LiveTopics {

    private final ConcurrentHashMap<Topic, Set<LiveSession>> listeners = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UUID, Set<Topic>> elsewhere = new ConcurrentHashMap<>();
    private final Neighbours neighbours;
    private final JsonMapper json;

    LiveTopics(Neighbours neighbours, JsonMapper json) {
        this.neighbours = neighbours;
        this.json = json;
    }

    /** Tells everybody who listens to this topic now. The payload is written once, however many listen. */
    public void tell(Topic topic, Object payload) {
        tell(List.of(topic), payload);
    }

    /** Tells everybody who listens to at least one of the topics, each browser once. */
    public void tell(Collection<Topic> topics, Object payload) {
        Collection<LiveSession> sessions = listenersOf(topics);
        if (!sessions.isEmpty() || !neighbours.areAbsent()) {
            String frame = write(payload);
            sessions.forEach(session -> session.offer(frame));
            neighbours.tell(topics, frame);
        }
    }

    /** Tells those who listen at this node alone: of what each node finds out by itself. */
    public void tellHere(Topic topic, Object payload) {
        Collection<LiveSession> sessions = listenersOf(List.of(topic));
        if (!sessions.isEmpty()) {
            String frame = write(payload);
            sessions.forEach(session -> session.offer(frame));
        }
    }

    void tellHere(Collection<Topic> topics, String frame) {
        listenersOf(topics).forEach(session -> session.offer(frame));
    }

    private Collection<LiveSession> listenersOf(Collection<Topic> topics) {
        if (topics.size() == 1) {
            return listeners.getOrDefault(topics.iterator().next(), Set.of());
        }
        Set<LiveSession> sessions = new HashSet<>();
        topics.forEach(topic -> sessions.addAll(listeners.getOrDefault(topic, Set.of())));
        return sessions;
    }

    /** Whoever listens to one topic now listens to the other one too. */
    public void enrol(Topic listenersOf, Topic alsoInto) {
        enrolHere(listenersOf, alsoInto);
        neighbours.say("enrol " + listenersOf.name() + " " + alsoInto.name());
    }

    void enrolHere(Topic listenersOf, Topic alsoInto) {
        List.copyOf(listeners.getOrDefault(listenersOf, Set.of())).forEach(session -> session.join(alsoInto));
    }

    /** Nobody who listens to the first topic listens to the other one any longer. */
    public void dismiss(Topic listenersOf, Topic from) {
        dismissHere(listenersOf, from);
        neighbours.say("dismiss " + listenersOf.name() + " " + from.name());
    }

    void dismissHere(Topic listenersOf, Topic from) {
        List.copyOf(listeners.getOrDefault(listenersOf, Set.of())).forEach(session -> session.leave(from));
    }

    /** Whether somebody is there, at this node or, as far as it has heard, at another one. */
    public boolean anybodyListens(Topic topic) {
        return listeners.containsKey(topic)
                || elsewhere.values().stream().anyMatch(topics -> topics.contains(topic));
    }

    /** Whether it is worth finding out what there is to tell: with other nodes it always may be. */
    public boolean anybodyMayListen(Topic topic) {
        return listeners.containsKey(topic) || !neighbours.areAbsent();
    }

    List<String> names() {
        return listeners.keySet().stream().map(Topic::name).toList();
    }

    void joinedElsewhere(UUID node, Collection<Topic> topics) {
        elsewhere.computeIfAbsent(node, id -> ConcurrentHashMap.newKeySet()).addAll(topics);
    }

    void leftElsewhere(UUID node, Collection<Topic> topics) {
        elsewhere.getOrDefault(node, Set.of()).removeAll(topics);
    }

    void forget(UUID node) {
        elsewhere.remove(node);
    }

    void add(Topic topic, LiveSession session) {
        listeners.compute(topic, (name, sessions) -> {
            Set<LiveSession> all = sessions == null ? ConcurrentHashMap.newKeySet(2) : sessions;
            all.add(session);
            if (sessions == null) {
                neighbours.say("joined " + topic.name());
            }
            return all;
        });
    }

    void remove(Topic topic, LiveSession session) {
        listeners.computeIfPresent(topic, (name, sessions) -> {
            sessions.remove(session);
            if (sessions.isEmpty()) {
                neighbours.say("left " + topic.name());
            }
            return sessions.isEmpty() ? null : sessions;
        });
    }

    String write(Object payload) {
        return json.writeValueAsString(payload);
    }
}

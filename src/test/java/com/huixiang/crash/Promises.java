package com.huixiang.crash;

import com.huixiang.crowd.Post;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What people wrote and what they were told about it. */
final class Promises {

    /** The server said: this is on the record, at this place. */
    record Promise(Post post, @Nullable UUID conversation, int seq) {}

    private final Map<UUID, Post> written = new ConcurrentHashMap<>();
    private final Map<UUID, Promise> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();

    void written(Post post) {
        written.put(post.clientId(), post);
    }

    void acknowledged(Post post, @Nullable UUID conversation, int seq) {
        acknowledged.put(post.clientId(), new Promise(post, conversation, seq));
    }

    /** Said no to, for example because the conversation was given to a colleague meanwhile. */
    void refused(String code) {
        refused.merge(code, 1, Integer::sum);
    }

    Map<UUID, Post> written() {
        return written;
    }

    Map<UUID, Promise> acknowledged() {
        return acknowledged;
    }

    SortedMap<String, Integer> refused() {
        return new TreeMap<>(refused);
    }
}

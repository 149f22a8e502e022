package com.huixiang.crowd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was written and is not yet acknowledged. One post of a conversation is under way at a time and the next one follows
 * its acknowledgement, as in the product's own browsers: this is what keeps the order when the line breaks.
 */
final class Outbox {

    /** A post that is due, and whether it had been sent before. */
    record Due(Post post, boolean again) {}

    private static final class Waiting {

        private final Post post;
        private boolean sent;

        Waiting(Post post) {
            this.post = post;
        }

        Due due() {
            boolean before = sent;
            sent = true;
            return new Due(post, before);
        }
    }

    private final Map<Object, ArrayDeque<Waiting>> rows = new HashMap<>();
    private final Map<UUID, Post> posts = new HashMap<>();

    /** The post, if nothing of its conversation is under way. */
    @Nullable Due add(Post post, boolean lineIsUp) {
        ArrayDeque<Waiting> row = rows.computeIfAbsent(rowOf(post), name -> new ArrayDeque<>(2));
        Waiting waiting = new Waiting(post);
        row.add(waiting);
        posts.put(post.clientId(), post);
        return lineIsUp && row.size() == 1 ? waiting.due() : null;
    }

    /** The answered post leaves; null when it is not known (any more), as after a second acknowledgement. */
    @Nullable Post settle(UUID clientId) {
        Post answered = posts.remove(clientId);
        if (answered != null) {
            rows.get(rowOf(answered)).removeIf(waiting -> waiting.post == answered);
        }
        return answered;
    }

    /** The post that may go out now that this one is answered. */
    @Nullable Due after(Post answered) {
        ArrayDeque<Waiting> row = rows.get(rowOf(answered));
        if (row == null || row.isEmpty()) {
            rows.remove(rowOf(answered));
            return null;
        }
        return row.peek().due();
    }

    /** Everything that may go out on a fresh line. */
    List<Due> due() {
        List<Due> due = new ArrayList<>();
        rows.values().forEach(row -> {
            if (!row.isEmpty()) {
                due.add(row.peek().due());
            }
        });
        return due;
    }

    int size() {
        return posts.size();
    }

    private static Object rowOf(Post post) {
        return post.conversation() == null ? "mine" : post.conversation();
    }
}

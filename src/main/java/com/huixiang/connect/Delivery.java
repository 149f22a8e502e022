package com.huixiang.connect;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one webhook, with its tries.
 *
 * @param status what the other side answered last
 * @param nextAt when it is tried again, while it waits
 */
public record Delivery(
        UUID id,
        UUID webhook,
        @Nullable UUID conversation,
        int seq,
        String event,
        State state,
        int attempts,
        @Nullable Integer status,
        @Nullable String error,
        @Nullable Integer tookMillis,
        Instant createdAt,
        Instant nextAt,
        @Nullable Instant doneAt) {

    /** WAITING is tried again; DEAD was given up and can be replayed by hand. */
    public enum State {
        WAITING,
        DELIVERED,
        DEAD
    }
}

package com.huixiang.task;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something we promised to do for a customer.
 *
 * @param promisedAt what he was told
 * @param cameUpAt when its owner was reminded
 * @param overdueSince set when it was not done in time
 * @param outcome how it ended: reached, not-reached, answered, other
 */
public record Task(
        TaskId id,
        TaskKind kind,
        Named customer,
        UUID conversation,
        @Nullable String contact,
        String text,
        Instant promisedAt,
        Instant dueAt,
        @Nullable Named owner,
        @Nullable Named group,
        @Nullable Named store,
        State state,
        @Nullable Instant cameUpAt,
        @Nullable Instant overdueSince,
        @Nullable String outcome,
        @Nullable String note,
        @Nullable Instant doneAt,
        Instant createdAt) {

    public enum State {
        OPEN,
        DONE
    }

    public record Named(UUID id, String name) {}
}

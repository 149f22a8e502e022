package com.huixiang.task;

import com.huixiang.customer.Mask;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Permission;
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

    /** P-08: the number in part, unless the reader's role shows it whole; null stands for everybody who listens. */
    public Task maskedFor(@Nullable Actor reader) {
        return reader != null && reader.may(Permission.CONTACTS)
                ? this
                : new Task(
                        id, kind, customer, conversation, Mask.contact(contact), text, promisedAt, dueAt, owner, group,
                        store, state, cameUpAt, overdueSince, outcome, note, doneAt, createdAt);
    }

    public enum State {
        OPEN,
        DONE
    }

    public record Named(UUID id, String name) {}
}

package com.huixiang.sla;

import com.huixiang.conversation.ConversationId;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.ServiceHours.Place;
import com.huixiang.staff.StaffId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one wait, with the standard as it was when the wait began.
 *
 * @param step 0 running, 1 warned, 2 breached, then one for each escalation
 * @param nextAt when something happens by itself
 * @param askedAt the customer's first word of this turn; null while only a button was pressed
 */
record ServiceClock(
        UUID id,
        ConversationId conversation,
        ClockKind kind,
        Instant startedAt,
        int version,
        int standardSeconds,
        Place place,
        Instant warnAt,
        Instant dueAt,
        int step,
        @Nullable Instant nextAt,
        @Nullable Instant stoppedAt,
        @Nullable Why why,
        @Nullable Instant askedAt,
        @Nullable StaffId answeredBy,
        @Nullable GroupId group,
        String channel,
        String channelKind) {

    static final int WARNED = 1;
    static final int BREACHED = 2;

    /** Why it stands still. */
    enum Why {
        ANSWERED,
        CLOSED,
        SETTLED
    }

    boolean runs() {
        return stoppedAt == null;
    }

    boolean isLate() {
        return stoppedAt != null && stoppedAt.isAfter(dueAt);
    }

    ServiceClock asked(@Nullable Instant at) {
        return new ServiceClock(
                id, conversation, kind, startedAt, version, standardSeconds, place, warnAt, dueAt, step, nextAt,
                stoppedAt, why, at, answeredBy, group, channel, channelKind);
    }

    ServiceClock stopped(Instant at, Why reason, @Nullable StaffId by, @Nullable GroupId nowWith) {
        return new ServiceClock(
                id, conversation, kind, startedAt, version, standardSeconds, place, warnAt, dueAt, step, null,
                at.isBefore(startedAt) ? startedAt : at, reason, askedAt, by, nowWith, channel, channelKind);
    }

    ServiceClock heldBy(@Nullable StaffId agent, @Nullable GroupId nowWith) {
        return new ServiceClock(
                id, conversation, kind, startedAt, version, standardSeconds, place, warnAt, dueAt, step, nextAt,
                stoppedAt, why, askedAt, agent, nowWith, channel, channelKind);
    }

    ServiceClock at(int reached, @Nullable Instant then) {
        return new ServiceClock(
                id, conversation, kind, startedAt, version, standardSeconds, place, warnAt, dueAt, reached, then,
                stoppedAt, why, askedAt, answeredBy, group, channel, channelKind);
    }
}

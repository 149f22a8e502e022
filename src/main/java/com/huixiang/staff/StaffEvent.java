package com.huixiang.staff;

import org.jspecify.annotations.Nullable;

/** All news this module tells, published inside the transaction that made it true. */
public sealed interface StaffEvent {

    record PresenceChanged(StaffId id, PresenceState before, PresenceState after, @Nullable String reason)
            implements StaffEvent {}
}

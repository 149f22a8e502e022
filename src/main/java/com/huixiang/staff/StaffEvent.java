package com.huixiang.staff;

import org.jspecify.annotations.Nullable;

/** All news this module tells, published inside the transaction that made it true. */
public sealed interface StaffEvent {

    record PresenceChanged(StaffId id, PresenceState before, PresenceState after, @Nullable String reason)
            implements StaffEvent {}

    /** What the member may do, or whether he may come in at all, is not what it was. {@code signedOut}: everywhere. */
    record AccessChanged(StaffId id, boolean signedOut) implements StaffEvent {}

    /** The owner has made his account. {@code shop} is what the shop is called; empty when he did not say. */
    record HouseOpened(String shop) implements StaffEvent {}
}

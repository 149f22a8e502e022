package com.huixiang.staff;

/** Whether a member is at his desk. Only ONLINE is given new work. */
public enum PresenceState {
    ONLINE,
    BUSY,
    BREAK,
    OFFLINE;

    /** Whether new work may be given. A busy agent goes on with what he has; one on a break is away. */
    public boolean takesWork() {
        return this == ONLINE;
    }

    /** Whether the customers he holds can still expect him. */
    public boolean isAtDesk() {
        return this == ONLINE || this == BUSY;
    }
}

package com.huixiang.conversation;

/** How urgent a conversation is (T-02), from the least to the most. */
public enum Urgency {
    NORMAL,
    HIGH_VALUE,
    URGENT;

    public boolean isAbove(Urgency other) {
        return compareTo(other) > 0;
    }
}

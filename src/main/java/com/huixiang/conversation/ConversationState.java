package com.huixiang.conversation;

/** Where a conversation stands. Each open state is somebody's to-do list. */
public enum ConversationState {
    /** The front desk decides who speaks next. */
    RECEPTION,
    /** Waits for a human. */
    QUEUED,
    /** One agent has it. */
    HELD,
    CLOSED
}

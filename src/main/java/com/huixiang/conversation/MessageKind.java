package com.huixiang.conversation;

/** What an entry of the record is. */
public enum MessageKind {
    TEXT,
    PICTURE,
    FILE,
    CARD,
    /** Between colleagues; the customer never sees it. */
    NOTE,
    /** What happened to the conversation, told as one line. */
    SYSTEM,
    /** Takes an earlier entry back. */
    RECALL
}

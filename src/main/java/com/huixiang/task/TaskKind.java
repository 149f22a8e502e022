package com.huixiang.task;

/** What is to be done. */
public enum TaskKind {
    /** Somebody calls the customer. */
    CALL_BACK,
    /** Somebody answers what the customer wrote. */
    LEFT_MESSAGE
}

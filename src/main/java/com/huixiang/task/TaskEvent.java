package com.huixiang.task;

import com.huixiang.conversation.ConversationId;

/** All news of this module, told after the commit. */
public sealed interface TaskEvent {

    /** A promise was not kept in time. */
    record Overdue(TaskId task, TaskKind kind, ConversationId conversation) implements TaskEvent {}

    /** It is done, late or not. */
    record Done(TaskId task, ConversationId conversation) implements TaskEvent {}
}

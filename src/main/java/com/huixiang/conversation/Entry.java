package com.huixiang.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be written into the record. The sender's own id makes sending it again harmless; entries of the system
 * have none.
 */
record Entry(
        ConversationId conversation, Author author, Body body, @Nullable UUID clientId, @Nullable Integer replyTo) {

    static Entry line(ConversationId conversation, String event, String chinese, String english) {
        return new Entry(conversation, Author.SYSTEM, new Body.SystemLine(event, chinese, english), null, null);
    }
}

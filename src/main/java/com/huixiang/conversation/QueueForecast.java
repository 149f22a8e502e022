package com.huixiang.conversation;

import java.util.Optional;

/** Answers where a waiting conversation stands in the queue. Implemented by whoever routes. */
public interface QueueForecast {

    /** Empty when the conversation does not wait. */
    Optional<QueuePlace> place(ConversationId conversation);
}

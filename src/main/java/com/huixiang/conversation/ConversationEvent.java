package com.huixiang.conversation;

import com.huixiang.customer.CustomerId;
import com.huixiang.staff.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All news of the record. Told after the commit, in memory: a hint that makes the next step happen at once. A crash may
 * swallow it, so whoever acts on it also asks the tables now and then.
 */
public sealed interface ConversationEvent {

    ConversationId conversation();

    /**
     * The customer said something. {@code text} is empty for pictures and cards; {@code waitingSince} is null when nobody
     * waited before he spoke.
     */
    record CustomerSpoke(
            ConversationId conversation,
            CustomerId customer,
            int seq,
            String text,
            ConversationState state,
            Urgency urgency,
            @Nullable StaffId holder,
            @Nullable Instant waitingSince,
            Instant at)
            implements ConversationEvent {}

    /** An agent or the bot answered. {@code waitingSince} says how long the customer had waited; null when he did not. */
    record ReplyPosted(
            ConversationId conversation, int seq, Author author, @Nullable Instant waitingSince, Instant at)
            implements ConversationEvent {}

    /** A human is wanted: the conversation is in the queue. */
    record HumanAsked(ConversationId conversation) implements ConversationEvent {}

    record AgentAssigned(ConversationId conversation, StaffId agent) implements ConversationEvent {}

    /** The agent lost it; it waits in the queue again. */
    record Released(ConversationId conversation, StaffId from) implements ConversationEvent {}

    record Closed(ConversationId conversation, @Nullable StaffId holder) implements ConversationEvent {}
}

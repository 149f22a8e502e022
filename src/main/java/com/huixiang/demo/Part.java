package com.huixiang.demo;

import com.huixiang.conversation.Author;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.ConversationState;
import com.huixiang.customer.CustomerId;
import com.huixiang.staff.StaffId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A played customer on the stage: who he is, what he says next, and how his conversation stands now.
 *
 * @param agent the played colleague who answers him; null: whoever has signed in
 * @param line the next line of the dialogue
 * @param standing null before he has said his first word
 */
record Part(
        UUID id,
        CustomerId customer,
        String name,
        String phone,
        String dialogue,
        long seed,
        @Nullable StaffId agent,
        int line,
        Instant beganAt,
        @Nullable Standing standing) {

    /** As the record tells it. */
    record Standing(
            ConversationId conversation,
            ConversationState state,
            @Nullable StaffId holder,
            Author.Kind lastBy,
            Instant lastAt,
            int lastSeq,
            int readByCustomer) {}

    Part saying(int next) {
        return new Part(id, customer, name, phone, dialogue, seed, agent, next, beganAt, standing);
    }
}

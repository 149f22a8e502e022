package com.huixiang.conversation;

import com.huixiang.customer.CustomerId;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.StaffId;
import com.huixiang.staff.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it stood when its row was locked. Changes go through {@link Conversations}; this value answers the
 * questions on which they decide.
 */
public record Conversation(
        ConversationId id,
        CustomerId customer,
        String channel,
        String channelKind,
        ConversationState state,
        Urgency urgency,
        IssueType issue,
        @Nullable GroupId group,
        @Nullable StoreId store,
        @Nullable StaffId agent,
        int lastSeq,
        int lastShownSeq,
        Instant openedAt,
        @Nullable Instant waitingSince,
        @Nullable Instant promisedAt,
        String preview) {

    /** The kind of a customer who stands in a store. */
    private static final String IN_STORE = "store";

    boolean isOpen() {
        return state != ConversationState.CLOSED;
    }

    public boolean isWaiting() {
        return state == ConversationState.QUEUED;
    }

    /** S-03: the customer is there in person: whoever takes him has received him. */
    boolean isWalkIn() {
        return channelKind.equals(IN_STORE);
    }

    public boolean isHeldBy(StaffId member) {
        return member.equals(agent);
    }

    /** Who may add this entry; {@code invited} says whether its author takes part by invitation. */
    void check(Entry entry, boolean invited) {
        switch (entry.author().kind()) {
            case CUSTOMER -> {
                // A session never writes as another customer, whatever it claims.
                if (!customer.value().equals(entry.author().id())) {
                    throw ConversationProblem.notYours();
                }
            }
            case AGENT -> {
                boolean holds = agent != null && agent.value().equals(entry.author().id());
                boolean noteByColleague = entry.body() instanceof Body.Note;
                if (!holds && !invited && !noteByColleague) {
                    throw ConversationProblem.notYours();
                }
            }
            case BOT, SYSTEM -> {}
        }
        if (!isOpen() && !(entry.body() instanceof Body.Note)) {
            throw ConversationProblem.closed();
        }
    }
}

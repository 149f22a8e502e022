package com.huixiang.routing;

import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Urgency;
import com.huixiang.customer.CustomerValue;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in the queue, with all a rule may ask about it.
 *
 * @param group the group that shall answer, null when nobody has said yet
 * @param chosenByPerson whether an agent or supervisor sent it to this group; the matrix never overrules people
 * @param weight its share of an agent's capacity
 * @param since when it began to wait; a conversation that was taken from a silent agent keeps its old time
 * @param fellSilent agents who already let this customer wait too long
 */
record Waiting(
        ConversationId conversation,
        IssueType issue,
        Urgency urgency,
        CustomerValue value,
        @Nullable GroupId group,
        boolean chosenByPerson,
        int weight,
        Instant since,
        @Nullable Binding binding,
        Set<StaffId> fellSilent) {

    Duration waited(Instant now) {
        return Duration.between(since, now);
    }
}

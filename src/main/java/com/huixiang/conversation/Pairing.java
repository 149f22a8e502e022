package com.huixiang.conversation;

import com.huixiang.staff.GroupId;
import com.huixiang.staff.StaffId;
import org.jspecify.annotations.Nullable;

/** This conversation goes to this agent, for this group; null leaves the group as it is. */
public record Pairing(ConversationId conversation, StaffId agent, @Nullable GroupId group) {

    public Pairing(ConversationId conversation, StaffId agent) {
        this(conversation, agent, null);
    }
}

package com.huixiang.conversation;

import com.huixiang.customer.CustomerId;
import com.huixiang.push.Topic;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.StaffId;
import com.huixiang.staff.StoreId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Under which names the record tells its news. */
public final class ConversationTopics {

    /** Everybody on the floor: who is at the desk, what waits without a group. */
    public static final Topic FLOOR = new Topic("staff-floor");

    /** Whoever leads the whole floor. */
    public static final Topic LEADS = new Topic("leads");

    private ConversationTopics() {}

    /** Staff who look at this conversation now, and who were invited. */
    public static Topic watching(ConversationId conversation) {
        return new Topic("conversation:" + conversation.value());
    }

    /** Staff who have a conversation of this customer open. */
    public static Topic about(CustomerId customer) {
        return new Topic("about:" + customer.value());
    }

    public static Topic member(StaffId member) {
        return new Topic("member:" + member.value());
    }

    public static Topic group(GroupId group) {
        return new Topic("group:" + group.value());
    }

    /** The specialists of a store. */
    public static Topic store(StoreId store) {
        return new Topic("store:" + store.value());
    }

    /** Whoever leads this group and not the whole floor. */
    public static Topic leads(GroupId group) {
        return new Topic("leads:" + group.value());
    }

    public static Topic leads(StoreId store) {
        return new Topic("leads:" + store.value());
    }

    /** The customer's own browsers. */
    public static Topic customer(CustomerId customer) {
        return new Topic("customer:" + customer.value());
    }

    /** The colleagues who should hear of a conversation that stands like this. */
    public static List<Topic> staffOf(
            ConversationId conversation,
            ConversationState state,
            @Nullable GroupId group,
            @Nullable StoreId store,
            @Nullable StaffId holder) {
        List<Topic> topics = new ArrayList<>(3);
        topics.add(watching(conversation));
        if (holder != null) {
            topics.add(member(holder));
        }
        if (store != null) {
            // A store hears of its conversations to the end: each of its specialists sees who serves whom.
            topics.add(store(store));
        } else if (state == ConversationState.QUEUED) {
            topics.add(group == null ? FLOOR : group(group));
        }
        return topics;
    }
}

package com.huixiang.channel.web;

import com.huixiang.conversation.ConversationTopics;
import com.huixiang.customer.Attendance;
import com.huixiang.customer.CustomerId;
import com.huixiang.push.LiveTopics;
import org.springframework.stereotype.Component;

/** A customer is there while one of his browsers listens. */
@Component
class CustomersOnline implements Attendance {

    private final LiveTopics live;

    CustomersOnline(LiveTopics live) {
        this.live = live;
    }

    @Override
    public boolean isOnline(CustomerId customer) {
        return live.anybodyListens(ConversationTopics.customer(customer));
    }
}

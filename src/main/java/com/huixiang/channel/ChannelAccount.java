package com.huixiang.channel;

import com.huixiang.conversation.Touchpoint;
import java.util.List;

/** One shop site with its chat: what the widget's script tag names. */
public record ChannelAccount(String id, String name, String greeting, List<Entrance> menu) {

    /** A line of the entry menu: what the customer comes about, in his words. */
    public record Entrance(String issue, String label) {}

    Touchpoint touchpoint() {
        return new Touchpoint(id, "web", name);
    }
}

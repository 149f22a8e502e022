package com.huixiang.channel;

import com.huixiang.conversation.Touchpoint;
import java.util.List;
import java.util.Locale;

/**
 * One way in, with a name and a secret of its own: a shop site with its chat (what the widget's script tag names), a
 * system that sends messages through the API, a store.
 *
 * @param greeting the first words a visitor reads
 * @param origins pages that may embed the chat; empty: any
 * @param active nobody comes in through an account that is switched off
 */
public record ChannelAccount(
        String id,
        Kind kind,
        String name,
        String greeting,
        List<Entrance> menu,
        List<String> origins,
        boolean active) {

    /** Which {@link Channel} serves the account. */
    public enum Kind {
        WEB,
        API,
        STORE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A line of the entry menu: what the customer comes about, in his words. */
    public record Entrance(String issue, String label) {}

    /** A shop site that any page may embed. */
    public ChannelAccount(String id, String name, String greeting, List<Entrance> menu) {
        this(id, Kind.WEB, name, greeting, menu, List.of(), true);
    }

    /** How the record names this way in. */
    public Touchpoint touchpoint() {
        return new Touchpoint(id, kind.code(), name);
    }
}

package com.huixiang.channel;

import com.huixiang.customer.CustomerId;
import java.time.Instant;
import java.util.UUID;

/**
 * What a customer's browser shows with each request: whose it is, for which site, whether the shop vouched for him, and
 * until when. Marked by us, so nobody can write as another customer.
 */
record VisitorToken(String account, CustomerId customer, boolean known, Instant until) {

    static final String PURPOSE = "visitor";

    String text() {
        return account + "~" + customer.value() + "~" + (known ? "known" : "anonymous") + "~" + until.getEpochSecond();
    }

    static VisitorToken parse(String text) {
        String[] parts = text.split("~");
        if (parts.length != 4) {
            throw ChannelProblem.badToken();
        }
        return new VisitorToken(
                parts[0],
                new CustomerId(UUID.fromString(parts[1])),
                parts[2].equals("known"),
                Instant.ofEpochSecond(Long.parseLong(parts[3])));
    }
}

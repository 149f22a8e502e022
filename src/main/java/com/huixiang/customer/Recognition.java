package com.huixiang.customer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of many that tell of customers: by what he is known, what the source says of him, and when he was there; null
 * when the source does not know, which means now.
 */
public record Recognition(Identity identity, CustomerFacts facts, @Nullable Instant seenAt) {

    public static Recognition of(Identity identity, CustomerFacts facts) {
        return new Recognition(identity, facts, null);
    }

    Standing standing() {
        return Standing.of(identity.kind());
    }

    /** What it says that is kept with its source. */
    List<Learned> values(CustomerId customer, Instant now) {
        return facts.values(customer, standing(), seenAt == null ? now : seenAt);
    }

    /** Two lines about one identity: what the later one says counts, what it does not say stays. */
    Recognition and(Recognition later) {
        Instant seen = seenAt == null || later.seenAt == null
                ? null
                : seenAt.isAfter(later.seenAt) ? seenAt : later.seenAt;
        return new Recognition(identity, facts.and(later.facts), seen);
    }
}

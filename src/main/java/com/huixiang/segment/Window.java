package com.huixiang.segment;

import java.time.Duration;
import java.time.Instant;

/** What "within a year", "within 90 days" and "within 30 days" mean at this moment. */
record Window(Instant now, int newFor) {

    Instant yearAgo() {
        return now.minus(Duration.ofDays(365));
    }

    Instant quarterAgo() {
        return now.minus(Duration.ofDays(90));
    }

    Instant monthAgo() {
        return now.minus(Duration.ofDays(30));
    }
}

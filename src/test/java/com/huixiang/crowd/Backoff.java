package com.huixiang.crowd;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** When to dial again: 0.3 s, doubled each time, at most 10 s, all ± 50 %, as the product's own browsers do. */
final class Backoff {

    private static final double FIRST_MILLIS = 300;
    private static final double LONGEST_MILLIS = 10_000;

    private int attempt;

    Duration next() {
        double millis = Math.min(LONGEST_MILLIS, FIRST_MILLIS * Math.pow(2, attempt++));
        return Duration.ofMillis(Math.round(millis * ThreadLocalRandom.current().nextDouble(0.5, 1.5)));
    }

    void reset() {
        attempt = 0;
    }
}

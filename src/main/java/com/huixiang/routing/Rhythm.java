package com.huixiang.routing;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast a group's queue moved lately: so many seats since then. The estimate for somebody is
 *
 * <pre>(time since the first of these seats ÷ their number) × (number ahead + 1)</pre>
 *
 * rounded up to ten seconds, or to minutes above one minute. It grows by itself while nothing moves. (T-08)
 */
record Rhythm(int seats, Instant first) {

    /** Seats longer ago than this say nothing about now. */
    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final Duration SHORTEST = Duration.ofSeconds(10);

    Duration estimate(int ahead, Instant now) {
        Duration observed = Duration.between(first, now);
        Duration span = observed.compareTo(SHORTEST) < 0 ? SHORTEST : observed;
        return roundedUp(span.multipliedBy(ahead + 1L).dividedBy(seats));
    }

    private static Duration roundedUp(Duration exact) {
        long step = exact.compareTo(Duration.ofMinutes(1)) <= 0 ? 10 : 60;
        long seconds = exact.plusMillis(999).toSeconds();
        return Duration.ofSeconds(Math.ceilDiv(seconds, step) * step);
    }
}

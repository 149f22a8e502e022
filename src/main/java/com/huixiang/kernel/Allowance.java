package com.huixiang.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often somebody may do something: a bucket that holds {@code most} and gets one back each {@code every}, one for each
 * name. It remembers a bounded number of names; whoever was not seen for longest is forgotten first and begins with a full
 * bucket. Each node counts for itself.
 */
public final class Allowance {

    private static final int NAMES = 20_000;

    private final int most;
    private final Duration every;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > NAMES;
        }
    };

    /** {@code left} may be a part of one; it is as of {@code at}. */
    private record Bucket(double left, Instant at) {}

    public Allowance(int most, Duration every, Clock clock) {
        this.most = most;
        this.every = every;
        this.clock = clock;
    }

    /** Empty when he may; else how long he has to wait for the next one. */
    public Optional<Duration> take(String who) {
        if (most <= 0) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        synchronized (buckets) {
            Bucket known = buckets.getOrDefault(who, new Bucket(most, now));
            double back = (double) Math.max(0, Duration.between(known.at(), now).toMillis()) / every.toMillis();
            double left = Math.min(most, known.left() + back);
            if (left < 1) {
                buckets.put(who, new Bucket(left, now));
                return Optional.of(Duration.ofMillis((long) Math.ceil((1 - left) * every.toMillis())));
            }
            buckets.put(who, new Bucket(left - 1, now));
            return Optional.empty();
        }
    }

    /** Everybody begins anew. */
    public void forget() {
        synchronized (buckets) {
            buckets.clear();
        }
    }
}

package com.huixiang.connect;

import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How many requests each key has made in this minute, on this node. A bucket that fills again evenly: a burst is fine,
 * going on like that is not.
 */
@Component
class RequestRate {

    private record Bucket(double left, long at) {}

    private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final Clock clock;

    RequestRate(Clock clock) {
        this.clock = clock;
    }

    void count(String key, int perMinute) {
        long now = clock.millis();
        Bucket after = buckets.compute(key, (name, before) -> {
            double filled = before == null
                    ? perMinute
                    : Math.min(perMinute, before.left() + Math.max(0, now - before.at()) * perMinute / 60_000.0);
            return new Bucket(filled - 1, now);
        });
        if (after.left() < 0) {
            buckets.put(key, new Bucket(0, now));
            throw ConnectProblem.tooManyRequests();
        }
    }

    void forget() {
        buckets.clear();
    }
}

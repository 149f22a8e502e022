package com.huixiang;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the house under test. It runs like any other until a test moves or stops it. Safe for use by any thread. */
public final class SettableClock extends Clock {

    private volatile InstantSource source = InstantSource.system();

    /** Moves the clock forward; a running clock goes on running, a stopped one stays stopped. */
    public void advance(Duration duration) {
        source = source instanceof Stopped(Instant at)
                ? new Stopped(at.plus(duration))
                : InstantSource.offset(source, duration);
    }

    /** Stops the clock at this moment. */
    public void stopAt(Instant instant) {
        source = new Stopped(instant);
    }

    /** Stops the clock now. */
    public void stop() {
        stopAt(instant());
    }

    void reset() {
        source = InstantSource.system();
    }

    @Override
    public Instant instant() {
        return source.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return source.withZone(zone);
    }

    private record Stopped(Instant at) implements InstantSource {

        @Override
        public Instant instant() {
            return at;
        }
    }
}

package com.huixiang.bench;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** Times between two moments on the driver's one clock; three digits, up to a minute. */
final class LatencyRecorder {

    private static final long LONGEST_NANOS = 60_000_000_000L;

    private final Recorder recorder = new Recorder(LONGEST_NANOS, 3);

    void since(long nanoTime) {
        recorder.recordValue(Math.clamp(System.nanoTime() - nanoTime, 0, LONGEST_NANOS));
    }

    /** What was recorded since the last call. */
    Latency take() {
        return new Latency(recorder.getIntervalHistogram());
    }

    record Latency(Histogram times) {

        long count() {
            return times.getTotalCount();
        }

        double millis(double percentile) {
            return count() == 0 ? Double.NaN : times.getValueAtPercentile(percentile) / 1e6;
        }

        double p50() {
            return millis(50);
        }

        double p99() {
            return millis(99);
        }

        double longest() {
            return millis(100);
        }
    }
}

package com.huixiang.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file.
 *
 * @param progress from 0 to 1
 * @param good lines that are in
 * @param changed things that are new or different now; zero when the same file comes again
 * @param problem why it failed
 */
public record Import(
        ImportId id,
        String kind,
        String file,
        State state,
        double progress,
        long bytes,
        long lines,
        long good,
        long rejected,
        long changed,
        @Nullable Words problem,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Instant createdAt,
        By by) {

    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    /** The same in both languages. */
    public record Words(String zh, String en) {}

    public record By(@Nullable UUID id, String name) {}

    /** A line that could not be used. */
    public record Rejected(long line, String code, Words reason, String raw) {}
}

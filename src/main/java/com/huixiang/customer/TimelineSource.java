package com.huixiang.customer;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** P-01: what a module knows of a customer's life. Each is a bean; the timeline asks all of them for one page and merges. */
public interface TimelineSource {

    /** The kinds of entries it tells of, as {@code order}; the words the console filters by. */
    Set<String> kinds();

    /**
     * The newest entries of these kinds that are older than {@code before}, newest first by {@code (at, id)}; ids in the
     * order of their hexadecimal digits, as PostgreSQL sorts uuid. Never reads more than it gives.
     */
    List<TimelineEntry> page(CustomerId customer, Set<String> kinds, Before before, int most);

    /** The place between two entries: whatever is older than this. */
    record Before(Instant at, UUID id) {

        private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

        /** Before everything: the first page. */
        public static Before newest() {
            return new Before(FAR, new UUID(-1L, -1L));
        }

        public static Before of(@Nullable TimelineEntry entry) {
            return entry == null ? newest() : new Before(entry.at(), entry.id());
        }
    }
}

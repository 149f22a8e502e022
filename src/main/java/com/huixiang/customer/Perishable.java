package com.huixiang.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * P-08: a kind of data that is kept for a time. Each is a bean; the times are rows that the house edits, and a duty of
 * the agenda carries them out every night.
 */
public interface Perishable {

    /** Written into the tables, so it never changes: {@code journey.events}. */
    String kind();

    TimelineEntry.Words title();

    /** How many days it is kept until somebody says otherwise; null keeps it for ever. */
    @Nullable Integer preset();

    /** Forgets what is older, a few thousand at a time; returns how many this time, less than {@code most} at the end. */
    int forget(Instant before, int most);
}

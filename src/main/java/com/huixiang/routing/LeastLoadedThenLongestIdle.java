package com.huixiang.routing;

import java.time.Instant;
import java.util.Comparator;

/** T-07: the agent with the smallest share of his capacity in use; among equals, whose last assignment is longest ago. */
final class LeastLoadedThenLongestIdle implements Comparator<Desk> {

    private static final Comparator<Desk> LONGEST_IDLE =
            Comparator.comparing(Desk::lastAssigned, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));
    private static final Comparator<Desk> ALWAYS_THE_SAME = Comparator.comparing(desk -> desk.agent().value());

    @Override
    public int compare(Desk one, Desk other) {
        int byShare = Long.compare((long) one.load() * other.capacity(), (long) other.load() * one.capacity());
        if (byShare != 0) {
            return byShare;
        }
        int byIdle = LONGEST_IDLE.compare(one, other);
        return byIdle != 0 ? byIdle : ALWAYS_THE_SAME.compare(one, other);
    }
}

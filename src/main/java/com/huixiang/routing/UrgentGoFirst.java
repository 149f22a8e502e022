package com.huixiang.routing;

import java.util.Comparator;

/** T-04: urgent ones go ahead of the queue, then high-value customers; among equals, who has waited longest. */
final class UrgentGoFirst implements Comparator<Waiting> {

    private static final Comparator<Waiting> ORDER = Comparator.comparing(Waiting::urgency)
            .reversed()
            .thenComparing(Waiting::since)
            .thenComparing(one -> one.conversation().value());

    @Override
    public int compare(Waiting one, Waiting other) {
        return ORDER.compare(one, other);
    }
}

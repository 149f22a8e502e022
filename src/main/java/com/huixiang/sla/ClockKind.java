package com.huixiang.sla;

/** What a customer waits for. */
public enum ClockKind {
    /** The first answer of a chat (S-01). */
    FIRST(Line.ANSWER),
    /** Every next answer (S-01). */
    NEXT(Line.ANSWER),
    /** That the phone is picked up (S-02). */
    PICKUP(Line.ANSWER),
    /** That somebody in the store receives him (S-03). */
    STORE(Line.ANSWER),
    /** That a human answers what is urgent (T-04). */
    URGENT(Line.URGENT),
    /** That a human answers a complaint (T-05). */
    COMPLAINT(Line.COMPLAINT);

    /** Clocks of different lines run side by side; on one line there is one clock for each time the customer waits. */
    enum Line {
        ANSWER,
        URGENT,
        COMPLAINT
    }

    private final Line line;

    ClockKind(Line line) {
        this.line = line;
    }

    Line line() {
        return line;
    }

    /** Whether it stops when somebody takes the customer, before a word is said. */
    boolean isReceiving() {
        return this == PICKUP || this == STORE;
    }
}

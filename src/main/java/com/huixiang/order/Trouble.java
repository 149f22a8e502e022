package com.huixiang.order;

import java.time.Instant;

/** T-02: something went wrong with an order, and since when. A customer who asks about it is urgent. */
public record Trouble(Kind kind, OrderId order, String no, Instant since, Words why) {

    public enum Kind {
        /** The carrier lost it, or says nothing of it for days. */
        PARCEL_LOST,
        /** Paid more than once. */
        CHARGED_TWICE,
        /** Paid, and not shipped in time. */
        NOT_SHIPPED
    }

    /** The same in both languages. */
    public record Words(String zh, String en) {}
}

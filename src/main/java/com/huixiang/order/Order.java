package com.huixiang.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order as its shop tells it. Null means "it does not say", and leaves what is known; a list that is there replaces the
 * one we hold.
 *
 * @param reversal a cancelled or returned order that the shop wrote down as an order of its own, below zero
 * @param amount without it, the sum of the lines
 * @param changedAt the shop's time of this state; without it, the latest time the order speaks of
 */
public record Order(
        String shop,
        String no,
        Kind kind,
        @Nullable String store,
        State state,
        boolean reversal,
        Instant placedAt,
        @Nullable Instant paidAt,
        @Nullable Instant shippedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant cancelledAt,
        @Nullable String currency,
        @Nullable BigDecimal amount,
        Buyer buyer,
        @Nullable List<Line> lines,
        @Nullable List<Payment> payments,
        @Nullable List<Shipment> shipments,
        @Nullable List<Refund> refunds,
        @Nullable Instant changedAt) {

    public enum Kind {
        ONLINE,
        /** Bought at the till of a store (E-04). */
        STORE
    }

    public enum State {
        UNPAID,
        PAID,
        SHIPPED,
        DELIVERED,
        COMPLETED,
        CANCELLED
    }

    /** Whoever bought; each name he is known by makes him the same customer everywhere (E-02). */
    public record Buyer(
            @Nullable String member,
            @Nullable String unionid,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String name) {

        public static final Buyer NOBODY = new Buyer(null, null, null, null, null);
    }

    public record Line(String sku, String name, int quantity, BigDecimal price, @Nullable BigDecimal amount) {}

    public record Payment(String no, @Nullable String method, BigDecimal amount, Instant paidAt) {}

    public record Step(Instant at, String text) {}

    public record Shipment(
            String carrier,
            String number,
            Parcel state,
            @Nullable Instant shippedAt,
            @Nullable Instant deliveredAt,
            List<Step> steps) {}

    /** Where a parcel is. */
    public enum Parcel {
        WAITING,
        UNDERWAY,
        DELIVERED,
        RETURNED,
        LOST
    }

    public record Refund(BigDecimal amount, Instant at, @Nullable String reason) {}

    /** An older message never overwrites a newer one. */
    Instant asOf() {
        if (changedAt != null) {
            return changedAt;
        }
        return Stream.of(
                        Stream.of(placedAt, paidAt, shippedAt, deliveredAt, cancelledAt),
                        payments == null ? Stream.<Instant>empty() : payments.stream().map(Payment::paidAt),
                        refunds == null ? Stream.<Instant>empty() : refunds.stream().map(Refund::at),
                        shipments == null
                                ? Stream.<Instant>empty()
                                : shipments.stream()
                                        .flatMap(parcel -> Stream.concat(
                                                Stream.of(parcel.shippedAt(), parcel.deliveredAt()),
                                                parcel.steps().stream().map(Step::at))))
                .flatMap(times -> times)
                .filter(java.util.Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(placedAt);
    }
}

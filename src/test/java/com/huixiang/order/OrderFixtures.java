package com.huixiang.order;

import com.huixiang.order.Order.Buyer;
import com.huixiang.order.Order.Kind;
import com.huixiang.order.Order.Line;
import com.huixiang.order.Order.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words for tests about orders. */
public final class OrderFixtures {

    public static final Instant MONDAY = Instant.parse("2026-11-02T02:00:00Z");

    private OrderFixtures() {}

    public static Buyer member(String number) {
        return new Buyer(number, null, null, null, null);
    }

    public static Buyer phone(String number) {
        return new Buyer(null, null, number, null, "林晓");
    }

    public static Line line(String sku, int quantity, String price) {
        return new Line(sku, "商品 " + sku, quantity, new BigDecimal(price), null);
    }

    public static Order order(String no, Buyer buyer, State state, Line... lines) {
        return order(no, buyer, state, null, lines);
    }

    public static Order order(String no, Buyer buyer, State state, @Nullable Instant changedAt, Line... lines) {
        Instant paid = state == State.UNPAID ? null : MONDAY.plusSeconds(60);
        return new Order(
                "tmall", no, Kind.ONLINE, null, state, false, MONDAY, paid, null, null, null, "CNY", null, buyer,
                List.of(lines), null, null, null, changedAt);
    }
}

package com.huixiang.order;

import com.huixiang.order.Order.Buyer;
import com.huixiang.order.Order.Kind;
import com.huixiang.order.Order.Line;
import com.huixiang.order.Order.Parcel;
import com.huixiang.order.Order.Payment;
import com.huixiang.order.Order.Refund;
import com.huixiang.order.Order.Shipment;
import com.huixiang.order.Order.State;
import com.huixiang.order.Order.Step;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One item of a message as shops write it in JSON. What is wrong is said by the name of the field. */
final class OrderWire {

    private static final int LONGEST = 500;
    private static final int MOST = 2000;

    private final int at;

    OrderWire(int at) {
        this.at = at;
    }

    Product product(JsonNode item) {
        BigDecimal price = amount(item, "price");
        return new Product(
                needed(item, "sku"), needed(item, "name"), text(item, "nameEn"), text(item, "category"),
                text(item, "brand"), price, currency(item), text(item, "image"), time(item, "launchedAt"),
                time(item, "changedAt"));
    }

    Cart cart(JsonNode item) {
        Instant changed = time(item, "changedAt");
        if (changed == null) {
            throw wrong("changedAt");
        }
        return new Cart(
                needed(item, "shop"),
                buyer(item.path("customer")),
                list(item, "items", one -> new Cart.Item(
                        needed(one, "sku"), needed(one, "name"), quantity(one), neededAmount(one, "price"), currency(one))),
                changed);
    }

    Order order(JsonNode item) {
        Instant placed = time(item, "placedAt");
        if (placed == null) {
            throw wrong("placedAt");
        }
        return new Order(
                needed(item, "shop"),
                needed(item, "no"),
                item.hasNonNull("kind") ? named(Kind.values(), item, "kind") : Kind.ONLINE,
                text(item, "store"),
                named(State.values(), item, "state"),
                false,
                placed,
                time(item, "paidAt"),
                time(item, "shippedAt"),
                time(item, "deliveredAt"),
                time(item, "cancelledAt"),
                currency(item),
                amount(item, "amount"),
                buyer(item.path("customer")),
                maybe(item, "lines", this::line),
                maybe(item, "payments", one -> new Payment(
                        needed(one, "no"), text(one, "method"), neededAmount(one, "amount"), neededTime(one, "paidAt"))),
                maybe(item, "shipments", this::shipment),
                maybe(item, "refunds", one -> new Refund(
                        neededAmount(one, "amount"), neededTime(one, "at"), text(one, "reason"))),
                time(item, "changedAt"));
    }

    private Line line(JsonNode one) {
        String sku = needed(one, "sku");
        String name = text(one, "name");
        return new Line(sku, name == null ? sku : name, quantity(one), neededAmount(one, "price"), amount(one, "amount"));
    }

    private Shipment shipment(JsonNode one) {
        return new Shipment(
                needed(one, "carrier"),
                needed(one, "number"),
                named(Parcel.values(), one, "state"),
                time(one, "shippedAt"),
                time(one, "deliveredAt"),
                list(one, "steps", step -> new Step(neededTime(step, "at"), needed(step, "text"))));
    }

    private Buyer buyer(JsonNode person) {
        return new Buyer(
                text(person, "member"), text(person, "unionid"), text(person, "phone"), text(person, "email"),
                text(person, "name"));
    }

    private @Nullable String text(JsonNode item, String field) {
        JsonNode value = item.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString() && !value.isNumber()) {
            throw wrong(field);
        }
        String text = value.asString().strip();
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw wrong(field);
        }
        return text.isEmpty() ? null : text;
    }

    private String needed(JsonNode item, String field) {
        String text = text(item, field);
        if (text == null) {
            throw wrong(field);
        }
        return text;
    }

    private int quantity(JsonNode item) {
        JsonNode value = item.path("quantity");
        if (!value.isInt() || value.asInt() <= 0) {
            throw wrong("quantity");
        }
        return value.asInt();
    }

    private @Nullable BigDecimal amount(JsonNode item, String field) {
        String text = text(item, field);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,13}(\\.\\d{1,3})?")) {
            throw wrong(field);
        }
        return new BigDecimal(text);
    }

    private BigDecimal neededAmount(JsonNode item, String field) {
        BigDecimal amount = amount(item, field);
        if (amount == null) {
            throw wrong(field);
        }
        return amount;
    }

    private @Nullable String currency(JsonNode item) {
        String currency = text(item, "currency");
        if (currency != null && !currency.matches("[A-Z]{3}")) {
            throw wrong("currency");
        }
        return currency;
    }

    private @Nullable Instant time(JsonNode item, String field) {
        String text = text(item, field);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw wrong(field);
        }
    }

    private Instant neededTime(JsonNode item, String field) {
        Instant time = time(item, field);
        if (time == null) {
            throw wrong(field);
        }
        return time;
    }

    private <E extends Enum<E>> E named(E[] all, JsonNode item, String field) {
        String word = needed(item, field).toUpperCase(Locale.ROOT);
        for (E each : all) {
            if (each.name().equals(word)) {
                return each;
            }
        }
        throw wrong(field);
    }

    /** Null when the message does not speak of it. */
    private <T> @Nullable List<T> maybe(JsonNode item, String field, Function<JsonNode, T> read) {
        return item.hasNonNull(field) ? list(item, field, read) : null;
    }

    private <T> List<T> list(JsonNode item, String field, Function<JsonNode, T> read) {
        JsonNode list = item.path(field);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray() || list.size() > MOST) {
            throw wrong(field);
        }
        List<T> all = new ArrayList<>();
        list.forEach(each -> all.add(read.apply(each)));
        return all;
    }

    private OrderProblem wrong(String field) {
        return OrderProblem.badMessage(at, field);
    }
}

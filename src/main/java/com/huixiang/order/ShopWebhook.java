package com.huixiang.order;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What a shop system calls when something happens there: {@code {"event":"order.paid","order":{…}}}. Only what the event
 * carries counts, not its name, so names we do not know do no harm.
 */
@Component
class ShopWebhook implements OrderSource {

    @Override
    public String code() {
        return "webhook";
    }

    @Override
    public Understood read(JsonNode body) {
        if (!body.path("event").isString()) {
            throw OrderProblem.badMessage(-1, "event");
        }
        OrderWire wire = new OrderWire(-1);
        if (body.path("order").isObject()) {
            return new Understood(List.of(), List.of(wire.order(body.path("order"))), List.of(), 1, List.of());
        }
        if (body.path("product").isObject()) {
            return new Understood(List.of(wire.product(body.path("product"))), List.of(), List.of(), 1, List.of());
        }
        if (body.path("cart").isObject()) {
            return new Understood(List.of(), List.of(), List.of(wire.cart(body.path("cart"))), 1, List.of());
        }
        return new Understood(List.of(), List.of(), List.of(), 0, List.of());
    }
}

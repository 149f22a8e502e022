package com.huixiang.order;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The port through which messages of other systems become orders, products and carts. Each is a bean that understands one
 * kind of message; files come through {@link com.huixiang.imports.ImportKind} and end in the same tables.
 */
public interface OrderSource {

    /** What it is called in the address: {@code orders}, {@code webhook}. */
    String code();

    /** Everything that can be understood; the rest by its place. */
    Understood read(JsonNode body);

    /** @param at in the message, from 0 */
    record NotUnderstood(int at, String zh, String en) {}

    /** What a message says. */
    record Understood(
            List<Product> products, List<Order> orders, List<Cart> carts, int received, List<NotUnderstood> rejected) {}
}

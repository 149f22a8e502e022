package com.huixiang.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lies in a customer's cart of one shop now; an empty one has been emptied or bought. */
public record Cart(String shop, Order.Buyer buyer, List<Item> items, Instant changedAt) {

    public record Item(String sku, String name, int quantity, BigDecimal price, @Nullable String currency) {}
}

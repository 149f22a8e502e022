package com.huixiang.order;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A product as the shop tells it. Null leaves what is known. */
public record Product(
        String sku,
        String name,
        @Nullable String nameEn,
        @Nullable String category,
        @Nullable String brand,
        @Nullable BigDecimal price,
        @Nullable String currency,
        @Nullable String image,
        @Nullable Instant launchedAt,
        @Nullable Instant changedAt) {}

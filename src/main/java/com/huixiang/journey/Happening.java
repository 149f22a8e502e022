package com.huixiang.journey;

import com.huixiang.customer.CustomerId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event as it goes into the table. */
record Happening(
        CustomerId customer,
        Instant at,
        UUID id,
        Instant receivedAt,
        @Nullable Instant saidAt,
        String name,
        @Nullable String sku,
        @Nullable String session,
        String site,
        @Nullable String title,
        @Nullable String url,
        byte[] properties) {}

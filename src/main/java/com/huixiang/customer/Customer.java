package com.huixiang.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code known} means: somebody vouched for who this is; otherwise it is a visitor whom only his browser knows.
 * {@code value} is the higher of his level and of what he is worth by what he bought.
 */
public record Customer(
        CustomerId id,
        String name,
        @Nullable String avatar,
        Level level,
        @Nullable String phone,
        @Nullable String email,
        String source,
        Instant createdAt,
        Instant lastSeenAt,
        boolean known,
        CustomerValue value) {}

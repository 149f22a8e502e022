package com.huixiang.connect;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What another system signs its messages with. The prefix names it in each request; the secret is shown once.
 *
 * @param perMinute how many requests it may make in a minute
 */
public record ApiKey(
        UUID id,
        String name,
        String account,
        String prefix,
        int perMinute,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {}

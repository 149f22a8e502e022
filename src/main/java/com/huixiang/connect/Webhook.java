package com.huixiang.connect;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An address of another system that hears what is said to its customers. */
public record Webhook(UUID id, String account, String url, List<String> events, boolean active, Instant createdAt) {}

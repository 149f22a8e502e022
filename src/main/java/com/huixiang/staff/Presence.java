package com.huixiang.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code reason} is given for a break and for nothing else. */
public record Presence(PresenceState state, @Nullable String reason, Instant since) {}

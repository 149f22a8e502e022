package com.huixiang.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code reason} is given for a break, and for an agent who is busy because he did not answer. */
public record Presence(PresenceState state, @Nullable String reason, Instant since) {}

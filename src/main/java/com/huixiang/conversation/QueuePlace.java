package com.huixiang.conversation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How many are served before this customer, and about how long that takes; null when nothing is known (T-08). */
public record QueuePlace(int ahead, @Nullable Duration estimate) {}

package com.huixiang.customer;

import org.jspecify.annotations.Nullable;

/** As much of a customer as a row in a list shows. */
public record CustomerCard(CustomerId id, String name, @Nullable String avatar, Level level, boolean vip) {}

package com.huixiang.staff;

import org.jspecify.annotations.Nullable;

/** {@code nickname} is the name customers see; {@code capacity} is how much weight of conversations he can hold at once. */
public record StaffMember(
        StaffId id,
        String login,
        String name,
        String nickname,
        Role role,
        @Nullable String avatar,
        int capacity,
        boolean active) {}

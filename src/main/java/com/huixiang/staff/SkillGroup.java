package com.huixiang.staff;

import org.jspecify.annotations.Nullable;

/** {@code overflowId} is the group that helps when nobody of this one can. */
public record SkillGroup(GroupId id, String name, @Nullable GroupId overflowId) {}

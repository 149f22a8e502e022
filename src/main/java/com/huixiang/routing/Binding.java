package com.huixiang.routing;

import com.huixiang.staff.StaffId;
import org.jspecify.annotations.Nullable;

/** A customer's own agent (专属客服) and who stands in for him. */
record Binding(StaffId agent, @Nullable StaffId deputy) {}

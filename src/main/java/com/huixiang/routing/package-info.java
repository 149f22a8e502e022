/**
 * Who gets whom. A conversation in state QUEUED waits; a desk is an agent at work with room for more. One pass of the
 * {@link com.huixiang.routing.Router} gives back what silent and absent agents hold, seats everybody for whom a fitting
 * desk is free, and tells the others their place. The rules are small objects named as sentences; {@link
 * com.huixiang.routing.SeatingPlan} applies them in the order a supervisor would.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "push", "audit", "staff", "customer", "conversation"})
package com.huixiang.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

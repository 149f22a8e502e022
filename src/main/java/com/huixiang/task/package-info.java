/**
 * What we promised a customer to do by a time: call him back, answer the message he left, answer what he asked after hours.
 * A task has an owner (whoever holds its conversation), comes up before its time, and is a warning after it. It owns the
 * words task, promise, outcome (E-08, E-09, T-08).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "push", "agenda", "audit", "staff", "customer", "conversation"})
package com.huixiang.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

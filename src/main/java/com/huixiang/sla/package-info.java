/**
 * Promises in seconds (S-01 to S-05). A clock runs for each customer who waits, in open hours only; it warns before the
 * promise is broken, says so when it is, and goes on telling until somebody cares. Each broken promise is kept with its
 * reason. What was promised to a customer and
 * not done in time calls its owner. Figures are written as things happen, and the supervisor's wall shows them. Words: Standard, Clock, Warning,
 * Breach, Escalation, Wall, Roll-up.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "push", "agenda", "audit", "staff", "customer", "conversation", "task", "channel"})
package com.huixiang.sla;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

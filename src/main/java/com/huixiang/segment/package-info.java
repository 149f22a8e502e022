/**
 * What customers have in common: facts counted from orders and behaviour, rules that set tags and say why, segments that
 * are kept up to date as things happen, RFM with its strategies, what a customer is worth, and goods that go together.
 * Words: Facts, Rule, Segment, RFM, Strategy, Appraisal.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "agenda", "audit", "push", "search", "staff", "customer", "order", "journey"})
package com.huixiang.segment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

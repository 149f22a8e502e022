/**
 * The front desk: who speaks next. Whatever a customer says is listened to here; when nobody has the conversation yet,
 * {@link com.huixiang.reception.Triage} says how urgent it is and what it is about, and the front desk decides who
 * answers. Words: Triage, Keyword, NextStep.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "customer", "conversation", "order"})
package com.huixiang.reception;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

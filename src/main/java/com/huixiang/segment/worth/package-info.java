/**
 * What a customer is worth (P-05): who still buys and how often (BG/NBD), how much he spends each time (Gamma-Gamma), what
 * both say of the next 365 days, and how likely he is not to come back. Words: Worth, Habit, WorthModel, Churn.
 */
@NullMarked
package com.huixiang.segment.worth;

import org.jspecify.annotations.NullMarked;

package com.huixiang.customer;

/** T-03: what a customer is worth by what he bought, and why, in a sentence. His level may make him more. */
public record Appraisal(CustomerId customer, CustomerValue value, String why) {}

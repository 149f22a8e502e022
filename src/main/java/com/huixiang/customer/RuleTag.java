package com.huixiang.customer;

/**
 * P-04: a tag that a rule gives a customer.
 *
 * @param facts what the rule looked at, as a JSON object
 * @param whyZh why he has it, in a sentence for people
 */
public record RuleTag(CustomerId customer, String name, String facts, String whyZh, String whyEn) {}

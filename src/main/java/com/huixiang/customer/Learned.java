package com.huixiang.customer;

import java.time.Instant;

/**
 * P-02: a source says something of a customer. What makes no sense is screened out, and so is a field we do not know.
 *
 * @param source the same each time, as {@code shop:tmall}: its newer word replaces its older one
 */
public record Learned(CustomerId customer, String field, String value, Standing standing, String source, Instant at) {}

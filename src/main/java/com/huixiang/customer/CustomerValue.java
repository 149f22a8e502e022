package com.huixiang.customer;

/** What routing asks (T-03): how much care this customer's level deserves. */
public enum CustomerValue {
    ORDINARY,
    VALUED,
    HIGH
}

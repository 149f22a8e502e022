package com.huixiang.customer;

/** What routing asks (T-03): how much care this customer deserves, by his level or by what he bought, the higher of both. */
public enum CustomerValue {
    ORDINARY,
    VALUED,
    HIGH;

    public CustomerValue or(CustomerValue other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

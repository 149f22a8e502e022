package com.huixiang.customer;

/** Member level: 普通 银卡 金卡 铂金. */
public enum Level {
    ORDINARY(CustomerValue.ORDINARY),
    SILVER(CustomerValue.VALUED),
    GOLD(CustomerValue.HIGH),
    PLATINUM(CustomerValue.HIGH);

    private final CustomerValue value;

    Level(CustomerValue value) {
        this.value = value;
    }

    public CustomerValue value() {
        return value;
    }

    public boolean isVip() {
        return value == CustomerValue.HIGH;
    }
}

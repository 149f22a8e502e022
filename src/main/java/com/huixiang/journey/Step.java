package com.huixiang.journey;

import java.util.Locale;
import java.util.Optional;

/** P-03: the path of a customer, in its order. */
public enum Step {
    BROWSE("浏览", "Browse"),
    CART("加购", "Cart"),
    CONSULT("咨询", "Consult"),
    BUY("购买", "Buy");

    private final String chinese;
    private final String english;

    Step(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** Its number in the tables. */
    short number() {
        return (short) (ordinal() + 1);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** Which step an event of this name is; none for most names. That somebody consulted is what the record knows. */
    static Optional<Step> of(String event) {
        return switch (event) {
            case EventNames.PAGE_VIEWED, EventNames.PRODUCT_VIEWED -> Optional.of(BROWSE);
            case EventNames.PRODUCT_ADDED -> Optional.of(CART);
            case EventNames.ORDER_COMPLETED -> Optional.of(BUY);
            default -> Optional.empty();
        };
    }
}

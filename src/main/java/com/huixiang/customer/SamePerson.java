package com.huixiang.customer;

/**
 * E-05: which identities say who somebody is. The rules decide what happens by itself; whatever they do not decide is
 * suggested to people ({@link CustomerSuggestions}) or shown as a conflict, and never merged.
 */
final class SamePerson {

    private SamePerson() {}

    /** Browsers and devices are lent, sold and shared: they tell visits apart and prove nothing. */
    static boolean somebodyVouchesFor(Identity.Kind kind) {
        return switch (kind) {
            case MEMBER, PHONE, EMAIL, UNIONID, ORDER -> true;
            case VISITOR, DEVICE -> false;
        };
    }

    /** Shops and WeChat give each person one of these: two in one file mean two people, or an account too many. */
    static boolean aPersonHasOne(Identity.Kind kind) {
        return switch (kind) {
            case MEMBER, UNIONID -> true;
            case PHONE, EMAIL, ORDER, VISITOR, DEVICE -> false;
        };
    }
}

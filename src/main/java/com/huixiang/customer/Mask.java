package com.huixiang.customer;

import org.jspecify.annotations.Nullable;

/** P-08: as much of a telephone number or address as is needed to tell it from others. */
public final class Mask {

    private static final int SHORT = 7;

    private Mask() {}

    /** 13800138000 → 138****8000. */
    public static @Nullable String phone(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        return phone.length() < SHORT
                ? "*".repeat(Math.max(0, phone.length() - 2)) + phone.substring(Math.max(0, phone.length() - 2))
                : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }

    /** lin.xiao@example.com → l***@example.com. */
    public static @Nullable String email(@Nullable String email) {
        if (email == null) {
            return null;
        }
        int at = email.indexOf('@');
        return at < 1 ? "***" : email.charAt(0) + "***" + email.substring(at);
    }

    /** Whichever of the two it is; any other text stays as it is. */
    public static @Nullable String contact(@Nullable String text) {
        if (text == null || text.indexOf('*') >= 0) {
            return text;
        }
        if (EmailAddress.normalise(text).isPresent()) {
            return email(text.strip());
        }
        return Phone.normalise(text).map(Mask::phone).orElse(text);
    }

    static String value(Identity.Kind kind, String value) {
        return switch (kind) {
            case PHONE -> phone(value);
            case EMAIL -> email(value);
            case VISITOR, DEVICE, MEMBER, UNIONID, ORDER -> value;
        };
    }
}

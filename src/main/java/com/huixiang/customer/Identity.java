package com.huixiang.customer;

import java.util.Locale;

/** One name a customer is known by. Equal identities are the same customer, on whatever touchpoint they show up. */
public record Identity(Kind kind, String value) {

    public enum Kind {
        /** A browser that has not said who it is. */
        VISITOR,
        /** A telephone, a tablet, a watch; whoever holds it today. */
        DEVICE,
        MEMBER,
        PHONE,
        EMAIL,
        UNIONID,
        ORDER
    }

    private static final int LONGEST = 200;

    public Identity {
        value = switch (kind) {
            case PHONE -> Phone.normalise(value).orElseThrow(CustomerProblem::phoneInvalid);
            case EMAIL -> EmailAddress.normalise(value).orElseThrow(CustomerProblem::emailInvalid);
            case VISITOR, DEVICE, MEMBER, UNIONID, ORDER -> value.strip();
        };
        if (value.isEmpty() || value.length() > LONGEST) {
            throw CustomerProblem.identityInvalid();
        }
    }

    public static Identity visitor(String value) {
        return new Identity(Kind.VISITOR, value);
    }

    public static Identity member(String value) {
        return new Identity(Kind.MEMBER, value);
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + value;
    }
}

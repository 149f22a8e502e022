package com.huixiang.sla;

import java.util.Locale;

/** Why somebody is called. */
public enum WarningKind {
    /** A promise is about to be broken. */
    NEAR_BREACH,
    /** A promise was broken. */
    BREACH,
    /** T-04: what is urgent has not been answered by a human; rings again. */
    URGENT_UNANSWERED,
    /** T-05: a customer complains. */
    COMPLAINT,
    /** E-08: a call-back or a message left was not done by its time. */
    CALL_BACK_DUE;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static WarningKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

package com.huixiang.customer;

/** P-02: how much a source is worth when several say different things. The higher counts; of two equal ones, the newer. */
public enum Standing {
    /** The customer's own word: nobody checked it. */
    SAID,
    /** Told by an event of his, as a trait. */
    TRAIT,
    /** A shop or another system vouches for it. */
    SHOP,
    /** A member of the house has corrected it. */
    STAFF;

    int rank() {
        return ordinal() + 1;
    }

    static Standing of(int rank) {
        return values()[rank - 1];
    }

    static Standing of(Identity.Kind by) {
        return SamePerson.somebodyVouchesFor(by) ? SHOP : SAID;
    }
}

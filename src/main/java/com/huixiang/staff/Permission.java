package com.huixiang.staff;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a role can allow. On the wire and in the tables it is spelled as {@link #code()}. */
public enum Permission {
    /** Answer customers. */
    SERVE,
    /** See and move the conversations of one's own groups and stores. */
    LEAD_GROUP,
    /** See and move every conversation. */
    LEAD_ALL,
    /** Keep what everybody says: shared scripts, later knowledge. */
    TEACH,
    /** Members, roles, groups and stores. */
    STAFF,
    /** Service hours, promises, the routing matrix and the categories. */
    STANDARDS,
    /** Channel accounts, keys and webhooks. */
    CHANNELS,
    /** See phone numbers and e-mail addresses whole. */
    CONTACTS,
    /** See one of them whole, on the record. */
    REVEAL,
    /** Make two files one, and two again. */
    MERGE,
    /** Look at the audit trail. */
    AUDIT,
    /** Take lists out of the house. */
    EXPORT,
    /** Bring lists into it: products, orders, customers. */
    IMPORT;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Permission> of(String code) {
        return Stream.of(values()).filter(known -> known.code().equals(code)).findFirst();
    }

    /** Those that this version knows; what an older or newer one wrote is passed over. */
    static Set<Permission> known(String[] codes) {
        Set<Permission> known = EnumSet.noneOf(Permission.class);
        for (String code : codes) {
            of(code).ifPresent(known::add);
        }
        return known;
    }
}

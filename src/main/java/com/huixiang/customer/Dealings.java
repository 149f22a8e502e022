package com.huixiang.customer;

import java.util.UUID;

/** Who has to do with a customer. Told by the module that keeps the conversations. */
public interface Dealings {

    /** Whether this member serves or has served the customer, or his group does. */
    boolean knows(UUID member, CustomerId customer);

    /** How many conversations went along when the files became one. */
    int followed(MergeId merge);

    /** How many conversations began after that, and so stay where they are. */
    int begunSince(MergeId merge);
}

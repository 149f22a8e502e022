package com.huixiang.conversation;

import com.huixiang.customer.CustomerId;
import com.huixiang.staff.StaffId;
import org.jspecify.annotations.Nullable;

/** How a conversation begins: whose it is, where it comes in, on which page and goods, and about what. */
public record Opening(
        CustomerId customer,
        Touchpoint channel,
        @Nullable EntryPage page,
        IssueType issue,
        @Nullable StaffId heldBy) {

    Opening of(CustomerId current) {
        return new Opening(current, channel, page, issue, heldBy);
    }

    /** Where on the shop's site the customer was. */
    public record EntryPage(@Nullable String title, @Nullable String url, Body.@Nullable Card product) {}
}

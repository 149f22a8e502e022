package com.huixiang.conversation;

import com.huixiang.customer.CustomerId;
import com.huixiang.staff.StaffId;

/** Whether a member looks after a customer even when they do not talk. Told by whoever binds them. */
public interface CustomerTie {

    boolean looksAfter(StaffId member, CustomerId customer);
}

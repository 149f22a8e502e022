package com.huixiang.customer;

/** Whether a customer is there right now. Told by the touchpoint that holds his browser. */
public interface Attendance {

    boolean isOnline(CustomerId customer);
}

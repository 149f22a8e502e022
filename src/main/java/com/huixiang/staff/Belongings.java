package com.huixiang.staff;

/**
 * Whether something above this floor would be left without a home. Told by whoever keeps such things; what is in use is
 * not closed.
 */
public interface Belongings {

    boolean has(GroupId group);

    boolean has(StoreId store);
}

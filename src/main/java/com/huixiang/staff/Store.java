package com.huixiang.staff;

/** A place where customers walk in; {@code code} is what the shop itself calls it. */
public record Store(StoreId id, String code, String name, String address, String phone) {}

package com.huixiang.journey;

/** The events the house knows by name; any other is kept as it came. */
public final class EventNames {

    public static final String PAGE_VIEWED = "Page Viewed";
    public static final String PRODUCT_VIEWED = "Product Viewed";
    public static final String PRODUCT_ADDED = "Product Added";
    public static final String PRODUCT_REMOVED = "Product Removed";
    public static final String PRODUCT_FAVOURITED = "Product Favourited";
    public static final String PRODUCTS_SEARCHED = "Products Searched";
    public static final String ORDER_COMPLETED = "Order Completed";

    /** What a browser or a server said of somebody, and that two names are one person's. */
    static final String IDENTIFIED = "Identified";

    static final String ALIASED = "Aliased";

    private EventNames() {}
}

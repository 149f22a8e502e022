/**
 * The shop mirror: what shops, tills and files told us of products, orders, payments, parcels, refunds and carts. Nobody edits
 * it here; the newest message about an order wins, and hearing it twice changes nothing. It owns the words order, order
 * line, shipment, refund, reversal (a cancelled order the shop wrote down as an order of its own), cart, and product (E-04,
 * E-07, P-01, T-02).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "search", "customer", "imports", "staff"})
package com.huixiang.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

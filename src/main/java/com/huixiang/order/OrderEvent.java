package com.huixiang.order;

import com.huixiang.customer.CustomerId;
import java.util.Set;

/** All news this module tells, after the commit that made it true. */
public sealed interface OrderEvent {

    /** Orders, carts or parcels of these customers are new or different; once for each batch, however many they are. */
    record OrdersTaken(Set<CustomerId> customers) implements OrderEvent {
        public OrdersTaken {
            customers = Set.copyOf(customers);
        }
    }

    /** Products are new or different. */
    record ProductsTaken(Set<String> skus) implements OrderEvent {
        public ProductsTaken {
            skus = Set.copyOf(skus);
        }
    }
}

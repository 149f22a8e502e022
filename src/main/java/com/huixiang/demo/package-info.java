/**
 * A story for newcomers: the retailer 青禾家居 with its people, customers and sixty days of conversations, and a little
 * life that goes on while somebody looks. Exists only where {@code huixiang.demo} is on. It stands on the roof: nobody
 * knows of it.
 *
 * <p>What happens now goes through the front doors of the other rooms, as if people did it. Only the past is written
 * with SQL into their tables (no front door lets anybody date a message back), and removed the same way.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel", "push", "staff", "customer", "order", "conversation", "journey", "channel", "connect", "store", "routing",
            "sla"
        })
package com.huixiang.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

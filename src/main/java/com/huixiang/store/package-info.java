/**
 * The store terminal: customers who walk in. A walk-in is a conversation on a channel of kind store that waits for the
 * specialists of that store alone (S-03, T-03); he registers by name, telephone number or member number at the terminal by
 * the door, or a specialist does it for him on the phone. It owns the words walk-in, terminal.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "staff", "customer", "conversation", "channel"})
package com.huixiang.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

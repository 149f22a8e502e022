/**
 * Touchpoints in and out. {@link com.huixiang.channel.Channel} is the port behind which each kind of touchpoint stands; the
 * web is one of them (the widget on the shop's pages and the full-page chat). It owns the words channel, channel account,
 * visitor token, entry menu, and knows how the shop vouches for its customers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "push", "audit", "staff", "customer", "conversation", "task"})
package com.huixiang.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

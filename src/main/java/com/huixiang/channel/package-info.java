/**
 * Touchpoints in and out. So far the web: the widget on the shop's pages and the full-page chat. It owns the words
 * channel account, visitor token, entry menu, and knows how the shop vouches for its customers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "push", "customer", "conversation"})
package com.huixiang.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What customers do before they write to us and besides: pages and goods they look at, what they put in the cart, search
 * for and buy, as other systems and the shop's pages tell it (P-02, P-03). It owns the words event, visit, path and funnel,
 * and knows what a customer looks at now (E-03). It decides nothing; tags, care and routing stand higher and read.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "agenda", "push", "customer", "conversation"})
package com.huixiang.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

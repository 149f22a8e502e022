/**
 * Who the customer is: one file per person, the identities he is known by on each touchpoint, his level, tags and notes,
 * and how two files become one and two again. Words: Customer, Visitor (not yet recognised), Identity, Level, CustomerValue,
 * Tag, Note, Mask (a number or address in part).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "agenda", "audit", "search"})
package com.huixiang.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

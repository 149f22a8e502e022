/**
 * Who the customer is: one file per person, the identities he is known by on each touchpoint, his level, tags and notes,
 * and how two files become one. Words: Customer, Visitor (not yet recognised), Identity, Level, CustomerValue, Tag, Note.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package com.huixiang.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Customers as a table: filtered, sorted, kept as views, taken out as a file; and one at a glance. */
@NullMarked
package com.huixiang.segment.table;

import org.jspecify.annotations.NullMarked;

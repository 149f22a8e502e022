/** The table of customers over HTTP. */
@NullMarked
package com.huixiang.segment.table.web;

import org.jspecify.annotations.NullMarked;

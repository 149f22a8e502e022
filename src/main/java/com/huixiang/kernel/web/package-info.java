/** The only place that knows HTTP status numbers. */
@NullMarked
package com.huixiang.kernel.web;

import org.jspecify.annotations.NullMarked;

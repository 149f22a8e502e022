/**
 * The promise of the record under violence: what was acknowledged is there, once and in order, however often the
 * application, its database or the lines are killed. A short trial runs with the tests, a long one in {@code bench/}.
 */
@NullMarked
package com.huixiang.crash;

import org.jspecify.annotations.NullMarked;

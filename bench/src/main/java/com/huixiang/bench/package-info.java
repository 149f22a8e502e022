/**
 * Measures the packaged application from outside: virtual customers and agents over real WebSockets, PostgreSQL's own
 * statistics, the kernel's process times. Every figure comes with a limit measured in the same run.
 */
@NullMarked
package com.huixiang.bench;

import org.jspecify.annotations.NullMarked;

/** The trail over HTTP. */
@NullMarked
package com.huixiang.audit.web;

import org.jspecify.annotations.NullMarked;

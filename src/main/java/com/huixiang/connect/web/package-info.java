/** The API channel over HTTP: what other systems call, and its settings. */
@NullMarked
package com.huixiang.connect.web;

import org.jspecify.annotations.NullMarked;

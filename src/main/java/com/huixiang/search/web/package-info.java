/** The search over HTTP. */
@NullMarked
package com.huixiang.search.web;

import org.jspecify.annotations.NullMarked;

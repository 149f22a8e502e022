/** Orders and products over HTTP. */
@NullMarked
package com.huixiang.order.web;

import org.jspecify.annotations.NullMarked;

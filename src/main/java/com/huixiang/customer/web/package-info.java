/** The customer's file over HTTP. */
@NullMarked
package com.huixiang.customer.web;

import org.jspecify.annotations.NullMarked;

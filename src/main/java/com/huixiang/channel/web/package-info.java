/** The customer's side over HTTP and live. */
@NullMarked
package com.huixiang.channel.web;

import org.jspecify.annotations.NullMarked;

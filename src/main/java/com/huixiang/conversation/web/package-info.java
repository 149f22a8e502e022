/** The record over HTTP and live, for staff. */
@NullMarked
package com.huixiang.conversation.web;

import org.jspecify.annotations.NullMarked;

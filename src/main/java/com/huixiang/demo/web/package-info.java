/** What the demo shop and the sign-in page ask. */
@NullMarked
package com.huixiang.demo.web;

import org.jspecify.annotations.NullMarked;

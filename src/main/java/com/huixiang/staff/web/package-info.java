/** Signing in, and the members, groups, presence and scripts over HTTP. {@code SecurityEdge} says who may come in where. */
@NullMarked
package com.huixiang.staff.web;

import org.jspecify.annotations.NullMarked;

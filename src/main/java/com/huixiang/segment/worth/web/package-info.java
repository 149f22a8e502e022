/** Worth over HTTP. */
@NullMarked
package com.huixiang.segment.worth.web;

import org.jspecify.annotations.NullMarked;

/** Segments, tag rules and RFM over HTTP. */
@NullMarked
package com.huixiang.segment.web;

import org.jspecify.annotations.NullMarked;

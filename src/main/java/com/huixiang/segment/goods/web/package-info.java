/** Goods that go together, over HTTP. */
@NullMarked
package com.huixiang.segment.goods.web;

import org.jspecify.annotations.NullMarked;

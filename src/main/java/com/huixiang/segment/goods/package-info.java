/**
 * Goods that go together (P-06): counted from what was bought in one order, offered to one customer from his cart, what he
 * looks at and what he bought last. Words: Pairing, Recommendation, support, confidence, lift, cold start.
 */
@NullMarked
package com.huixiang.segment.goods;

import org.jspecify.annotations.NullMarked;

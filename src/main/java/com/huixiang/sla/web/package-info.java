/** The edge of the clocks: HTTP and the wall's live line. */
@NullMarked
package com.huixiang.sla.web;

import org.jspecify.annotations.NullMarked;

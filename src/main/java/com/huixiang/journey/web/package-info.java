/** The path of a customer over HTTP, for colleagues. */
@NullMarked
package com.huixiang.journey.web;

import org.jspecify.annotations.NullMarked;

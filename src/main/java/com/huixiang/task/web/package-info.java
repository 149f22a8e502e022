/** Tasks over HTTP. */
@NullMarked
package com.huixiang.task.web;

import org.jspecify.annotations.NullMarked;

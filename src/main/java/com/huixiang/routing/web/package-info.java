/** HTTP for the binding of a customer to an agent of his own. */
@NullMarked
package com.huixiang.routing.web;

import org.jspecify.annotations.NullMarked;

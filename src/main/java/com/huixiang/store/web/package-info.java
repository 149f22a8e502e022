/** Stores over HTTP: the specialist's phone and the terminal by the door. */
@NullMarked
package com.huixiang.store.web;

import org.jspecify.annotations.NullMarked;

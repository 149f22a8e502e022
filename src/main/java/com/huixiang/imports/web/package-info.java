/** Imports over HTTP. */
@NullMarked
package com.huixiang.imports.web;

import org.jspecify.annotations.NullMarked;

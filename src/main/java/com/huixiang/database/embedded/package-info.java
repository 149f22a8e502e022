/** The PostgreSQL that travels with the product: unpacked, initialised, started, watched and stopped here. */
@NullMarked
package com.huixiang.database.embedded;

import org.jspecify.annotations.NullMarked;

/** The whole house: it starts here, and says which address shows which page. Everything else lives in a room of its own. */
@NullMarked
package com.huixiang;

import org.jspecify.annotations.NullMarked;

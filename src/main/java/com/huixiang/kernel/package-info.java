/**
 * The ground everything stands on: refusals with a code, ids that sort by time, pages of a list, the clock.
 * It knows no domain and stays small: at most twelve types.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = {})
package com.huixiang.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

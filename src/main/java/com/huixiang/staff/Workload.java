package com.huixiang.staff;

import java.util.Map;

/** How much each member holds right now. Told by whoever keeps the conversations; a member without any may be missing. */
public interface Workload {

    Map<StaffId, Integer> loads();
}

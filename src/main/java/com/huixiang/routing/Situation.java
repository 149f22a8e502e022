package com.huixiang.routing;

import com.huixiang.staff.GroupId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the router sees at one moment: who waits, who works, and by which standards. */
record Situation(
        Instant moment,
        RoutingStandard standard,
        TargetByMatrix matrix,
        Map<GroupId, GroupId> overflow,
        List<Desk> desks,
        List<Waiting> queue) {

    /** The same house, with these waiting instead. */
    Situation with(List<Waiting> others) {
        return new Situation(moment, standard, matrix, overflow, desks, others);
    }
}

package com.huixiang.routing;

import com.huixiang.routing.TargetByMatrix.Target;
import java.time.Instant;

/** T-07: the wanted skill level drops by one for each piece of waiting; after a longer wait the overflow group helps. */
record SkillRelaxesOverTime(RoutingStandard standard) {

    boolean isGoodEnough(Desk desk, Target target, Waiting one, Instant now) {
        return desk.levelIn(target.group()) >= levelWanted(target, one, now);
    }

    int levelWanted(Target target, Waiting one, Instant now) {
        if (standard.relaxLevel().isZero()) {
            return 1;
        }
        long levelsLess = Math.max(0, one.waited(now).dividedBy(standard.relaxLevel()));
        return (int) Math.max(1, target.level() - levelsLess);
    }

    boolean overflowHelps(Waiting one, Instant now) {
        return one.waited(now).compareTo(standard.overflow()) >= 0;
    }
}

package com.huixiang.conversation;

/** What a touchpoint can carry to the customer: told by whoever knows the touchpoints, asked before anything is written. */
public interface TouchpointLimits {

    /** Refuses what the customer could never see there. */
    void check(String channelKind, Body body);
}

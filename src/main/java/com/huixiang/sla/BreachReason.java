package com.huixiang.sla;

import com.huixiang.staff.PresenceState;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a promise was broken, as far as the floor itself tells: who had the customer, and who was there. */
enum BreachReason {
    /** It waited in the queue although somebody was on line. */
    IN_QUEUE,
    /** It waited in the queue, and nobody of the group was on line. */
    NOBODY_THERE,
    /** Its agent was away. */
    AGENT_AWAY,
    /** Its agent had as much as he can hold, or more. */
    AGENT_FULL,
    /** Its agent was there, had room, and did not answer. */
    AGENT_LATE;

    static BreachReason of(boolean held, @Nullable PresenceState agent, int load, int capacity, int online) {
        if (!held) {
            return online == 0 ? NOBODY_THERE : IN_QUEUE;
        }
        if (agent == null || !agent.isAtDesk()) {
            return AGENT_AWAY;
        }
        return load >= capacity ? AGENT_FULL : AGENT_LATE;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

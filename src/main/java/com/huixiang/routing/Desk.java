package com.huixiang.routing;

import com.huixiang.staff.GroupId;
import com.huixiang.staff.PresenceState;
import com.huixiang.staff.StaffId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An agent at work. It fills while a plan is made, so it belongs to one plan and one thread. */
final class Desk {

    private final StaffId agent;
    private final PresenceState presence;
    private final int capacity;
    private final Map<GroupId, Integer> skills;
    private int load;
    private @Nullable Instant lastAssigned;

    Desk(
            StaffId agent,
            PresenceState presence,
            int capacity,
            Map<GroupId, Integer> skills,
            int load,
            @Nullable Instant lastAssigned) {
        this.agent = agent;
        this.presence = presence;
        this.capacity = capacity;
        this.skills = Map.copyOf(skills);
        this.load = load;
        this.lastAssigned = lastAssigned;
    }

    /** T-07: never an agent who is away, never more than the capacity. */
    boolean canTake(Waiting one) {
        return presence == PresenceState.ONLINE && load + share(one) <= capacity && capacity > 0;
    }

    /** On line, though perhaps too busy for one more: somebody worth a short wait. */
    boolean isPresent() {
        return presence == PresenceState.ONLINE || presence == PresenceState.BUSY;
    }

    boolean isFull() {
        return presence != PresenceState.ONLINE || load >= capacity;
    }

    void take(Waiting one, Instant now) {
        load += share(one);
        lastAssigned = now;
    }

    /** What is heavier than the whole desk (a phone call) fills an empty one. */
    private int share(Waiting one) {
        return Math.min(one.weight(), capacity);
    }

    /** How well this agent serves the group, 1 to 5; 0 for somebody who does not belong to it. */
    int levelIn(GroupId group) {
        return skills.getOrDefault(group, 0);
    }

    PresenceState presence() {
        return presence;
    }

    StaffId agent() {
        return agent;
    }

    Map<GroupId, Integer> skills() {
        return skills;
    }

    int capacity() {
        return capacity;
    }

    int load() {
        return load;
    }

    @Nullable Instant lastAssigned() {
        return lastAssigned;
    }
}

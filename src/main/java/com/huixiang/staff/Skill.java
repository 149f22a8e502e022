package com.huixiang.staff;

/** How well a member serves a group: 1 (learning) to 5 (best). */
public record Skill(StaffId memberId, GroupId groupId, int level) {

    static final int LOWEST = 1;
    static final int BEST = 5;
}

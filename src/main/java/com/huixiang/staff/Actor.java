package com.huixiang.staff;

import java.util.Set;

/** A member who is doing something now. Controllers take it as a parameter; it is read afresh for each request. */
public record Actor(StaffId id, String name, String nickname, Role role, Set<GroupId> groups) {

    public Actor {
        groups = Set.copyOf(groups);
    }

    public boolean mayLead() {
        return role == Role.SUPERVISOR || role == Role.ADMIN;
    }

    /** May shape what everybody says: shared scripts, later knowledge. */
    public boolean mayTeach() {
        return role == Role.TRAINER || mayLead();
    }

    public boolean serves(GroupId group) {
        return groups.contains(group);
    }

    public boolean is(StaffId member) {
        return id.equals(member);
    }
}

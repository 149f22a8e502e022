package com.huixiang.staff;

import java.util.Set;

/** A member who is doing something now. Controllers take it as a parameter; it is read afresh for each request. */
public record Actor(
        StaffId id,
        String name,
        String nickname,
        Role role,
        Set<Permission> permissions,
        Set<GroupId> groups,
        Set<StoreId> stores) {

    public Actor {
        permissions = Set.copyOf(permissions);
        groups = Set.copyOf(groups);
        stores = Set.copyOf(stores);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Refused when his role does not allow it. */
    public void check(Permission permission) {
        if (!may(permission)) {
            throw StaffProblem.notAllowed();
        }
    }

    /** Of all, or of his own groups and stores: ask {@link #leads} which. */
    public boolean mayLead() {
        return leadsAll() || may(Permission.LEAD_GROUP);
    }

    public boolean leadsAll() {
        return may(Permission.LEAD_ALL);
    }

    public boolean leads(GroupId group) {
        return leadsAll() || may(Permission.LEAD_GROUP) && groups.contains(group);
    }

    public boolean leads(StoreId store) {
        return leadsAll() || may(Permission.LEAD_GROUP) && stores.contains(store);
    }

    /** May shape what everybody says: shared scripts, later knowledge. */
    public boolean mayTeach() {
        return may(Permission.TEACH);
    }

    public boolean serves(GroupId group) {
        return groups.contains(group);
    }

    public boolean is(StaffId member) {
        return id.equals(member);
    }
}

/**
 * The people who answer: members and their roles, the skill groups they serve in, whether they are at their desk, the
 * scripts they use, when we are open, and how they sign in. Words: StaffMember, SkillGroup, Actor (a member who is doing
 * something), Presence, Capacity, Script, Role, Permission, Store, Service hours, Calendar.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "push", "audit", "search"})
package com.huixiang.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

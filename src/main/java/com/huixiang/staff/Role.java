package com.huixiang.staff;

/** What a member may do. Supervisors and administrators lead: they may see and move what others hold. */
public enum Role {
    AGENT,
    STORE_SPECIALIST,
    SUPERVISOR,
    TRAINER,
    ADMIN
}

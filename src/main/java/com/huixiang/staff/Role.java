package com.huixiang.staff;

public enum Role {
    AGENT,
    STORE_SPECIALIST,
    SUPERVISOR,
    TRAINER,
    ADMIN
}

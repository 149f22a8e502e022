package com.huixiang.staff;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Which role a member has, by its code. What it allows is kept with it and read when a request asks; see {@link Permission}. */
public record Role(@JsonValue String code) {

    public static final Role AGENT = new Role("agent");
    public static final Role STORE_SPECIALIST = new Role("store-specialist");
    public static final Role SUPERVISOR = new Role("supervisor");
    public static final Role TRAINER = new Role("trainer");
    public static final Role ADMIN = new Role("admin");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Role {}

    @Override
    public String toString() {
        return code;
    }
}

package com.huixiang.staff;

import com.huixiang.staff.Staff.Newcomer;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** People for tests: {@code people.hire("王芳", Role.AGENT)}. Everybody's password is {@link #PASSWORD}. */
@Component
public class StaffFixtures {

    public static final String PASSWORD = "correct-horse";

    private final AtomicInteger hired = new AtomicInteger();
    private final Staff staff;

    StaffFixtures(Staff staff) {
        this.staff = staff;
    }

    public StaffMember hire(String name, Role role) {
        return staff.hire(
                new Newcomer("member" + hired.incrementAndGet(), name, name.substring(0, 1) + "客服", role, PASSWORD, null, 5));
    }

    public Actor agent(String name) {
        return staff.actor(hire(name, Role.AGENT).id());
    }

    public Actor supervisor(String name) {
        return staff.actor(hire(name, Role.SUPERVISOR).id());
    }

    public SkillGroup group(String name) {
        return staff.form(name, null);
    }
}

package com.huixiang.crowd;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Writes the shop of a run straight into the database: its web channel, one group that gets everything, its agents. */
public final class Staffing {

    public static final String SITE = "crowd";
    public static final String PASSWORD = "crowd-of-agents";
    /** The cheapest bcrypt there is: two hundred agents sign in at once. */
    private static final String PASSWORD_HASH = "{bcrypt}$2a$04$3aGb08lV80QJFzwzRHtcY.gaM5U3huZP6dxjqOYzJdCft1taY.AkK";

    private Staffing() {}

    public static String login(int number) {
        return "agent-%03d".formatted(number);
    }

    public static void write(Connection database, int agents, int capacity) throws SQLException {
        UUID group = UUID.randomUUID();
        try (Statement sql = database.createStatement()) {
            sql.execute(
                    """
                    insert into channel.account (id, kind, name, secret, greeting, created_at)
                    values ('%s', 'WEB', '回响测试店', 'crowd-secret', '您好,请问有什么可以帮您?', now())"""
                            .formatted(SITE));
            sql.execute("insert into staff.skill_group (id, name) values ('%s', '全部咨询')".formatted(group));
            sql.execute("delete from routing.matrix_row");
            sql.execute("insert into routing.matrix_row (id, group_id) values (gen_random_uuid(), '%s')".formatted(group));
            // Customers who talk on without an answer are part of the load; nobody is taken from his agent for it.
            sql.execute("update routing.standard set silence_secs = 86400");
        }
        try (PreparedStatement member = database.prepareStatement(
                """
                with hired as (
                    insert into staff.member (id, login, name, nickname, role, password_hash, capacity, created_at)
                    values (gen_random_uuid(), ?, ?, ?, 'AGENT', ?, ?, now()) returning id)
                insert into staff.skill (member_id, group_id, level) select id, ?, 3 from hired""")) {
            for (int number = 0; number < agents; number++) {
                member.setString(1, login(number));
                member.setString(2, "坐席" + number);
                member.setString(3, "小回" + number);
                member.setString(4, PASSWORD_HASH);
                member.setInt(5, capacity);
                member.setObject(6, group);
                member.addBatch();
            }
            member.executeBatch();
        }
    }
}

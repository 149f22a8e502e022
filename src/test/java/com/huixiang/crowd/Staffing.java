package com.huixiang.crowd;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** Writes the shop of a run straight into the database: its web channel, its groups, its agents. */
public final class Staffing {

    public static final String SITE = "crowd";
    public static final String PASSWORD = "crowd-of-agents";
    /** The cheapest bcrypt there is: two hundred agents sign in at once. */
    private static final String PASSWORD_HASH = "{bcrypt}$2a$04$3aGb08lV80QJFzwzRHtcY.gaM5U3huZP6dxjqOYzJdCft1taY.AkK";

    private Staffing() {}

    public static String login(int number) {
        return "agent-%03d".formatted(number);
    }

    /** The kinds of issue of the product, in the order in which groups are made for them. */
    public static final List<String> ISSUES = List.of(
            "other", "pre-sale", "order", "payment", "logistics", "return", "refund", "invoice", "membership", "complaint");

    /** One group that gets everything. */
    public static void write(Connection database, int agents, int capacity) throws SQLException {
        write(database, agents, capacity, 1);
    }

    /** The agents in turn serve the groups, and each group gets one kind of issue; the first one gets all the rest. */
    public static void write(Connection database, int agents, int capacity, int groups) throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.execute(
                    """
                    insert into channel.account (id, kind, name, secret, greeting, created_at)
                    values ('%s', 'WEB', '回响测试店', 'crowd-secret', '您好,请问有什么可以帮您?', now())"""
                            .formatted(SITE));
            sql.execute("delete from routing.matrix_row");
            // Customers who talk on without an answer are part of the load; nobody is taken from his agent for it.
            sql.execute("update routing.standard set silence_secs = 86400");
        }
        for (int number = 0; number < groups; number++) {
            writeGroup(database, number, groups, agents, capacity);
        }
    }

    private static void writeGroup(Connection database, int number, int groups, int agents, int capacity)
            throws SQLException {
        UUID group = UUID.randomUUID();
        try (Statement sql = database.createStatement()) {
            sql.execute("insert into staff.skill_group (id, name, ordinal) values ('%s', '第 %d 组', %d)"
                    .formatted(group, number, number));
            String issue = number == 0 ? "null" : "'" + ISSUES.get(number) + "'";
            sql.execute("insert into routing.matrix_row (id, issue, group_id) values (gen_random_uuid(), %s, '%s')"
                    .formatted(issue, group));
        }
        try (PreparedStatement member = database.prepareStatement(
                """
                with hired as (
                    insert into staff.member (id, login, name, nickname, role, password_hash, capacity, created_at)
                    values (gen_random_uuid(), ?, ?, ?, 'agent', ?, ?, now()) returning id)
                insert into staff.skill (member_id, group_id, level) select id, ?, 3 from hired""")) {
            for (int agent = number; agent < agents; agent += groups) {
                member.setString(1, login(agent));
                member.setString(2, "坐席" + agent);
                member.setString(3, "小回" + agent);
                member.setString(4, PASSWORD_HASH);
                member.setInt(5, capacity);
                member.setObject(6, group);
                member.addBatch();
            }
            member.executeBatch();
        }
    }
}

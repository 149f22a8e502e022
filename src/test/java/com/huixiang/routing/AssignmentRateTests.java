package com.huixiang.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How fast a crowd is seated: prints, and asserts only that everybody has a seat. */
@HuixiangTest
class AssignmentRateTests {

    private static final int AGENTS = 200;

    @Autowired
    Router router;

    @Autowired
    OneNodeAtATime oneNodeAtATime;

    @Autowired
    RoutingPass pass;

    @Autowired
    JdbcClient sql;

    @Test
    void aCrowdIsSeated() {
        anOfficeOf(AGENTS);
        for (int round = 1; round <= 5; round++) {
            seat(200, "200 at once, round " + round);
        }
        seat(1_000, "1,000 at once");
        seat(2_000, "2,000 at once");
    }

    @Test
    void aLongQueueDoesNotMakeTheNextSeatSlow() {
        anOfficeOf(AGENTS);
        sql.sql("update staff.presence set state = 'BUSY'").update();
        crowd(10_000);
        oneNodeAtATime.run(pass::run);

        long began = System.nanoTime();
        oneNodeAtATime.run(pass::run);
        Duration nobodyFree = Duration.ofNanos(System.nanoTime() - began);

        sql.sql("update staff.member set capacity = 1").update();
        sql.sql("update staff.presence set state = 'ONLINE' where member_id in (select member_id from staff.presence limit 1)")
                .update();
        began = System.nanoTime();
        router.route();
        Duration oneFree = Duration.ofNanos(System.nanoTime() - began);
        System.out.printf(
                "Assignment: 10,000 wait; a pass with nobody free %d ms, with one free desk %d ms%n",
                nobodyFree.toMillis(), oneFree.toMillis());
        assertThat(count("HELD")).isEqualTo(1);
    }

    private void seat(int customers, String what) {
        sql.sql("delete from conversation.assignment").update();
        sql.sql("update conversation.conversation set state = 'CLOSED', agent_id = null, closed_at = last_at").update();
        crowd(customers);
        long began = System.nanoTime();
        router.route();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        System.out.printf(
                "Assignment: %s, %d agents: %d ms, %.0f conversations/s%n",
                what, AGENTS, took.toMillis(), customers / (took.toNanos() / 1e9));
        assertThat(count("QUEUED")).isZero();
    }

    private void anOfficeOf(int agents) {
        sql.sql("delete from staff.skill_group").update();
        sql.sql("insert into staff.skill_group (id, name) select gen_random_uuid(), 'group ' || n from generate_series(1, 4) n")
                .update();
        sql.sql(
                        """
                        insert into staff.member (id, login, name, nickname, role, password_hash, capacity, created_at)
                        select gen_random_uuid(), 'agent' || n, 'agent' || n, 'agent' || n, 'agent', '-', 50,
                               '2026-01-01'
                          from generate_series(1, ?) n""")
                .param(agents)
                .update();
        sql.sql(
                        """
                        insert into staff.skill (member_id, group_id, level)
                        select m.id, g.id, 3 from staff.member m cross join staff.skill_group g""")
                .update();
        sql.sql(
                        """
                        insert into staff.presence (member_id, state, since, seen_at)
                        select id, 'ONLINE', '2026-01-01', '2100-01-01' from staff.member""")
                .update();
        sql.sql(
                        """
                        insert into routing.matrix_row (id, issue, group_id)
                        select gen_random_uuid(), (array['return', 'order', 'invoice', 'logistics'])[substr(name, 7)::int], id
                          from staff.skill_group""")
                .update();
    }

    /** In the queue, each about one of four issues, none directed to a group yet. */
    private void crowd(int customers) {
        sql.sql(
                        """
                        with customer as (
                            insert into customer.customer (id, name, source, level, created_at, last_seen_at)
                            select gen_random_uuid(), 'customer', 'shop',
                                   (array['ORDINARY', 'SILVER', 'GOLD'])[1 + n % 3], '2026-01-01', '2026-01-01'
                              from generate_series(1, :n) n
                            returning id)
                        insert into conversation.conversation
                               (id, customer_id, channel_id, channel_kind, channel_name, state, urgency, issue, last_at,
                                last_by, last_preview, waiting_since, queued_at, opened_at)
                        select gen_random_uuid(), id, 'shop', 'web', 'shop', 'QUEUED',
                               (array['NORMAL', 'HIGH_VALUE', 'URGENT'])[1 + row_number() over () % 3],
                               (array['return', 'order', 'invoice', 'logistics'])[1 + row_number() over () % 4],
                               at, 'CUSTOMER', '', at, at, at
                          from customer, (select timestamptz '2026-11-11 10:00:00Z' as at) clock""")
                .param("n", customers)
                .update();
    }

    private int count(String state) {
        return sql.sql("select count(*) from conversation.conversation where state = ?")
                .param(state)
                .query(Integer.class)
                .single();
    }
}

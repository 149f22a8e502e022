package com.huixiang.routing;

import com.huixiang.conversation.Assignments.ReleaseReason;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Urgency;
import com.huixiang.customer.CustomerValue;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.PresenceState;
import com.huixiang.staff.StaffId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a whole situation in five statements, however many wait and work. */
@Repository
class RoutingRepository {

    private final JdbcClient jdbc;

    RoutingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Situation situation(RoutingStandard standard, Instant now) {
        List<Group> groups = groups();
        GroupId fallback = groups.isEmpty() ? null : groups.getFirst().id();
        Map<GroupId, GroupId> overflow = new HashMap<>();
        for (Group group : groups) {
            if (group.overflow() != null) {
                overflow.put(group.id(), group.overflow());
            }
        }
        return new Situation(now, standard, new TargetByMatrix(matrix(), fallback), overflow, desks(), queue());
    }

    RoutingStandard standard() {
        return jdbc.sql("select * from routing.standard where id = 1")
                .query((row, n) -> new RoutingStandard(
                        Duration.ofSeconds(row.getInt("dedicated_wait_secs")),
                        Duration.ofSeconds(row.getInt("relax_level_secs")),
                        Duration.ofSeconds(row.getInt("overflow_secs")),
                        Duration.ofSeconds(row.getInt("silence_secs"))))
                .single();
    }

    void put(RoutingStandard standard) {
        jdbc.sql(
                        """
                        update routing.standard
                           set dedicated_wait_secs = ?, relax_level_secs = ?, overflow_secs = ?, silence_secs = ?""")
                .params(
                        standard.dedicatedWait().toSeconds(),
                        standard.relaxLevel().toSeconds(),
                        standard.overflow().toSeconds(),
                        standard.silence().toSeconds())
                .update();
    }

    void clearMatrix() {
        jdbc.sql("delete from routing.matrix_row").update();
    }

    /** The matrix as it is shown: in the order of the issues, "any" last. */
    List<Matrix.Line> lines() {
        return jdbc.sql(
                        """
                        select id, issue, urgency, value, group_id, min_level from routing.matrix_row
                         order by issue nulls last, urgency nulls last, value nulls last""")
                .query((row, n) -> new Matrix.Line(
                        row.getObject("id", UUID.class),
                        row.getString("issue"),
                        row.getString("urgency") == null ? null : Urgency.valueOf(row.getString("urgency")),
                        row.getString("value") == null ? null : CustomerValue.valueOf(row.getString("value")),
                        group(row, "group_id"),
                        row.getInt("min_level")))
                .list();
    }

    private record Group(GroupId id, @Nullable GroupId overflow) {}

    private List<Group> groups() {
        return jdbc.sql("select id, overflow_id from staff.skill_group order by ordinal, name")
                .query((row, n) -> new Group(group(row, "id"), group(row, "overflow_id")))
                .list();
    }

    void put(UUID id, MatrixRow row) {
        jdbc.sql(
                        """
                        insert into routing.matrix_row (id, issue, urgency, value, group_id, min_level)
                        values (:id, :issue, :urgency, :value, :group, :level)
                        on conflict (issue, urgency, value) do update
                           set group_id = excluded.group_id, min_level = excluded.min_level""")
                .param("id", id)
                .param("issue", row.issue() == null ? null : row.issue().code())
                .param("urgency", row.urgency() == null ? null : row.urgency().name())
                .param("value", row.value() == null ? null : row.value().name())
                .param("group", row.group().value())
                .param("level", row.minLevel())
                .update();
    }

    private List<MatrixRow> matrix() {
        return jdbc.sql("select issue, urgency, value, group_id, min_level from routing.matrix_row")
                .query((row, n) -> new MatrixRow(
                        row.getString("issue") == null ? null : IssueType.of(row.getString("issue")),
                        row.getString("urgency") == null ? null : Urgency.valueOf(row.getString("urgency")),
                        row.getString("value") == null ? null : CustomerValue.valueOf(row.getString("value")),
                        group(row, "group_id"),
                        row.getInt("min_level")))
                .list();
    }

    private List<Desk> desks() {
        return jdbc.sql(
                        """
                        select m.id, p.state, m.capacity, held.load, last.began_at, skills.groups, skills.levels
                          from staff.presence p
                          join staff.member m on m.id = p.member_id and m.active
                          left join lateral (select coalesce(sum(c.weight), 0) as load
                                               from conversation.conversation c
                                              where c.agent_id = m.id and c.state = 'HELD') held on true
                          left join lateral (select a.began_at
                                               from conversation.assignment a
                                              where a.agent_id = m.id
                                              order by a.began_at desc
                                              limit 1) last on true
                          left join lateral (select array_agg(s.group_id order by s.group_id) as groups,
                                                    array_agg(s.level order by s.group_id) as levels
                                               from staff.skill s
                                              where s.member_id = m.id) skills on true
                         where p.state <> 'OFFLINE'""")
                .query((row, n) -> new Desk(
                        new StaffId(row.getObject("id", UUID.class)),
                        PresenceState.valueOf(row.getString("state")),
                        row.getInt("capacity"),
                        skills(row),
                        row.getInt("load"),
                        instant(row, "began_at")))
                .list();
    }

    /**
     * Everything is looked up by key: the queue comes and goes too fast for statistics, and a plan that reads all
     * customers must never be chosen.
     */
    private List<Waiting> queue() {
        return jdbc.sql(
                        """
                        select c.id, c.issue, c.urgency, c.group_id, c.weight, c.queued_at,
                               (select customer.value_of(k.level, k.appraisal)
                                  from customer.customer k where k.id = c.customer_id) as value,
                               not exists (select from routing.target t
                                            where t.conversation_id = c.id and t.group_id = c.group_id)
                                   as chosen_by_person,
                               binding.agent_id, binding.deputy_id,
                               (select array_agg(a.agent_id)
                                  from conversation.assignment a
                                 where a.conversation_id = c.id and a.why_ended = 'silent') as fell_silent
                          from conversation.conversation c
                          left join lateral (select b.agent_id, b.deputy_id
                                               from routing.binding b
                                              where b.customer_id = c.customer_id
                                              limit 1) binding on true
                         where c.state = 'QUEUED' and c.store_id is null""")
                .query((row, n) -> new Waiting(
                        new ConversationId(row.getObject("id", UUID.class)),
                        IssueType.of(row.getString("issue")),
                        Urgency.valueOf(row.getString("urgency")),
                        value(row.getString("value")),
                        group(row, "group_id"),
                        row.getBoolean("chosen_by_person"),
                        row.getInt("weight"),
                        instant(row, "queued_at"),
                        binding(row),
                        agents(row.getArray("fell_silent"))))
                .list();
    }

    /** A conversation whose customer waits for an agent who is not there or does not answer. */
    record Abandoned(ConversationId conversation, StaffId agent, ReleaseReason why) {}

    List<Abandoned> abandoned(Instant silentSince) {
        return jdbc.sql(
                        """
                        select c.id, c.agent_id, m.id is null or coalesce(p.state, 'OFFLINE') = 'OFFLINE' as gone
                          from conversation.conversation c
                          left join staff.member m on m.id = c.agent_id and m.active
                          left join staff.presence p on p.member_id = c.agent_id
                         where c.state = 'HELD'
                           and c.waiting_since is not null
                           and (m.id is null
                                or coalesce(p.state, 'OFFLINE') = 'OFFLINE'
                                or c.waiting_since <= :silent_since
                                   and (select a.began_at
                                          from conversation.assignment a
                                         where a.conversation_id = c.id and a.ended_at is null) <= :silent_since)
                         order by c.waiting_since""")
                .param("silent_since", utc(silentSince))
                .query((row, n) -> new Abandoned(
                        new ConversationId(row.getObject("id", UUID.class)),
                        new StaffId(row.getObject("agent_id", UUID.class)),
                        row.getBoolean("gone") ? ReleaseReason.OFFLINE : ReleaseReason.SILENT))
                .list();
    }

    /** The matrix chose these groups: a group without such a row counts as chosen by people. */
    void remember(Map<ConversationId, GroupId> directions) {
        List<Map.Entry<ConversationId, GroupId>> rows = List.copyOf(directions.entrySet());
        jdbc.sql(
                        """
                        insert into routing.target (conversation_id, group_id)
                        select * from unnest(:conversations, :groups)
                        on conflict do nothing""")
                .param("conversations", rows.stream().map(row -> row.getKey().value()).toArray(UUID[]::new))
                .param("groups", rows.stream().map(row -> row.getValue().value()).toArray(UUID[]::new))
                .update();
    }

    void countSeats(Map<GroupId, Integer> seats, Instant at) {
        List<GroupId> groups = List.copyOf(seats.keySet());
        jdbc.sql(
                        """
                        insert into routing.rhythm as r (group_id, at, seats)
                        select g.group_id, date_bin('10 seconds', :at, 'epoch'), g.seats
                          from unnest(:groups, :seats) as g(group_id, seats)
                        on conflict (group_id, at) do update set seats = r.seats + excluded.seats""")
                .param("groups", groups.stream().map(GroupId::value).toArray(UUID[]::new))
                .param("seats", groups.stream().map(seats::get).toArray(Integer[]::new))
                .param("at", utc(at))
                .update();
    }

    Map<GroupId, Rhythm> rhythms(Instant since) {
        Map<GroupId, Rhythm> rhythms = new HashMap<>();
        jdbc.sql("select group_id, sum(seats) as seats, min(at) as first from routing.rhythm where at >= ? group by group_id")
                .param(utc(since))
                .query((ResultSet row) -> {
                    rhythms.put(group(row, "group_id"), new Rhythm(row.getInt("seats"), instant(row, "first")));
                });
        return rhythms;
    }

    /** Null when the conversation does not wait; the order is that of {@link UrgentGoFirst}. */
    SeatingPlan.@Nullable Place place(ConversationId conversation) {
        return jdbc.sql("select group_id from conversation.conversation where id = ? and state = 'QUEUED' and store_id is null")
                .param(conversation.value())
                .query((row, n) -> new SeatingPlan.Place(conversation, group(row, "group_id")))
                .optional()
                .orElse(null);
    }

    int ahead(ConversationId conversation) {
        return jdbc.sql(
                        """
                        with line as (
                            select id, group_id, queued_at,
                                   case urgency when 'URGENT' then 0 when 'HIGH_VALUE' then 1 else 2 end as turn
                              from conversation.conversation
                             where state = 'QUEUED' and store_id is null)
                        select count(*)
                          from line me
                          join line other on other.group_id is not distinct from me.group_id
                                         and (other.turn, other.queued_at, other.id) < (me.turn, me.queued_at, me.id)
                         where me.id = ?""")
                .param(conversation.value())
                .query(Integer.class)
                .single();
    }

    void forgetClosed() {
        jdbc.sql(
                        """
                        delete from routing.target t
                         using conversation.conversation c
                         where c.id = t.conversation_id and c.state = 'CLOSED'""")
                .update();
    }

    void forgetRhythmBefore(Instant time) {
        jdbc.sql("delete from routing.rhythm where at < ?").param(utc(time)).update();
    }

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static CustomerValue value(@Nullable String value) {
        return value == null ? CustomerValue.ORDINARY : CustomerValue.valueOf(value);
    }

    private static @Nullable Binding binding(ResultSet row) throws SQLException {
        UUID agent = row.getObject("agent_id", UUID.class);
        UUID deputy = row.getObject("deputy_id", UUID.class);
        return agent == null ? null : new Binding(new StaffId(agent), deputy == null ? null : new StaffId(deputy));
    }

    private static Set<StaffId> agents(@Nullable Array column) throws SQLException {
        if (column == null) {
            return Set.of();
        }
        Set<StaffId> agents = new HashSet<>();
        for (UUID id : (UUID[]) column.getArray()) {
            agents.add(new StaffId(id));
        }
        return agents;
    }

    private static Map<GroupId, Integer> skills(ResultSet row) throws SQLException {
        Array groups = row.getArray("groups");
        if (groups == null) {
            return Map.of();
        }
        UUID[] ids = (UUID[]) groups.getArray();
        Integer[] levels = (Integer[]) row.getArray("levels").getArray();
        Map<GroupId, Integer> skills = new HashMap<>();
        for (int each = 0; each < ids.length; each++) {
            skills.put(new GroupId(ids[each]), levels[each]);
        }
        return skills;
    }

    private static @Nullable GroupId group(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new GroupId(id);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

package com.huixiang.staff;

import com.huixiang.staff.StaffEvent.PresenceChanged;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Each change is one statement that answers what it changed, so that two nodes never tell the same news twice. */
@Repository
class PresenceRepository {

    private final JdbcClient jdbc;

    PresenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PresenceChanged> set(StaffId id, PresenceState state, @Nullable String reason, Instant now) {
        return jdbc.sql("""
                insert into staff.presence as p (member_id, state, reason, since, seen_at)
                values (:id, :state, :reason, :now, :now)
                on conflict (member_id) do update
                set state = excluded.state, reason = excluded.reason, seen_at = excluded.seen_at, silent_from = null,
                    since = case when (p.state, p.reason) is distinct from (excluded.state, excluded.reason)
                                 then excluded.since else p.since end
                returning new.member_id, coalesce(old.state, 'OFFLINE') as before, new.state as after, new.reason,
                          old.reason as reason_before
                """)
                .param("id", id.value())
                .param("state", state.name())
                .param("reason", reason)
                .param("now", Timestamp.from(now))
                .query(PresenceRepository::changed)
                .optional()
                .flatMap(change -> change);
    }

    Optional<PresenceChanged> busyInsteadOfOnline(StaffId id, String reason, Instant now) {
        return jdbc.sql("""
                update staff.presence set state = 'BUSY', reason = :reason, since = :now
                where member_id = :id and state = 'ONLINE'
                returning new.member_id, old.state as before, new.state as after, new.reason, old.reason as reason_before
                """)
                .param("id", id.value())
                .param("reason", reason)
                .param("now", Timestamp.from(now))
                .query(PresenceRepository::changed)
                .optional()
                .flatMap(change -> change);
    }

    List<PresenceChanged> seen(Collection<StaffId> members, Instant now) {
        return jdbc.sql("""
                update staff.presence
                set seen_at = greatest(seen_at, :now),
                    state = coalesce(silent_from, state),
                    since = case when silent_from is null then since else :now end,
                    silent_from = null
                where member_id = any(:members)
                returning new.member_id, old.state as before, new.state as after, new.reason, old.reason as reason_before
                """)
                .param("now", Timestamp.from(now))
                .param("members", members.stream().map(StaffId::value).toArray(UUID[]::new))
                .query(PresenceRepository::changed)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    List<PresenceChanged> expire(Instant now, Duration silence) {
        return jdbc.sql("""
                update staff.presence
                set state = 'OFFLINE', silent_from = state, since = :now
                where state <> 'OFFLINE' and seen_at < :deadline
                returning new.member_id, old.state as before, new.state as after, new.reason, old.reason as reason_before
                """)
                .param("now", Timestamp.from(now))
                .param("deadline", Timestamp.from(now.minus(silence)))
                .query(PresenceRepository::changed)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<Presence> find(StaffId id) {
        return jdbc.sql(SELECT + "where m.id = :id")
                .param("id", id.value())
                .query((row, n) -> presence(row))
                .optional();
    }

    Map<StaffId, Presence> all() {
        Map<StaffId, Presence> all = new HashMap<>();
        jdbc.sql(SELECT + "where m.active")
                .query((ResultSet row) -> {
                    all.put(new StaffId(row.getObject("id", UUID.class)), presence(row));
                });
        return all;
    }

    /** In one of the actor's groups or stores. */
    boolean worksWith(StaffId id, Actor actor) {
        return jdbc.sql("""
                select exists (select from staff.skill where member_id = :id and group_id = any(:groups))
                    or exists (select from staff.store_member where member_id = :id and store_id = any(:stores))""")
                .param("id", id.value())
                .param("groups", actor.groups().stream().map(GroupId::value).toArray(UUID[]::new))
                .param("stores", actor.stores().stream().map(StoreId::value).toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    String nameOf(StaffId id) {
        return jdbc.sql("select name from staff.member where id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    List<String> breakReasons() {
        return jdbc.sql("select name from staff.break_reason order by ordinal")
                .query(String.class)
                .list();
    }

    private static final String SELECT = """
            select m.id, coalesce(p.state, 'OFFLINE') as state, p.reason, coalesce(p.since, m.created_at) as since
            from staff.member m left join staff.presence p on p.member_id = m.id
            """;

    static Presence presence(ResultSet row) throws SQLException {
        PresenceState state = PresenceState.valueOf(row.getString("state"));
        return new Presence(state, reasonOf(state, row), row.getTimestamp("since").toInstant());
    }

    /** A silent member keeps the reason of his break for when he is heard again; until then it is nobody's news. */
    private static @Nullable String reasonOf(PresenceState state, ResultSet row) throws SQLException {
        return state == PresenceState.BREAK || state == PresenceState.BUSY ? row.getString("reason") : null;
    }

    private static Optional<PresenceChanged> changed(ResultSet row, int n) throws SQLException {
        PresenceState before = PresenceState.valueOf(row.getString("before"));
        PresenceState after = PresenceState.valueOf(row.getString("after"));
        String reason = reasonOf(after, row);
        boolean otherBreak = before == PresenceState.BREAK
                && after == PresenceState.BREAK
                && !Objects.equals(reason, row.getString("reason_before"));
        return before == after && !otherBreak
                ? Optional.empty()
                : Optional.of(new PresenceChanged(
                        new StaffId(row.getObject("member_id", UUID.class)), before, after, reason));
    }
}

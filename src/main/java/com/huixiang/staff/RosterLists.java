package com.huixiang.staff;

import com.huixiang.kernel.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** READ DOOR: members, roles, groups and stores as the settings show them. */
@Service
@Transactional(readOnly = true)
public class RosterLists {

    private static final int LARGEST_PAGE = 200;

    private final JdbcClient sql;

    RosterLists(JdbcClient sql) {
        this.sql = sql;
    }

    public record Skilled(GroupId id, String name, int level) {}

    public record Posted(StoreId id, String name) {}

    /** A member with all that is set about him; no password, no secret. */
    public record Member(
            StaffId id,
            String login,
            String name,
            String nickname,
            Role role,
            String roleName,
            @Nullable String avatar,
            int capacity,
            boolean active,
            List<Skilled> groups,
            List<Posted> stores,
            boolean twoFactor,
            Instant createdAt,
            @Nullable Instant lastSignInAt) {}

    /** {@code members} counts those who have it, active or not. */
    public record RoleView(String code, String name, boolean builtIn, List<Permission> permissions, int members) {}

    /** {@code members} counts those who serve in it and work here. */
    public record GroupView(GroupId id, String name, @Nullable GroupId overflowId, int ordinal, int members) {}

    /** {@code members} counts those who work there. */
    public record StoreView(StoreId id, String code, String name, String address, String phone, int members) {}

    /** All that is given must fit. {@code words} is part of the login or of a name. */
    public record Filter(
            @Nullable String words,
            @Nullable String role,
            @Nullable UUID group,
            @Nullable UUID store,
            @Nullable Boolean active) {}

    public Page<Member> members(Filter filter, @Nullable UUID cursor, int limit) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        StringBuilder where = new StringBuilder(" where true");
        Map<String, @Nullable Object> given = new HashMap<>();
        String words = filter.words() == null || filter.words().isBlank() ? null : filter.words().strip();
        ask(where, given, "words", words == null ? null : "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%",
                " and (m.login ilike :words or m.name ilike :words or m.nickname ilike :words)");
        ask(where, given, "role", filter.role(), " and m.role = :role");
        ask(where, given, "group", filter.group(),
                " and exists (select from staff.skill s where s.member_id = m.id and s.group_id = :group)");
        ask(where, given, "store", filter.store(),
                " and exists (select from staff.store_member w where w.member_id = m.id and w.store_id = :store)");
        ask(where, given, "active", filter.active(), " and m.active = :active");
        ask(where, given, "cursor", cursor, " and m.id > :cursor");
        List<Member> found = members(where + " order by m.id limit " + (size + 1), given);
        boolean more = found.size() > size;
        List<Member> shown = more ? found.subList(0, size) : found;
        return new Page<>(shown, more ? shown.getLast().id().toString() : null);
    }

    public Member member(StaffId id) {
        return members(" where m.id = :id", Map.of("id", id.value())).stream()
                .findFirst()
                .orElseThrow(StaffProblem::memberNotFound);
    }

    private static void ask(
            StringBuilder where, Map<String, @Nullable Object> given, String name, @Nullable Object value, String condition) {
        if (value != null) {
            where.append(condition);
            given.put(name, value);
        }
    }

    private List<Member> members(String which, Map<String, ?> given) {
        List<Member> found = sql.sql("""
                select m.id, m.login, m.name, m.nickname, m.role, r.name as role_name, m.avatar, m.capacity, m.active,
                       m.created_at, m.last_sign_in_at,
                       exists (select from staff.two_factor f
                                where f.member_id = m.id and f.confirmed_at is not null) as two_factor
                from staff.member m join staff.role r on r.code = m.role
                """ + which)
                .params(given)
                .query(RosterLists::bare)
                .list();
        UUID[] ids = found.stream().map(member -> member.id().value()).toArray(UUID[]::new);
        Map<UUID, List<Skilled>> groups = groupsOf(ids);
        Map<UUID, List<Posted>> stores = storesOf(ids);
        return found.stream()
                .map(member -> new Member(
                        member.id(),
                        member.login(),
                        member.name(),
                        member.nickname(),
                        member.role(),
                        member.roleName(),
                        member.avatar(),
                        member.capacity(),
                        member.active(),
                        groups.getOrDefault(member.id().value(), List.of()),
                        stores.getOrDefault(member.id().value(), List.of()),
                        member.twoFactor(),
                        member.createdAt(),
                        member.lastSignInAt()))
                .toList();
    }

    private static Member bare(ResultSet row, int n) throws SQLException {
        OffsetDateTime lastSignIn = row.getObject("last_sign_in_at", OffsetDateTime.class);
        return new Member(
                new StaffId(row.getObject("id", UUID.class)),
                row.getString("login"),
                row.getString("name"),
                row.getString("nickname"),
                new Role(row.getString("role")),
                row.getString("role_name"),
                row.getString("avatar"),
                row.getInt("capacity"),
                row.getBoolean("active"),
                List.of(),
                List.of(),
                row.getBoolean("two_factor"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                lastSignIn == null ? null : lastSignIn.toInstant());
    }

    private Map<UUID, List<Skilled>> groupsOf(UUID[] members) {
        Map<UUID, List<Skilled>> groups = new HashMap<>();
        sql.sql("""
                select s.member_id, g.id, g.name, s.level
                from staff.skill s join staff.skill_group g on g.id = s.group_id
                where s.member_id = any(:members) order by g.ordinal, g.name
                """).param("members", members).query((ResultSet row) -> {
            groups.computeIfAbsent(row.getObject("member_id", UUID.class), id -> new ArrayList<>())
                    .add(new Skilled(
                            new GroupId(row.getObject("id", UUID.class)), row.getString("name"), row.getInt("level")));
        });
        return groups;
    }

    private Map<UUID, List<Posted>> storesOf(UUID[] members) {
        Map<UUID, List<Posted>> stores = new HashMap<>();
        sql.sql("""
                select w.member_id, t.id, t.name
                from staff.store_member w join staff.store t on t.id = w.store_id
                where w.member_id = any(:members) order by t.ordinal, t.name
                """).param("members", members).query((ResultSet row) -> {
            stores.computeIfAbsent(row.getObject("member_id", UUID.class), id -> new ArrayList<>())
                    .add(new Posted(new StoreId(row.getObject("id", UUID.class)), row.getString("name")));
        });
        return stores;
    }

    public List<RoleView> roles() {
        return sql.sql("""
                select r.code, r.name, r.built_in, r.permissions,
                       (select count(*)::int from staff.member m where m.role = r.code) as members
                from staff.role r order by r.ordinal, r.name
                """)
                .query((row, n) -> new RoleView(
                        row.getString("code"),
                        row.getString("name"),
                        row.getBoolean("built_in"),
                        List.copyOf(Permission.known((String[]) row.getArray("permissions").getArray())),
                        row.getInt("members")))
                .list();
    }

    public Optional<RoleView> role(String code) {
        return roles().stream().filter(role -> role.code().equals(code)).findFirst();
    }

    public List<GroupView> groups() {
        return sql.sql("""
                select g.id, g.name, g.overflow_id, g.ordinal,
                       (select count(*)::int from staff.skill s join staff.member m on m.id = s.member_id
                         where s.group_id = g.id and m.active) as members
                from staff.skill_group g order by g.ordinal, g.name
                """)
                .query((row, n) -> {
                    UUID overflow = row.getObject("overflow_id", UUID.class);
                    return new GroupView(
                            new GroupId(row.getObject("id", UUID.class)),
                            row.getString("name"),
                            overflow == null ? null : new GroupId(overflow),
                            row.getInt("ordinal"),
                            row.getInt("members"));
                })
                .list();
    }

    public Optional<GroupView> group(GroupId id) {
        return groups().stream().filter(group -> group.id().equals(id)).findFirst();
    }

    public List<StoreView> stores() {
        return sql.sql("""
                select t.id, t.code, t.name, t.address, t.phone,
                       (select count(*)::int from staff.store_member w join staff.member m on m.id = w.member_id
                         where w.store_id = t.id and m.active) as members
                from staff.store t order by t.ordinal, t.name
                """)
                .query((row, n) -> new StoreView(
                        new StoreId(row.getObject("id", UUID.class)),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("address"),
                        row.getString("phone"),
                        row.getInt("members")))
                .list();
    }

    public Optional<StoreView> store(StoreId id) {
        return stores().stream().filter(store -> store.id().equals(id)).findFirst();
    }
}

package com.huixiang.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** READ DOOR: colleagues as the console shows them. */
@Service
@Transactional(readOnly = true)
public class StaffLists {

    private final JdbcClient jdbc;
    private final ObjectProvider<Workload> workload;

    StaffLists(JdbcClient jdbc, ObjectProvider<Workload> workload) {
        this.jdbc = jdbc;
        this.workload = workload;
    }

    public record GroupName(GroupId id, String name) {}

    public record StoreName(StoreId id, String name) {}

    public record Colleague(
            StaffId id,
            String name,
            String nickname,
            Role role,
            @Nullable String avatar,
            Presence presence,
            int load,
            int capacity,
            List<GroupName> groups) {}

    public record Me(
            StaffId id,
            String login,
            String name,
            String nickname,
            Role role,
            @Nullable String avatar,
            int capacity,
            Presence presence,
            List<GroupName> groups,
            String roleName,
            List<Permission> permissions,
            List<StoreName> stores,
            boolean twoFactor) {}

    public List<Colleague> colleagues() {
        return colleagues("where m.active", Map.of());
    }

    public Optional<Colleague> colleague(StaffId id) {
        return colleagues("where m.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    public Me me(StaffId id) {
        List<GroupName> groups = groupNames().getOrDefault(id, List.of());
        List<StoreName> stores = storesOf(id);
        return jdbc.sql(MEMBER + "where m.id = :id and m.active")
                .param("id", id.value())
                .query((row, n) -> new Me(
                        id,
                        row.getString("login"),
                        row.getString("name"),
                        row.getString("nickname"),
                        new Role(row.getString("role")),
                        row.getString("avatar"),
                        row.getInt("capacity"),
                        PresenceRepository.presence(row),
                        groups,
                        row.getString("role_name"),
                        Permission.known((String[]) row.getArray("permissions").getArray()).stream().toList(),
                        stores,
                        row.getBoolean("two_factor")))
                .optional()
                .orElseThrow(StaffProblem::notSignedIn);
    }

    private List<Colleague> colleagues(String which, Map<String, ?> params) {
        Map<StaffId, List<GroupName>> groups = groupNames();
        Map<StaffId, Integer> loads = workload.getIfAvailable(() -> Map::of).loads();
        return jdbc.sql(MEMBER + which + " order by m.id")
                .params(params)
                .query((row, n) -> colleague(row, groups, loads))
                .list();
    }

    private static Colleague colleague(
            ResultSet row, Map<StaffId, List<GroupName>> groups, Map<StaffId, Integer> loads) throws SQLException {
        StaffId id = new StaffId(row.getObject("id", UUID.class));
        return new Colleague(
                id,
                row.getString("name"),
                row.getString("nickname"),
                new Role(row.getString("role")),
                row.getString("avatar"),
                PresenceRepository.presence(row),
                loads.getOrDefault(id, 0),
                row.getInt("capacity"),
                groups.getOrDefault(id, List.of()));
    }

    private static final String MEMBER = """
            select m.id, m.login, m.name, m.nickname, m.role, m.avatar, m.capacity,
                   r.name as role_name, r.permissions,
                   exists (select from staff.two_factor f
                            where f.member_id = m.id and f.confirmed_at is not null) as two_factor,
                   coalesce(p.state, 'OFFLINE') as state, p.reason, coalesce(p.since, m.created_at) as since
            from staff.member m join staff.role r on r.code = m.role left join staff.presence p on p.member_id = m.id
            """;

    private List<StoreName> storesOf(StaffId id) {
        return jdbc.sql("""
                select t.id, t.name from staff.store_member w join staff.store t on t.id = w.store_id
                where w.member_id = ? order by t.ordinal, t.name
                """)
                .param(id.value())
                .query((row, n) -> new StoreName(new StoreId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
    }

    private Map<StaffId, List<GroupName>> groupNames() {
        record Membership(StaffId member, GroupName group) {}
        return jdbc.sql("""
                select s.member_id, g.id, g.name
                from staff.skill s join staff.skill_group g on g.id = s.group_id
                order by g.ordinal, g.name
                """)
                .query((row, n) -> new Membership(
                        new StaffId(row.getObject("member_id", UUID.class)),
                        new GroupName(new GroupId(row.getObject("id", UUID.class)), row.getString("name"))))
                .stream()
                .collect(Collectors.groupingBy(
                        Membership::member, Collectors.mapping(Membership::group, Collectors.toList())));
    }
}

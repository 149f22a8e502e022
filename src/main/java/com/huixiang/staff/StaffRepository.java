package com.huixiang.staff;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StaffRepository {

    private static final String MEMBER =
            "select id, login, name, nickname, role, avatar, capacity, active from staff.member ";

    private final JdbcClient jdbc;

    StaffRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the login is taken, in capitals or not. */
    boolean add(StaffMember member, String passwordHash, Instant at) {
        return jdbc.sql("""
                        insert into staff.member (id, login, name, nickname, role, password_hash, avatar, capacity, active, created_at)
                        values (:id, :login, :name, :nickname, :role, :hash, :avatar, :capacity, :active, :at)
                        on conflict (lower(login)) do nothing
                        """)
                        .param("id", member.id().value())
                        .param("login", member.login())
                        .param("name", member.name())
                        .param("nickname", member.nickname())
                        .param("role", member.role().code())
                        .param("hash", passwordHash)
                        .param("avatar", member.avatar())
                        .param("capacity", member.capacity())
                        .param("active", member.active())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void add(SkillGroup group) {
        jdbc.sql("""
                insert into staff.skill_group (id, name, overflow_id, ordinal)
                values (:id, :name, :overflow, (select count(*) from staff.skill_group))
                """)
                .param("id", group.id().value())
                .param("name", group.name())
                .param("overflow", group.overflowId() == null ? null : group.overflowId().value())
                .update();
    }

    void put(Skill skill) {
        jdbc.sql("""
                insert into staff.skill (member_id, group_id, level) values (:member, :group, :level)
                on conflict (member_id, group_id) do update set level = excluded.level
                """)
                .param("member", skill.memberId().value())
                .param("group", skill.groupId().value())
                .param("level", skill.level())
                .update();
    }

    void add(Store store) {
        jdbc.sql("""
                insert into staff.store (id, code, name, address, phone, ordinal)
                values (:id, :code, :name, :address, :phone, (select count(*) from staff.store))
                """)
                .param("id", store.id().value())
                .param("code", store.code())
                .param("name", store.name())
                .param("address", store.address())
                .param("phone", store.phone())
                .update();
    }

    List<Store> stores() {
        return jdbc.sql("select id, code, name, address, phone from staff.store order by ordinal, name")
                .query((row, n) -> new Store(
                        new StoreId(row.getObject("id", UUID.class)),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("address"),
                        row.getString("phone")))
                .list();
    }

    void put(StaffId member, StoreId store) {
        jdbc.sql("insert into staff.store_member (member_id, store_id) values (?, ?) on conflict do nothing")
                .params(member.value(), store.value())
                .update();
    }

    Optional<StaffMember> find(StaffId id) {
        return jdbc.sql(MEMBER + "where id = :id")
                .param("id", id.value())
                .query((row, n) -> member(row))
                .optional();
    }

    Optional<StaffMember> byLogin(String login) {
        return jdbc.sql(MEMBER + "where lower(login) = lower(:login)")
                .param("login", login)
                .query((row, n) -> member(row))
                .optional();
    }

    List<StaffMember> members() {
        return jdbc.sql(MEMBER + "where active order by id").query((row, n) -> member(row)).list();
    }

    boolean isEmpty() {
        return !jdbc.sql("select exists (select from staff.member)")
                .query(Boolean.class)
                .single();
    }

    List<SkillGroup> groups() {
        return jdbc.sql("select id, name, overflow_id from staff.skill_group order by ordinal, name")
                .query((row, n) -> new SkillGroup(
                        new GroupId(row.getObject("id", UUID.class)), row.getString("name"), group(row, "overflow_id")))
                .list();
    }

    List<Skill> skills() {
        return jdbc.sql("""
                select s.member_id, s.group_id, s.level
                from staff.skill s join staff.member m on m.id = s.member_id
                where m.active
                """)
                .query((row, n) -> new Skill(
                        new StaffId(row.getObject("member_id", UUID.class)),
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getInt("level")))
                .list();
    }

    /** Asked with each request of a member: one statement. */
    Optional<Actor> findActor(StaffId id) {
        return actors(List.of(id)).stream().findFirst();
    }

    List<Actor> actors(Collection<StaffId> ids) {
        return jdbc.sql("""
                select m.id, m.name, m.nickname, m.role, r.permissions,
                       array(select s.group_id from staff.skill s where s.member_id = m.id) as groups,
                       array(select w.store_id from staff.store_member w where w.member_id = m.id) as stores
                from staff.member m join staff.role r on r.code = m.role
                where m.id = any(:ids) and m.active
                """)
                .param("ids", ids.stream().map(StaffId::value).toArray(UUID[]::new))
                .query((row, n) -> new Actor(
                        new StaffId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("nickname"),
                        new Role(row.getString("role")),
                        Permission.known((String[]) row.getArray("permissions").getArray()),
                        ids(row.getArray("groups"), GroupId::new),
                        ids(row.getArray("stores"), StoreId::new)))
                .list();
    }

    Optional<String> passwordHash(StaffId id) {
        return jdbc.sql("select password_hash from staff.member where id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    void signedIn(StaffId id, Instant at) {
        jdbc.sql("update staff.member set last_sign_in_at = ? where id = ?")
                .params(Timestamp.from(at), id.value())
                .update();
    }

    void changePassword(StaffId id, String hash) {
        jdbc.sql("update staff.member set password_hash = :hash where id = :id")
                .param("hash", hash)
                .param("id", id.value())
                .update();
    }

    private static StaffMember member(ResultSet row) throws SQLException {
        return new StaffMember(
                new StaffId(row.getObject("id", UUID.class)),
                row.getString("login"),
                row.getString("name"),
                row.getString("nickname"),
                new Role(row.getString("role")),
                row.getString("avatar"),
                row.getInt("capacity"),
                row.getBoolean("active"));
    }

    private static @Nullable GroupId group(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new GroupId(id);
    }

    private static <T> Set<T> ids(Array ids, Function<UUID, T> typed) throws SQLException {
        return Arrays.stream((UUID[]) ids.getArray()).map(typed).collect(Collectors.toSet());
    }
}

package com.huixiang.staff;

import com.huixiang.staff.Roster.RoleForm;
import com.huixiang.staff.Roster.Service;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the settings change. A name that is taken is answered with false. */
@Repository
class RosterRepository {

    private final JdbcClient sql;

    RosterRepository(JdbcClient sql) {
        this.sql = sql;
    }

    boolean change(StaffMember member) {
        return unlessTaken(() -> sql.sql("""
                update staff.member set login = :login, name = :name, nickname = :nickname, role = :role,
                       avatar = :avatar, capacity = :capacity
                where id = :id
                """)
                .param("login", member.login())
                .param("name", member.name())
                .param("nickname", member.nickname())
                .param("role", member.role().code())
                .param("avatar", member.avatar())
                .param("capacity", member.capacity())
                .param("id", member.id().value())
                .update());
    }

    void activate(StaffId id, boolean active) {
        sql.sql("update staff.member set active = ? where id = ?").params(active, id.value()).update();
    }

    void serve(StaffId member, Collection<Service> groups) {
        sql.sql("delete from staff.skill where member_id = ?").param(member.value()).update();
        groups.forEach(group -> sql.sql("insert into staff.skill (member_id, group_id, level) values (?, ?, ?)")
                .params(member.value(), group.id().value(), group.level())
                .update());
    }

    void post(StaffId member, Collection<StoreId> stores) {
        sql.sql("delete from staff.store_member where member_id = ?").param(member.value()).update();
        stores.forEach(store -> sql.sql("insert into staff.store_member (member_id, store_id) values (?, ?)")
                .params(member.value(), store.value())
                .update());
    }

    /** Everybody who changes who may do what waits here for the others, so that two never leave the house without a keeper. */
    void oneAtATime() {
        sql.sql("select count(*) from (select 1 from staff.role order by code for update) locked")
                .query(Long.class)
                .single();
    }

    boolean somebodyKeepsTheHouse() {
        return sql.sql("""
                select exists (select from staff.member m join staff.role r on r.code = m.role
                                where m.active and 'staff' = any(r.permissions))
                """)
                .query(Boolean.class)
                .single();
    }

    List<StaffId> membersWith(String role) {
        return sql.sql("select id from staff.member where role = ?")
                .param(role)
                .query((row, n) -> new StaffId(row.getObject("id", UUID.class)))
                .list();
    }

    boolean addRole(String code, RoleForm form) {
        return unlessTaken(() -> sql.sql("""
                insert into staff.role (code, name, permissions, ordinal)
                values (:code, :name, :permissions, (select max(ordinal) + 1 from staff.role))
                """)
                .param("code", code)
                .param("name", form.name())
                .param("permissions", codes(form))
                .update());
    }

    boolean changeRole(String code, RoleForm form) {
        return unlessTaken(() -> sql.sql("update staff.role set name = :name, permissions = :permissions where code = :code")
                .param("code", code)
                .param("name", form.name())
                .param("permissions", codes(form))
                .update());
    }

    private static String[] codes(RoleForm form) {
        return form.permissions().stream().sorted().map(Permission::code).toArray(String[]::new);
    }

    void removeRole(String code) {
        sql.sql("delete from staff.role where code = ?").param(code).update();
    }

    boolean addGroup(GroupId id, String name, @Nullable GroupId overflow, @Nullable Integer ordinal) {
        return unlessTaken(() -> sql.sql("""
                insert into staff.skill_group (id, name, overflow_id, ordinal)
                values (:id, :name, :overflow, coalesce(:ordinal, (select count(*) from staff.skill_group)))
                """)
                .param("id", id.value())
                .param("name", name)
                .param("overflow", overflow == null ? null : overflow.value(), Types.OTHER)
                .param("ordinal", ordinal, Types.INTEGER)
                .update());
    }

    boolean changeGroup(GroupId id, String name, @Nullable GroupId overflow, @Nullable Integer ordinal) {
        return unlessTaken(() -> sql.sql("""
                update staff.skill_group
                set name = :name, overflow_id = :overflow, ordinal = coalesce(:ordinal, ordinal) where id = :id
                """)
                .param("id", id.value())
                .param("name", name)
                .param("overflow", overflow == null ? null : overflow.value(), Types.OTHER)
                .param("ordinal", ordinal, Types.INTEGER)
                .update());
    }

    boolean helpsAnother(GroupId id) {
        return sql.sql("select exists (select from staff.skill_group where overflow_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    void removeGroup(GroupId id) {
        sql.sql("delete from staff.skill where group_id = ?").param(id.value()).update();
        sql.sql("delete from staff.skill_group where id = ?").param(id.value()).update();
    }

    boolean addStore(Store store) {
        return unlessTaken(() -> sql.sql("""
                insert into staff.store (id, code, name, address, phone, ordinal)
                values (:id, :code, :name, :address, :phone, (select count(*) from staff.store))
                """)
                .param("id", store.id().value())
                .param("code", store.code())
                .param("name", store.name())
                .param("address", store.address())
                .param("phone", store.phone())
                .update());
    }

    boolean changeStore(Store store) {
        return unlessTaken(() -> sql.sql("""
                update staff.store set code = :code, name = :name, address = :address, phone = :phone where id = :id
                """)
                .param("id", store.id().value())
                .param("code", store.code())
                .param("name", store.name())
                .param("address", store.address())
                .param("phone", store.phone())
                .update());
    }

    void removeStore(StoreId id) {
        sql.sql("delete from staff.store where id = ?").param(id.value()).update();
    }

    private static boolean unlessTaken(Runnable change) {
        try {
            change.run();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }
}

package com.huixiang.staff;

import com.huixiang.staff.Scripts.Wording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ScriptRepository {

    private static final String SELECT =
            "select id, owner_id is null as shared, folder, title, content, initials from staff.script ";

    private final JdbcClient jdbc;

    ScriptRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Script> list(StaffId owner) {
        return jdbc.sql(SELECT + "where owner_id is null or owner_id = :owner order by owner_id is null, ordinal, id")
                .param("owner", owner.value())
                .query((row, n) -> script(row))
                .list();
    }

    Optional<Script> find(ScriptId id, StaffId owner) {
        return jdbc.sql(SELECT + "where id = :id and (owner_id is null or owner_id = :owner)")
                .param("id", id.value())
                .param("owner", owner.value())
                .query((row, n) -> script(row))
                .optional();
    }

    /** Without an owner it is shared. It goes to the end of its list. */
    Script add(ScriptId id, @Nullable StaffId owner, Wording wording) {
        String initials = Initials.of(wording.title(), wording.content());
        jdbc.sql("""
                insert into staff.script (id, owner_id, folder, title, content, initials, ordinal)
                values (:id, :owner, :folder, :title, :content, :initials,
                        (select coalesce(max(ordinal), 0) + 1 from staff.script where owner_id is not distinct from :owner))
                """)
                .param("id", id.value())
                .param("owner", owner == null ? null : owner.value(), Types.OTHER)
                .param("folder", wording.folder())
                .param("title", wording.title())
                .param("content", wording.content())
                .param("initials", initials)
                .update();
        return new Script(id, owner == null, wording.folder(), wording.title(), wording.content(), initials);
    }

    Script change(ScriptId id, boolean shared, Wording wording) {
        String initials = Initials.of(wording.title(), wording.content());
        jdbc.sql("""
                update staff.script set folder = :folder, title = :title, content = :content, initials = :initials
                where id = :id
                """)
                .param("id", id.value())
                .param("folder", wording.folder())
                .param("title", wording.title())
                .param("content", wording.content())
                .param("initials", initials)
                .update();
        return new Script(id, shared, wording.folder(), wording.title(), wording.content(), initials);
    }

    void remove(ScriptId id) {
        jdbc.sql("delete from staff.script where id = :id").param("id", id.value()).update();
    }

    /** True for the first who asks; on several nodes the others wait for him to commit and get false. */
    boolean giveOnce(String name, Instant at) {
        return jdbc.sql("insert into staff.given_once (name, at) values (:name, :at) on conflict (name) do nothing")
                        .param("name", name)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    private static Script script(ResultSet row) throws SQLException {
        return new Script(
                new ScriptId(row.getObject("id", UUID.class)),
                row.getBoolean("shared"),
                row.getString("folder"),
                row.getString("title"),
                row.getString("content"),
                row.getString("initials"));
    }
}

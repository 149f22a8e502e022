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
            "select id, owner_id is null as shared, folder, title, content, initials, kind, ordinal from staff.script ";

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
        return jdbc.sql("""
                insert into staff.script (id, owner_id, folder, title, content, initials, kind, ordinal)
                values (:id, :owner, :folder, :title, :content, :initials, :kind, coalesce(:ordinal,
                        (select coalesce(max(ordinal), 0) + 1 from staff.script where owner_id is not distinct from :owner)))
                returning id, owner_id is null as shared, folder, title, content, initials, kind, ordinal
                """)
                .param("id", id.value())
                .param("owner", owner == null ? null : owner.value(), Types.OTHER)
                .param("folder", wording.folder())
                .param("title", wording.title())
                .param("content", wording.content())
                .param("initials", wording.initials())
                .param("kind", wording.kind().name())
                .param("ordinal", wording.ordinal(), Types.INTEGER)
                .query((row, n) -> script(row))
                .single();
    }

    Script change(ScriptId id, Wording wording) {
        return jdbc.sql("""
                update staff.script
                set folder = :folder, title = :title, content = :content, initials = :initials, kind = :kind,
                    ordinal = coalesce(:ordinal, ordinal)
                where id = :id
                returning id, owner_id is null as shared, folder, title, content, initials, kind, ordinal
                """)
                .param("id", id.value())
                .param("folder", wording.folder())
                .param("title", wording.title())
                .param("content", wording.content())
                .param("initials", wording.initials())
                .param("kind", wording.kind().name())
                .param("ordinal", wording.ordinal(), Types.INTEGER)
                .query((row, n) -> script(row))
                .single();
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
                row.getString("initials"),
                ScriptKind.valueOf(row.getString("kind")),
                row.getInt("ordinal"));
    }
}

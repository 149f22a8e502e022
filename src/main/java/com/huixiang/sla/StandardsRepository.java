package com.huixiang.sla;

import com.huixiang.sla.Standards.By;
import com.huixiang.sla.Standards.Edition;
import com.huixiang.sla.Standards.Escalation;
import com.huixiang.sla.Standards.Version;
import com.huixiang.sla.Standards.Windows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class StandardsRepository {

    private static final long CHANGING = 0x0000_0073_6c61_0001L;

    private final JdbcClient sql;
    private final JsonMapper json;

    StandardsRepository(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Two changes at once would be one version. */
    void lock() {
        sql.sql("select pg_advisory_xact_lock(?)").param(CHANGING).query(row -> {});
    }

    Version current() {
        return sql.sql("select * from sla.standards order by version desc limit 1")
                .query((row, n) -> version(row))
                .single();
    }

    Version version(int number) {
        return sql.sql("select * from sla.standards where version = ?")
                .param(number)
                .query((row, n) -> version(row))
                .single();
    }

    List<Edition> editions() {
        return sql.sql("select version, at, by_id, by_name from sla.standards order by version desc")
                .query((row, n) -> new Edition(
                        row.getInt("version"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        by(row)))
                .list();
    }

    void add(Version version) {
        sql.sql("""
                insert into sla.standards (version, at, by_id, by_name, items, escalation, windows)
                values (:version, :at, :by, :name, :items::jsonb, :escalation::jsonb, :windows::jsonb)""")
                .param("version", version.version())
                .param("at", version.at().atOffset(ZoneOffset.UTC))
                .param("by", version.by().id())
                .param("name", version.by().name())
                .param("items", json.writeValueAsString(version.items()))
                .param("escalation", json.writeValueAsString(version.escalation()))
                .param("windows", json.writeValueAsString(version.windows()))
                .update();
    }

    private Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getInt("version"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                by(row),
                List.of(json.readValue(row.getString("items"), Standard[].class)),
                List.of(json.readValue(row.getString("escalation"), Escalation[].class)),
                json.readValue(row.getString("windows"), Windows.class));
    }

    private static By by(ResultSet row) throws SQLException {
        return new By(row.getObject("by_id", UUID.class), row.getString("by_name"));
    }
}

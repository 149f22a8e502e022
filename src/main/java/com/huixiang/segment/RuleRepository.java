package com.huixiang.segment;

import com.huixiang.segment.Rule.By;
import com.huixiang.segment.Rule.Kind;
import com.huixiang.segment.Rule.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Repository
class RuleRepository {

    private static final long CHANGING = 0x0073_6567_0001L;

    private final JdbcClient sql;
    private final JsonMapper json;

    RuleRepository(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Whoever checks the rules against each other and changes one does it alone. */
    void lock() {
        sql.sql("select pg_advisory_xact_lock(?)").param(CHANGING).query(row -> {});
    }

    List<Rule> kept() {
        return sql.sql("select * from segment.rule where state <> 'REMOVED' order by id")
                .query(this::rule)
                .list();
    }

    Optional<Rule> find(RuleId id) {
        return sql.sql("select * from segment.rule where id = ? and state <> 'REMOVED'")
                .param(id.value())
                .query(this::rule)
                .optional();
    }

    RuleId add(Kind kind, Words name, Words hint, JsonNode condition, String tag, By by, Instant now) {
        return new RuleId(sql.sql("""
                insert into segment.rule (kind, name_zh, name_en, hint_zh, hint_en, condition, tag, state, version, changed_at, by_id, by_name)
                values (:kind, :zh, :en, :hintZh, :hintEn, :condition::jsonb, :tag, 'ACTIVE', 1, :now, :by, :byName)
                returning id""")
                .param("kind", kind.name())
                .param("zh", name.zh())
                .param("en", name.en())
                .param("hintZh", hint.zh())
                .param("hintEn", hint.en())
                .param("condition", condition.toString())
                .param("tag", tag)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("byName", by.name())
                .query(Integer.class)
                .single());
    }

    void change(RuleId id, Words name, Words hint, JsonNode condition, String tag, By by, Instant now) {
        sql.sql("""
                update segment.rule
                   set name_zh = :zh, name_en = :en, hint_zh = :hintZh, hint_en = :hintEn, condition = :condition::jsonb, tag = :tag,
                       version = version + 1, judged_at = null, changed_at = :now, by_id = :by, by_name = :byName
                 where id = :id""")
                .param("id", id.value())
                .param("zh", name.zh())
                .param("en", name.en())
                .param("hintZh", hint.zh())
                .param("hintEn", hint.en())
                .param("condition", condition.toString())
                .param("tag", tag)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("byName", by.name())
                .update();
    }

    /** The version that holds now is kept for ever. */
    void keepVersion(RuleId id) {
        sql.sql("""
                insert into segment.rule_version (rule_id, version, name_zh, name_en, condition, tag, at, by_id, by_name)
                select id, version, name_zh, name_en, condition, tag, changed_at, by_id, by_name from segment.rule where id = ?""")
                .param(id.value())
                .update();
    }

    void turn(RuleId id, State state) {
        sql.sql("update segment.rule set state = :state, judged_at = null where id = :id")
                .param("id", id.value())
                .param("state", state.name())
                .update();
    }

    private Rule rule(ResultSet row, int number) throws SQLException {
        JsonNode written = json.readTree(row.getString("condition"));
        OffsetDateTime judged = row.getObject("judged_at", OffsetDateTime.class);
        return new Rule(
                new RuleId(row.getInt("id")),
                row.getString("code"),
                Kind.valueOf(row.getString("kind")),
                new Words(row.getString("name_zh"), row.getString("name_en")),
                new Words(row.getString("hint_zh"), row.getString("hint_en")),
                RuleReader.read(written),
                written,
                row.getString("tag"),
                State.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getInt("members"),
                judged == null ? null : judged.toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                new By(row.getObject("by_id", UUID.class), row.getString("by_name")));
    }
}

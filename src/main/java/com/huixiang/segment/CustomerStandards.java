package com.huixiang.segment;

import com.huixiang.audit.AuditTrail;
import com.huixiang.segment.Rule.By;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Permission;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** FRONT DOOR: the numbers of P-04 and P-05. Each change is a new version, and everybody is measured again. */
@Service
public class CustomerStandards {

    private static final long CHANGING = 0x0073_6567_0002L;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final AuditTrail audit;
    private final Alarm alarm;
    private final Clock clock;

    CustomerStandards(JdbcClient sql, JsonMapper json, AuditTrail audit, Alarm alarm, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.audit = audit;
        this.alarm = alarm;
        this.clock = clock;
    }

    /** As they are from a certain time on. */
    public record Version(int version, Instant at, By by, Thresholds thresholds, RfmStandard rfm) {}

    /** The current version, and who made those before it. */
    public record Book(Version current, List<Edition> versions) {}

    /** A version in the list of all. */
    public record Edition(int version, Instant at, By by) {}

    @Transactional(readOnly = true)
    public Book book() {
        return new Book(current(), sql.sql("select version, at, by_id, by_name from segment.standards order by version desc limit 50")
                .query((row, n) -> new Edition(
                        row.getInt("version"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new By(row.getObject("by_id", UUID.class), row.getString("by_name"))))
                .list());
    }

    @Transactional(readOnly = true)
    public Version current() {
        return sql.sql("select * from segment.standards order by version desc limit 1")
                .query((row, n) -> new Version(
                        row.getInt("version"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new By(row.getObject("by_id", UUID.class), row.getString("by_name")),
                        json.readValue(row.getString("thresholds"), Thresholds.class),
                        json.readValue(row.getString("rfm"), RfmStandard.class)))
                .single();
    }

    /** From now on. What is not given stays. */
    @Transactional
    public Book change(Actor actor, @Nullable Thresholds thresholds, @Nullable RfmStandard rfm) {
        actor.check(Permission.STANDARDS);
        sql.sql("select pg_advisory_xact_lock(?)").param(CHANGING).query(row -> {});
        Version before = current();
        Version after = new Version(
                before.version() + 1,
                clock.instant(),
                new By(actor.id().value(), actor.name()),
                thresholds == null ? before.thresholds() : thresholds,
                rfm == null ? before.rfm() : rfm);
        check(after);
        sql.sql("""
                insert into segment.standards (version, at, by_id, by_name, thresholds, rfm)
                values (:version, :at, :by, :byName, :thresholds::jsonb, :rfm::jsonb)""")
                .param("version", after.version())
                .param("at", after.at().atOffset(ZoneOffset.UTC))
                .param("by", actor.id().value())
                .param("byName", actor.name())
                .param("thresholds", json.writeValueAsString(after.thresholds()))
                .param("rfm", json.writeValueAsString(after.rfm()))
                .update();
        sql.sql("update segment.rule set judged_at = null where state = 'ACTIVE'").update();
        if (rfm != null) {
            sql.sql("update segment.edges set at = null").update();
        }
        audit.note(
                actor.id().value(), actor.name(), "segment.standards.changed", "segment-standards", String.valueOf(after.version()),
                "客户标准第 " + after.version() + " 版", before, after, null);
        alarm.everybodyMustBeMeasured();
        return book();
    }

    static void check(Version version) {
        if (!version.thresholds().isSound() || !version.rfm().isSound()) {
            throw SegmentProblem.badStandards();
        }
    }
}

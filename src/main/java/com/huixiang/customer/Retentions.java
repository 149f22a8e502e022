package com.huixiang.customer;

import com.huixiang.agenda.Agenda;
import com.huixiang.agenda.Duty;
import com.huixiang.audit.AuditTrail;
import com.huixiang.customer.TimelineEntry.Words;
import com.huixiang.kernel.Caller;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** FRONT DOOR: how long each kind of data is kept; once a day, whatever is older is forgotten (P-08). */
@Service
public class Retentions implements Duty {

    static final String NAME = "customer.retention";

    private static final Logger log = LoggerFactory.getLogger(Retentions.class);
    private static final Duration EVERY = Duration.ofDays(1);
    private static final int AT_ONCE = 2000;
    private static final int LONGEST = 36_500;

    private final ObjectProvider<Perishable> perishables;
    private final Agenda agenda;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    Retentions(
            ObjectProvider<Perishable> perishables,
            Agenda agenda,
            AuditTrail audit,
            JdbcClient jdbc,
            TransactionOperations transaction,
            Clock clock) {
        this.perishables = perishables;
        this.agenda = agenda;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    public record Run(Instant at, int rows) {}

    /** @param days null keeps it for ever @param last when it was carried out last; null never */
    public record Retention(String kind, Words title, @Nullable Integer preset, @Nullable Integer days, @Nullable Run last) {}

    public List<Retention> all() {
        Map<String, @Nullable Integer> decided = decided();
        return perishables.orderedStream()
                .map(each -> new Retention(
                        each.kind(),
                        each.title(),
                        each.preset(),
                        decided.containsKey(each.kind()) ? decided.get(each.kind()) : each.preset(),
                        last(each.kind())))
                .toList();
    }

    private Map<String, @Nullable Integer> decided() {
        Map<String, @Nullable Integer> decided = new HashMap<>();
        jdbc.sql("select kind, days from customer.retention")
                .query(row -> {
                    decided.put(row.getString(1), row.getObject(2, Integer.class));
                });
        return decided;
    }

    private @Nullable Run last(String kind) {
        return jdbc.sql("select at, rows from customer.retention_run where kind = :kind order by at desc limit 1")
                .param("kind", kind)
                .query((row, n) -> new Run(row.getTimestamp(1).toInstant(), row.getInt(2)))
                .optional()
                .orElse(null);
    }

    /** The house decides; it counts from the next night on. */
    public void decide(Map<String, @Nullable Integer> days, Caller by) {
        CustomFields.checkMay(by);
        Map<String, @Nullable Integer> before = new LinkedHashMap<>();
        all().forEach(each -> before.put(each.kind(), each.days()));
        days.forEach((kind, wanted) -> {
            if (!before.containsKey(kind) || wanted != null && (wanted < 1 || wanted > LONGEST)) {
                throw CustomerProblem.retentionInvalid();
            }
        });
        Map<String, @Nullable Integer> changed = new LinkedHashMap<>(days);
        changed.entrySet().removeIf(each -> Objects.equals(each.getValue(), before.get(each.getKey())));
        if (changed.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(open -> {
            changed.forEach((kind, wanted) -> jdbc.sql("""
                    insert into customer.retention (kind, days, by_id, by_name, at)
                    values (:kind, :days, :by, :byName, :now)
                    on conflict (kind) do update
                       set days = excluded.days, by_id = excluded.by_id, by_name = excluded.by_name, at = excluded.at
                    """)
                    .param("kind", kind)
                    .param("days", wanted, Types.INTEGER)
                    .param("by", by.id())
                    .param("byName", by.displayName())
                    .param("now", Timestamp.from(clock.instant()))
                    .update());
            audit.note(by, "customer.retention.changed", "privacy", "retention", "retention", before, changed);
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void beginTheDay() {
        boolean there = jdbc.sql("select exists (select from agenda.appointment where task_name = :name)")
                .param("name", NAME)
                .query(Boolean.class)
                .single();
        if (!there) {
            agenda.remind(NAME, NAME, clock.instant().plus(EVERY));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Each kind a piece at a time, so that nobody waits for it; what is left over is taken the next day. */
    @Override
    public void fulfil(String key) {
        agenda.remind(NAME, NAME, clock.instant().plus(EVERY));
        for (Retention each : all()) {
            if (each.days() != null) {
                perishables.stream()
                        .filter(perishable -> perishable.kind().equals(each.kind()))
                        .forEach(perishable -> forget(perishable, clock.instant().minus(Duration.ofDays(each.days()))));
            }
        }
    }

    private void forget(Perishable perishable, Instant before) {
        int rows = 0;
        int now;
        do {
            now = transaction.execute(open -> perishable.forget(before, AT_ONCE));
            rows += now;
        } while (now >= AT_ONCE);
        jdbc.sql("insert into customer.retention_run (kind, at, rows) values (:kind, :at, :rows) on conflict do nothing")
                .param("kind", perishable.kind())
                .param("at", Timestamp.from(clock.instant()))
                .param("rows", rows)
                .update();
        if (rows > 0) {
            log.info("{} rows of {} are forgotten, older than {}", rows, perishable.kind(), before);
        }
    }
}

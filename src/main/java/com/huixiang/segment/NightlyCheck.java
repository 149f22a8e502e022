package com.huixiang.segment;

import com.huixiang.agenda.Agenda;
import com.huixiang.agenda.Duty;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each night everybody is counted afresh, by one node; what was not as it should be is corrected and reported. */
@Component
class NightlyCheck implements Duty {

    static final String NAME = "segment.check";
    static final String AT_ONCE = "at-once";

    private static final Logger log = LoggerFactory.getLogger(NightlyCheck.class);

    private final Agenda agenda;
    private final ObjectProvider<Counting> counting;
    private final JdbcClient sql;
    private final SegmentSettings settings;
    private final Clock clock;

    NightlyCheck(Agenda agenda, ObjectProvider<Counting> counting, JdbcClient sql, SegmentSettings settings, Clock clock) {
        this.agenda = agenda;
        this.counting = counting;
        this.sql = sql;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void fulfil(String day) {
        if (day.equals(AT_ONCE) || !isDone(LocalDate.parse(day))) {
            Counting.Report report = counting.getObject().countEverybody();
            log.info(
                    "Counted {} customers afresh in {} ms: {} facts and {} memberships corrected",
                    report.customers(), report.took().toMillis(), report.differences().facts(), report.differences().memberships());
        }
        promise();
    }

    private boolean isDone(LocalDate day) {
        return sql.sql("select exists (select from segment.report where at >= ?)")
                .param(Counting.utc(start(day)))
                .query(Boolean.class)
                .single();
    }

    /** The next night's; made again is harmless. */
    void promise() {
        ZonedDateTime now = clock.instant().atZone(Counting.HERE);
        LocalDate day = now.toLocalTime().isBefore(settings.checkAt()) ? now.toLocalDate() : now.toLocalDate().plusDays(1);
        agenda.remind(NAME, day.toString(), start(day));
    }

    private Instant start(LocalDate day) {
        return day.atTime(settings.checkAt()).atZone(Counting.HERE).toInstant();
    }
}

package com.huixiang.journey;

import com.huixiang.agenda.Agenda;
import com.huixiang.agenda.Duty;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Each month has a table of its own. The next months are made ahead, once a day; a late event of a month that nobody has
 * had yet makes it when it comes. The same duty forgets message ids that are too old to come again.
 */
@Component
class Months implements InitializingBean, Duty {

    private static final int MONTHS_AHEAD = 3;
    private static final String EVERY_DAY = "every-day";

    private final JdbcClient sql;
    private final Agenda agenda;
    private final JourneySettings settings;
    private final Clock clock;
    private final Set<YearMonth> made = ConcurrentHashMap.newKeySet();

    Months(JdbcClient sql, Agenda agenda, JourneySettings settings, Clock clock) {
        this.sql = sql;
        this.agenda = agenda;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        makeReady();
        agenda.remind(name(), EVERY_DAY, clock.instant().plus(Duration.ofDays(1)));
    }

    @Override
    public String name() {
        return "journey.months";
    }

    @Override
    public void fulfil(String key) {
        makeReady();
        sql.sql("delete from journey.seen where day < ?")
                .param(day(clock.instant().minus(settings.remember())))
                .update();
        agenda.remind(name(), EVERY_DAY, clock.instant().plus(Duration.ofDays(1)));
    }

    private void makeReady() {
        YearMonth now = monthOf(clock.instant());
        for (int month = -1; month <= MONTHS_AHEAD; month++) {
            make(now.plusMonths(month));
        }
    }

    /** There is a table for each of these moments. Outside of the transaction that writes into it. */
    void make(Iterable<Happening> events) {
        YearMonth last = null;
        for (Happening event : events) {
            YearMonth month = monthOf(event.at());
            if (!month.equals(last)) {
                make(month);
                last = month;
            }
        }
    }

    void forget() {
        made.clear();
    }

    private void make(YearMonth month) {
        if (!made.contains(month)) {
            sql.sql("select journey.make_month(?)").param(month.atDay(1)).query().singleColumn();
            made.add(month);
        }
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static YearMonth monthOf(Instant at) {
        return YearMonth.from(day(at));
    }
}

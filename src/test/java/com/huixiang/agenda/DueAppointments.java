package com.huixiang.agenda;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import com.huixiang.SettableClock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In tests nothing rings by itself: {@code clock.advance(ofMinutes(2)); due.fulfil();} keeps what is due by then. */
@Component
public class DueAppointments {

    private static final int ENOUGH = 50;

    private final DataSource database;
    private final Appointments appointments;
    private final JdbcClient sql;
    private final SettableClock clock;

    DueAppointments(DataSource database, Appointments appointments, JdbcClient sql, SettableClock clock) {
        this.database = database;
        this.appointments = appointments;
        this.sql = sql;
        this.clock = clock;
    }

    /** Keeps every appointment that is due now, and what those make due, one after the other. */
    public void fulfil() {
        var time = new com.github.kagkarlsson.scheduler.testhelper.SettableClock();
        time.set(clock.instant());
        var builder = TestHelper.createManualScheduler(database, appointments.tasks());
        builder.clock(time);
        appointments.furnish(builder).pollUsingFetchAndLockOnExecute(0, 1000);
        ManualScheduler scheduler = builder.build();
        for (int round = 0; round < ENOUGH && isAnythingDue(); round++) {
            scheduler.runAnyDueExecutions();
        }
        scheduler.stop();
    }

    private boolean isAnythingDue() {
        return sql.sql("select exists (select from agenda.appointment where execution_time <= ? and not picked)")
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }
}

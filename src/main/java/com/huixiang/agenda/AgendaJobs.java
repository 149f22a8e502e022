package com.huixiang.agenda;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.huixiang.kernel.Uuid7;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The timer of the agenda. Runs while the house is open: after everything has been made ready, and until before anything
 * is closed. An appointment is kept by one node at a time; when that node dies, another one keeps it.
 */
@Component
@EnableConfigurationProperties(AgendaSettings.class)
class AgendaJobs implements SmartLifecycle {

    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final DataSource database;
    private final Appointments appointments;
    private final AgendaSettings settings;
    private final Clock clock;
    private @Nullable Scheduler running;

    AgendaJobs(DataSource database, Appointments appointments, AgendaSettings settings, Clock clock) {
        this.database = database;
        this.appointments = appointments;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (!settings.rings() || running != null) {
            return;
        }
        running = appointments
                .furnish(new SchedulerBuilder(database, appointments.tasks()))
                .clock(clock::instant)
                .schedulerName(new SchedulerName.Fixed("node-" + Uuid7.next(clock)))
                .pollingInterval(settings.lookEvery())
                .threads(settings.atOnce())
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .shutdownMaxWait(LAST_WORDS)
                .build();
        running.start();
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}

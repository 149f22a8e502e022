package com.huixiang.agenda;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The duties of the house in the words of the scheduler. A duty that fails is tried again and never given up. */
@Component
class Appointments {

    static final String TABLE = "agenda.appointment";

    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofMinutes(5);

    private final ObjectProvider<Duty> duties;
    private final Clock clock;

    Appointments(ObjectProvider<Duty> duties, Clock clock) {
        this.duties = duties;
        this.clock = clock;
    }

    List<Task<?>> tasks() {
        return duties.stream().<Task<?>>map(this::task).toList();
    }

    private Task<Void> task(Duty duty) {
        return Tasks.oneTime(duty.name())
                .onFailure((failed, next) -> next.reschedule(failed, retryAfter(failed)))
                .execute((appointment, context) -> duty.fulfil(Agenda.keyOf(appointment.getId())));
    }

    private Instant retryAfter(ExecutionComplete failed) {
        int failures = Math.min(failed.getExecution().consecutiveFailures, 16);
        Duration wait = FIRST_RETRY.multipliedBy(1L << failures);
        return clock.instant().plus(wait.compareTo(LAST_RETRY) < 0 ? wait : LAST_RETRY);
    }

    <B extends SchedulerBuilder> B furnish(B builder) {
        builder.tableName(TABLE)
                .alwaysPersistTimestampInUTC()
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(Duration.ofSeconds(5))
                .missedHeartbeatsLimit(4);
        return builder;
    }
}

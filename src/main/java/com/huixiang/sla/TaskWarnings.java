package com.huixiang.sla;

import com.huixiang.agenda.Agenda;
import com.huixiang.kernel.Background;
import com.huixiang.kernel.Bell;
import com.huixiang.sla.Standards.Escalation;
import com.huixiang.sla.Standards.Receiver;
import com.huixiang.sla.TaskWarningRepository.Undone;
import com.huixiang.staff.ServiceCalendar;
import com.huixiang.staff.ServiceHours;
import com.huixiang.task.TaskEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * E-08, T-08: a call-back or an answer that was promised and not given calls its owner, then the leads by the same chain
 * as a broken promise. What is due is read from the tasks, so looking twice, late or on two nodes does no harm.
 */
@Component
class TaskWarnings {

    private final TaskWarningRepository repository;
    private final Standards standards;
    private final ServiceHours hours;
    private final Agenda agenda;
    private final ClockNews news;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Bell bell;

    TaskWarnings(
            TaskWarningRepository repository,
            Standards standards,
            ServiceHours hours,
            Agenda agenda,
            ClockNews news,
            TransactionTemplate transaction,
            Background background,
            Clock clock) {
        this.repository = repository;
        this.standards = standards;
        this.hours = hours;
        this.agenda = agenda;
        this.news = news;
        this.transaction = transaction;
        this.clock = clock;
        this.bell = new Bell("Warning of undone tasks", background, this::look);
    }

    @EventListener
    void on(TaskEvent.Overdue undone) {
        bell.ring();
    }

    @EventListener
    void on(TaskEvent.Done done) {
        bell.ring();
    }

    /** Warns of what is not done, higher the longer it takes; what is done needs nobody's care any more. */
    void look() {
        List<UUID> told = transaction.execute(status -> {
            Instant now = clock.instant();
            List<UUID> changed = new ArrayList<>(repository.settle(now));
            changed.addAll(repository.follow());
            List<Undone> undone = repository.undone();
            if (!undone.isEmpty()) {
                changed.addAll(raised(undone, now));
            }
            return changed;
        });
        news.showWarnings(Objects.requireNonNull(told));
    }

    private List<UUID> raised(List<Undone> undone, Instant now) {
        List<Escalation> chain = standards.current().escalation();
        ServiceHours.Book book = hours.book();
        List<UUID> raised = new ArrayList<>();
        for (Undone one : undone) {
            ServiceCalendar calendar = book.of(one.place());
            // It is the owner's from the beginning; a task that nobody owns is the lead's.
            int level = 1;
            for (Escalation step : chain) {
                Instant at = calendar.after(one.since(), Duration.ofSeconds(step.afterSeconds()));
                if (at.isAfter(now)) {
                    agenda.remind(TaskDuty.NAME, at.toString(), at);
                } else {
                    level = Math.max(level, levelOf(step.to()));
                }
            }
            if (level > one.level()) {
                raised.addAll(repository.raise(one, level, now));
            }
        }
        return raised;
    }

    static int levelOf(Receiver receiver) {
        return switch (receiver) {
            case AGENT -> 1;
            case LEAD -> 2;
            case ALL_LEADS -> 3;
        };
    }
}

package com.huixiang.task;

import com.huixiang.audit.AuditTrail;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** FRONT DOOR: how much open time we give ourselves for what we promise. What is promised already keeps its time. */
@Service
public class TaskStandards {

    private static final int SHORTEST_SECONDS = 60;
    private static final int LONGEST_SECONDS = 7 * 24 * 3600;

    private final TaskRepository repository;
    private final AuditTrail audit;

    TaskStandards(TaskRepository repository, AuditTrail audit) {
        this.repository = repository;
        this.audit = audit;
    }

    /** Within this open time; so long before its end the owner is reminded. */
    public record Promise(TaskKind kind, int seconds, int reminderSeconds) {}

    @Transactional(readOnly = true)
    public List<Promise> list(Actor actor) {
        actor.check(Permission.STANDARDS);
        return repository.promises();
    }

    @Transactional
    public List<Promise> change(Actor actor, List<Promise> promises) {
        actor.check(Permission.STANDARDS);
        boolean sound = promises.stream().map(Promise::kind).distinct().count() == promises.size()
                && promises.stream().allMatch(TaskStandards::isSound);
        if (!sound) {
            throw TaskProblem.badStandard();
        }
        List<Promise> before = repository.promises();
        promises.forEach(repository::promise);
        List<Promise> after = repository.promises();
        if (!after.equals(before)) {
            audit.note(
                    actor.id().value(), actor.name(), "task.standards.changed", "task-standards", "1", "回电与留言的时限",
                    before, after, null);
        }
        return after;
    }

    private static boolean isSound(Promise promise) {
        return promise.seconds() >= SHORTEST_SECONDS
                && promise.seconds() <= LONGEST_SECONDS
                && promise.reminderSeconds() >= 0
                && promise.reminderSeconds() < promise.seconds();
    }
}

package com.huixiang.task.web;

import com.huixiang.kernel.Page;
import com.huixiang.staff.Actor;
import com.huixiang.staff.StaffId;
import com.huixiang.task.Task;
import com.huixiang.task.TaskId;
import com.huixiang.task.TaskLists;
import com.huixiang.task.Tasks;
import com.huixiang.task.Tasks.Outcome;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is to be done: the list, who does it, and how it went. */
@RestController
class TaskController {

    private final Tasks tasks;
    private final TaskLists lists;

    TaskController(Tasks tasks, TaskLists lists) {
        this.tasks = tasks;
        this.lists = lists;
    }

    record Owner(@NotNull StaffId memberId) {}

    record Result(@NotNull Outcome outcome, @Nullable @Size(max = 2000) String note) {}

    @GetMapping("/api/tasks")
    Page<Task> list(
            Actor actor,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Page<Task> found =
                lists.list(actor, state.equals("done") ? Task.State.DONE : Task.State.OPEN, mine, cursor, limit);
        return new Page<>(
                found.items().stream().map(task -> task.maskedFor(actor)).toList(), found.next());
    }

    @GetMapping("/api/tasks/{id}")
    Task one(Actor actor, @PathVariable UUID id) {
        return lists.get(actor, new TaskId(id)).maskedFor(actor);
    }

    @PutMapping("/api/tasks/{id}/owner")
    Task own(Actor actor, @PathVariable UUID id, @Valid @RequestBody Owner owner) {
        return tasks.own(actor, new TaskId(id), owner.memberId()).maskedFor(actor);
    }

    @PutMapping("/api/tasks/{id}/outcome")
    Task finish(Actor actor, @PathVariable UUID id, @Valid @RequestBody Result result) {
        return tasks.finish(actor, new TaskId(id), result.outcome(), result.note()).maskedFor(actor);
    }

    record Look(@Nullable @Size(max = 200) String reason) {}

    record Whole(String value) {}

    @PostMapping("/api/tasks/{id}/reveal")
    Whole reveal(Actor actor, @PathVariable UUID id, @Valid @RequestBody Look look) {
        return new Whole(tasks.reveal(actor, new TaskId(id), look.reason()));
    }
}

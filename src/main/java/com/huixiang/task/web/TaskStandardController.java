package com.huixiang.task.web;

import com.huixiang.staff.Actor;
import com.huixiang.task.TaskStandards;
import com.huixiang.task.TaskStandards.Promise;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Within which time a call-back is made and a message answered, edited by supervisors. */
@RestController
@RequestMapping("/api/settings/task-standards")
class TaskStandardController {

    private final TaskStandards standards;

    TaskStandardController(TaskStandards standards) {
        this.standards = standards;
    }

    record Promises(@NotNull @Size(min = 1, max = 10) List<@Valid @NotNull Promise> items) {}

    @GetMapping
    Promises list(Actor actor) {
        return new Promises(standards.list(actor));
    }

    @PutMapping
    Promises change(Actor actor, @Valid @RequestBody Promises promises) {
        return new Promises(standards.change(actor, promises.items()));
    }
}

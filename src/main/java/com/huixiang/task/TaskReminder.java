package com.huixiang.task;

import com.huixiang.agenda.Duty;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Comes when the time of a task is near, and again when it is over. */
@Component
class TaskReminder implements Duty {

    static final String DUTY = "task.reminder";

    private final Tasks tasks;

    TaskReminder(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public String name() {
        return DUTY;
    }

    @Override
    public void fulfil(String key) {
        tasks.remind(new TaskId(UUID.fromString(key)));
    }
}

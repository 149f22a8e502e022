package com.huixiang.sla;

import com.huixiang.agenda.Duty;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A second has come in which an undone task is told higher. */
@Component
class TaskDuty implements Duty {

    static final String NAME = "sla.tasks";

    private final ObjectProvider<TaskWarnings> warnings;

    TaskDuty(ObjectProvider<TaskWarnings> warnings) {
        this.warnings = warnings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void fulfil(String second) {
        warnings.getObject().look();
    }
}

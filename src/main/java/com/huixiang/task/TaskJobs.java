package com.huixiang.task;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All timers of this module. */
@Component
class TaskJobs {

    private final TaskKeeper keeper;

    TaskJobs(TaskKeeper keeper) {
        this.keeper = keeper;
    }

    /** Finds what a lost piece of news left behind. */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        keeper.look();
    }
}

package com.huixiang.reception;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All timers of this module. */
@Component
class ReceptionJobs {

    private final Reception reception;

    ReceptionJobs(Reception reception) {
        this.reception = reception;
    }

    /** Finds what a lost piece of news left at the front desk. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        reception.look();
    }

    /** A supervisor edits the words; every node follows within a minute. */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void learnTheWords() {
        reception.learnTheWords();
    }
}

package com.huixiang.sla;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All timers of this module. The moments of the clocks themselves are kept by the agenda. */
@Component
@EnableConfigurationProperties(SlaSettings.class)
class SlaJobs {

    private final Gathering gathering;
    private final Clocks clocks;
    private final TaskWarnings tasks;
    private final OpeningHours openings;
    private final WallNews wall;

    SlaJobs(Gathering gathering, Clocks clocks, TaskWarnings tasks, OpeningHours openings, WallNews wall) {
        this.gathering = gathering;
        this.clocks = clocks;
        this.tasks = tasks;
        this.openings = openings;
        this.wall = wall;
    }

    @Scheduled(fixedDelayString = "${huixiang.sla.gather:300ms}")
    void gather() {
        gathering.work();
    }

    @Scheduled(initialDelayString = "${huixiang.sla.sweep:10s}", fixedDelayString = "${huixiang.sla.sweep:10s}")
    void sweep() {
        clocks.sweep();
        tasks.look();
    }

    @Scheduled(fixedDelay = 2_000)
    void showTheWall() {
        openings.look();
        wall.tell();
    }
}

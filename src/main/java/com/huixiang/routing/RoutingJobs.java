package com.huixiang.routing;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All timers of this module. */
@Component
class RoutingJobs {

    private final Router router;
    private final RoutingRepository repository;
    private final Clock clock;

    RoutingJobs(Router router, RoutingRepository repository, Clock clock) {
        this.router = router;
        this.repository = repository;
        this.clock = clock;
    }

    /** Finds what a lost piece of news left waiting, and everything that only time brings about. */
    @Scheduled(fixedDelayString = "${huixiang.routing.sweep:1s}")
    void sweep() {
        router.look();
    }

    @Scheduled(fixedDelay = 10, timeUnit = java.util.concurrent.TimeUnit.MINUTES)
    void tidy() {
        repository.forgetClosed();
        repository.forgetRhythmBefore(clock.instant().minus(Duration.ofHours(1)));
    }
}

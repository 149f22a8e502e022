package com.huixiang.imports;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All timers of this module. */
@Component
class ImportJobs {

    private final ImportRepository repository;
    private final ImportSettings settings;
    private final Clock clock;

    ImportJobs(ImportRepository repository, ImportSettings settings, Clock clock) {
        this.repository = repository;
        this.settings = settings;
        this.clock = clock;
    }

    /** Lines of other people's data are not kept for ever. */
    @Scheduled(initialDelay = 1, fixedDelay = 24, timeUnit = TimeUnit.HOURS)
    void forgetRejected() {
        repository.forgetRejected(clock.instant().minus(settings.keepRejected()));
    }
}

package com.huixiang.demo;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All timers of this room. */
@InDemo
@Component
class DemoJobs {

    private final DemoLife life;
    private final PlayedBrowsing browsing;

    DemoJobs(DemoLife life, PlayedBrowsing browsing) {
        this.life = life;
        this.browsing = browsing;
    }

    @Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
    void goOn() {
        life.goOn();
    }

    @Scheduled(fixedRate = 5, initialDelay = 15, timeUnit = TimeUnit.SECONDS)
    void lookAround() {
        browsing.lookAround();
    }

    @Scheduled(fixedRate = 6, timeUnit = TimeUnit.HOURS)
    void forget() {
        life.forget();
    }
}

package com.huixiang.channel;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All timers of this module. */
@Component
class ChannelJobs {

    private final Outbox outbox;

    ChannelJobs(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Finds what a lost piece of news left behind. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        outbox.look();
    }
}

package com.huixiang.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Tells the story as soon as the doors are open; whoever comes meanwhile waits for nothing but his sign-in. */
@InDemo
@Component
class Curtain implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(Curtain.class);

    private final Story story;
    private final Branches branches;
    private final Trade trade;
    private final Clock clock;

    Curtain(Story story, Branches branches, Trade trade, Clock clock) {
        this.story = story;
        this.branches = branches;
        this.trade = trade;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Instant began = clock.instant();
        if (story.tell()) {
            branches.open();
            trade.open();
            log.info("The demo story was told in {} ms", Duration.between(began, clock.instant()).toMillis());
        }
    }
}

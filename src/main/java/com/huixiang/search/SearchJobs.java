package com.huixiang.search;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The timer of the search. It has a thread of its own: taking words apart is work for a processor, and must not keep a
 * virtual thread's carrier from those who wait for an answer. After work it rests four times as long as it worked:
 * a crowd of customers must not wait because somebody might look for their words.
 */
@Component
@EnableConfigurationProperties(SearchSettings.class)
class SearchJobs implements SmartLifecycle {

    private static final int REST = 4;
    private static final long LAST_WORDS_MILLIS = 5_000;
    private static final Logger log = LoggerFactory.getLogger(SearchJobs.class);

    private final Feed feed;
    private final SearchSettings settings;
    private @Nullable Thread thread;
    private volatile boolean running;
    private final Semaphore leave = new Semaphore(0);
    private boolean troubled;

    SearchJobs(Feed feed, SearchSettings settings) {
        this.feed = feed;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            leave.drainPermits();
            feed.begin();
            thread = Thread.ofPlatform().daemon().name("search-feed").start(this::lookAgainAndAgain);
        }
    }

    private void lookAgainAndAgain() {
        long rest = settings.every().toMillis();
        try {
            while (!leave.tryAcquire(rest, TimeUnit.MILLISECONDS)) {
                long began = System.nanoTime();
                look();
                rest = Math.max(settings.every().toMillis(), REST * (System.nanoTime() - began) / 1_000_000);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The tables may be away for a while; what was missed is read when they are back. */
    private void look() {
        try {
            feed.look();
            troubled = false;
        } catch (RuntimeException trouble) {
            if (!troubled && running) {
                log.warn("The search could not read what is new; it tries again", trouble);
            }
            troubled = true;
        }
    }

    @Scheduled(fixedDelay = 60, initialDelay = 60, timeUnit = TimeUnit.MINUTES)
    void clearNotes() {
        feed.clearNotes();
    }

    @Override
    public synchronized void stop() {
        running = false;
        Thread was = thread;
        if (was != null) {
            // Never interrupted: that would close the files under the hands of whoever writes them.
            feed.hurry();
            leave.release();
            try {
                was.join(LAST_WORDS_MILLIS);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
        feed.end();
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }
}

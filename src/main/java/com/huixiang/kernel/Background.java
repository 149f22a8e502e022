package com.huixiang.kernel;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.stereotype.Component;

/**
 * Runs what need not be awaited, each piece on a virtual thread of its own. Nothing here is a promise: work that must
 * happen is a row in a state, and a sweep finds it when the process died before the piece ran.
 */
@Component
@EnableScheduling
public class Background implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Background.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public void run(String what, Runnable work) {
        threads.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException failure) {
                log.warn("{} failed; the sweep will try again", what, failure);
            }
        });
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}

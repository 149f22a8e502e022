package com.huixiang.kernel;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Many calls, one run: however often the bell is rung while the work is going on, the work is done once more afterwards,
 * never twice at a time. Whoever rings does not wait.
 *
 * <p>After a run there is a rest of the same length, at most a tenth of a second: under a storm of calls each run then
 * does the work of many, and half of the machine stays free for those who make the calls. A lone call is answered at once.
 */
public final class Bell {

    private static final long LONGEST_REST = Duration.ofMillis(100).toNanos();

    private final String what;
    private final Background background;
    private final Runnable work;
    private final AtomicBoolean rung = new AtomicBoolean();
    private final ReentrantLock atWork = new ReentrantLock();
    private long restUntil = System.nanoTime();

    public Bell(String what, Background background, Runnable work) {
        this.what = what;
        this.background = background;
        this.work = work;
    }

    public void ring() {
        if (rung.compareAndSet(false, true)) {
            background.run(what, this::answer);
        }
    }

    private void answer() {
        atWork.lock();
        try {
            LockSupport.parkNanos(restUntil - System.nanoTime());
            // Cleared before the work begins: whatever happens from here on may need another look.
            rung.set(false);
            long began = System.nanoTime();
            try {
                work.run();
            } finally {
                long ended = System.nanoTime();
                restUntil = ended + Math.min(ended - began, LONGEST_REST);
            }
        } finally {
            atWork.unlock();
        }
    }
}

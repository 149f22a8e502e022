package com.huixiang.kernel;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Many calls, one run: however often the bell is rung while the work is going on, the work is done once more afterwards,
 * never twice at a time. Whoever rings does not wait.
 */
public final class Bell {

    private final String what;
    private final Background background;
    private final Runnable work;
    private final AtomicBoolean rung = new AtomicBoolean();
    private final ReentrantLock atWork = new ReentrantLock();

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
            // Cleared before the work begins: whatever happens from here on may need another look.
            rung.set(false);
            work.run();
        } finally {
            atWork.unlock();
        }
    }
}

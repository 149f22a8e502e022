package com.huixiang.segment;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Remembers, after a commit, that there is work in the tables; a sweep finds it without this, only later. */
@Component
class Alarm {

    private final AtomicBoolean due = new AtomicBoolean(true);
    private final AtomicBoolean everybody = new AtomicBoolean(true);

    void somebodyIsDue() {
        afterCommit(due);
    }

    void everybodyMustBeMeasured() {
        afterCommit(everybody);
    }

    boolean somebodyWasDue() {
        return due.getAndSet(false);
    }

    boolean everybodyWasToBeMeasured() {
        return everybody.getAndSet(false);
    }

    private static void afterCommit(AtomicBoolean flag) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            flag.set(true);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                flag.set(true);
            }
        });
    }
}

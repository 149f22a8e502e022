package com.huixiang.agenda;

import com.huixiang.BetweenTests;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** A duty that remembers what it was called for, and fails when it is told to. */
@Component
class RehearsedDuty implements Duty, BetweenTests {

    static final String NAME = "agenda.rehearsal";

    private final List<String> kept = new CopyOnWriteArrayList<>();
    private int failures;
    private Runnable next = () -> {};

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void fulfil(String key) {
        if (failures > 0) {
            failures--;
            throw new IllegalStateException("not this time");
        }
        kept.add(key);
        Runnable once = next;
        next = () -> {};
        once.run();
    }

    List<String> kept() {
        return List.copyOf(kept);
    }

    void failing(int times) {
        failures = times;
    }

    void thenOnce(Runnable step) {
        next = step;
    }

    @Override
    public void forget() {
        kept.clear();
        failures = 0;
        next = () -> {};
    }
}

package com.huixiang.journey;

import com.huixiang.BetweenTests;
import org.springframework.stereotype.Component;

@Component
class ForgetJourneys implements BetweenTests {

    private final Acquaintances acquaintances;
    private final EventRepository repository;

    ForgetJourneys(Acquaintances acquaintances, EventRepository repository) {
        this.acquaintances = acquaintances;
        this.repository = repository;
    }

    @Override
    public void forget() {
        acquaintances.forgetAll();
        repository.forgetSteps();
    }
}

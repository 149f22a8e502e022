package com.huixiang.connect.web;

import com.huixiang.BetweenTests;
import org.springframework.stereotype.Component;

@Component
class ForgetEventLimit implements BetweenTests {

    private final EventController door;

    ForgetEventLimit(EventController door) {
        this.door = door;
    }

    @Override
    public void forget() {
        door.forgetLimits();
    }
}

package com.huixiang.staff;

import com.huixiang.BetweenTests;
import org.springframework.stereotype.Component;

/** The hours of the last test are not remembered in the next one. */
@Component
class ForgetServiceHours implements BetweenTests {

    private final ServiceHoursRepository hours;

    ForgetServiceHours(ServiceHoursRepository hours) {
        this.hours = hours;
    }

    @Override
    public void forget() {
        hours.forget();
    }
}

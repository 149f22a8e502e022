package com.huixiang.staff;

import com.huixiang.BetweenTests;
import org.springframework.stereotype.Component;

@Component
class ForgetLoginAttempts implements BetweenTests {

    private final LoginAttempts attempts;

    ForgetLoginAttempts(LoginAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public void forget() {
        attempts.forgetAll();
    }
}

package com.huixiang.staff.web;

import com.huixiang.BetweenTests;
import org.springframework.stereotype.Component;

@Component
class ForgetSignInLimit implements BetweenTests {

    private final SignInLimit limit;

    ForgetSignInLimit(SignInLimit limit) {
        this.limit = limit;
    }

    @Override
    public void forget() {
        limit.forget();
    }
}

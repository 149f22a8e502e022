package com.huixiang.channel.web;

import com.huixiang.BetweenTests;
import org.springframework.stereotype.Component;

@Component
class ForgetVisitorLimit implements BetweenTests {

    private final VisitorLimit limit;

    ForgetVisitorLimit(VisitorLimit limit) {
        this.limit = limit;
    }

    @Override
    public void forget() {
        limit.forget();
    }
}

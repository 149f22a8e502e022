package com.huixiang.search;

import com.huixiang.BetweenTests;
import org.springframework.stereotype.Component;

/** What the last test wrote is not found in the next one. */
@Component
class ForgetSearch implements BetweenTests {

    private final Feed feed;

    ForgetSearch(Feed feed) {
        this.feed = feed;
    }

    @Override
    public void forget() {
        feed.forget();
    }
}

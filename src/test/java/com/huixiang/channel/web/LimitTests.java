package com.huixiang.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.StaffBrowser;
import com.huixiang.StaffBrowser.Answer;
import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.customer.CustomerId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever asks too often waits a moment. */
@HuixiangTest
class LimitTests {

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    SettableClock clock;

    @Autowired
    VisitorLimit limit;

    @LocalServerPort
    int port;

    StaffBrowser browser;

    @BeforeEach
    void timeStandsStill() {
        clock.stop();
        accounts.open(new ChannelAccount("limits", "青禾家居", "您好", List.of()));
        browser = new StaffBrowser(port);
    }

    @Test
    void fromOneAddressNotMoreThanSoManyVisitorsComeAtOnce() {
        for (int each = 0; each < 120; each++) {
            assertThat(begin().status()).isEqualTo(200);
        }

        Answer refused = begin();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("visitor.too-much");
        assertThat(refused.raw().headers().firstValue("Retry-After")).contains("1");
        clock.advance(Duration.ofSeconds(1));
        assertThat(begin().status()).isEqualTo(200);
    }

    @Test
    void oneAddressDoesNotTryOnePasswordOnAThousandLogins() {
        for (int each = 0; each < 30; each++) {
            assertThat(browser.tryToSignIn("nobody" + each, "grey-heron-7").status()).isEqualTo(401);
        }

        Answer refused = browser.tryToSignIn("somebody", "grey-heron-7");

        assertThat(refused.code()).isEqualTo("staff.too-many-tries");
        clock.advance(Duration.ofSeconds(2));
        assertThat(browser.tryToSignIn("somebody", "grey-heron-7").status()).isEqualTo(401);
    }

    @Test
    void whoeverTypesFasterThanAPersonIsNotHeardForAMoment() {
        CustomerId visitor = new CustomerId(UUID.randomUUID());
        for (int each = 0; each < 40; each++) {
            assertThat(limit.mayGesture(visitor)).isTrue();
        }

        assertThat(limit.mayGesture(visitor)).isFalse();
        assertThat(limit.mayGesture(new CustomerId(UUID.randomUUID()))).as("somebody else").isTrue();
        clock.advance(Duration.ofMillis(100));
        assertThat(limit.mayGesture(visitor)).isTrue();
    }

    private Answer begin() {
        return browser.post("/api/visitor/session", "{\"site\":\"limits\"}");
    }
}

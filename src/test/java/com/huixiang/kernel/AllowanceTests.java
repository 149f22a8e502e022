package com.huixiang.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTests {

    private final SettableClock clock = new SettableClock();
    private final Allowance allowance = new Allowance(3, Duration.ofSeconds(10), clock);

    @Test
    void aBurstIsFineAndGoingOnLikeThatIsNot() {
        clock.stop();
        take(3);

        assertThat(allowance.take("wang")).contains(Duration.ofSeconds(10));
        assertThat(allowance.take("chen")).isEmpty();
    }

    @Test
    void oneComesBackAfterAWhileAndNeverMoreThanThereWere() {
        clock.stop();
        take(3);
        clock.advance(Duration.ofSeconds(4));
        assertThat(allowance.take("wang")).contains(Duration.ofSeconds(6));

        clock.advance(Duration.ofSeconds(6));
        assertThat(allowance.take("wang")).isEmpty();

        clock.advance(Duration.ofHours(1));
        take(3);
        assertThat(allowance.take("wang")).isPresent();
    }

    @Test
    void zeroIsNoLimit() {
        Allowance open = new Allowance(0, Duration.ofSeconds(1), clock);

        for (int each = 0; each < 1000; each++) {
            assertThat(open.take("anybody")).isEmpty();
        }
    }

    private void take(int times) {
        for (int each = 0; each < times; each++) {
            assertThat(allowance.take("wang")).isEmpty();
        }
    }
}

package com.huixiang.routing;

import static com.huixiang.routing.RoutingFixtures.NOW;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** T-08: the estimate. */
class RhythmTests {

    @Test
    void oneSeatInTwentySecondsTakesTheThirdInLineAMinute() {
        Rhythm rhythm = new Rhythm(6, NOW.minus(ofMinutes(2)));

        assertThat(rhythm.estimate(2, NOW)).isEqualTo(ofSeconds(60));
    }

    @Test
    void itGrowsWhileNothingMoves() {
        Rhythm rhythm = new Rhythm(6, NOW.minus(ofMinutes(2)));

        assertThat(rhythm.estimate(2, NOW.plus(ofMinutes(4)))).isEqualTo(ofMinutes(3));
    }

    @Test
    void itIsRoundedUpToTenSecondsAndAboveAMinuteToMinutes() {
        assertThat(new Rhythm(10, NOW.minusSeconds(110)).estimate(0, NOW)).isEqualTo(ofSeconds(20));
        assertThat(new Rhythm(1, NOW.minusSeconds(61)).estimate(0, NOW)).isEqualTo(ofMinutes(2));
    }

    @Test
    void aCrowdSeatedThisVeryMomentPromisesNobodyZeroSeconds() {
        assertThat(new Rhythm(100, NOW).estimate(0, NOW)).isEqualTo(ofSeconds(10));
    }
}

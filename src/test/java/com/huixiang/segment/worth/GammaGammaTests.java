package com.huixiang.segment.worth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** P-05: what one customer spends lies between what he did and what all do. */
class GammaGammaTests {

    private final Random random = new Random(946);

    @Test
    void theExpectationLiesBetweenHisOwnMeanAndEverybodys() {
        for (int draw = 0; draw < 1000; draw++) {
            GammaGamma model =
                    new GammaGamma(0.5 + 10 * random.nextDouble(), 1.1 + 5 * random.nextDouble(), 1 + 100 * random.nextDouble());
            double everybody = model.expectedSpend(0, 0);
            double own = 500 * random.nextDouble();
            double expected = model.expectedSpend(1 + random.nextInt(30), own);

            assertThat(expected).isBetween(Math.min(own, everybody) - 1e-9, Math.max(own, everybody) + 1e-9);
        }
    }

    @Test
    void theMoreOftenHeCameTheMoreItIsHisOwn() {
        GammaGamma model = new GammaGamma(6.25, 3.74, 15.44);

        double before = Double.MAX_VALUE;
        for (int repeats = 0; repeats < 40; repeats++) {
            double away = Math.abs(model.expectedSpend(repeats, 100) - 100);
            assertThat(away).isLessThan(before);
            before = away;
        }
    }
}

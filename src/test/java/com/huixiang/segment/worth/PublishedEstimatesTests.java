package com.huixiang.segment.worth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.huixiang.segment.worth.Fits.Buying;
import com.huixiang.segment.worth.Fits.Spending;
import java.util.List;
import org.junit.jupiter.api.Test;

/** P-05: on the published data our fit gives the published estimates, to three digits. */
class PublishedEstimatesTests {

    private static final Buying BUYING = Fits.buying(CdNow.habits());
    private static final Spending SPENDING = Fits.spending(CdNow.spends());

    @Test
    void theBuyingModelFindsThePublishedParameters() {
        BgNbd found = BUYING.model();

        assertThat(found.r()).isEqualTo(0.243, within(0.0005));
        assertThat(found.alpha()).isEqualTo(4.414, within(0.0005));
        assertThat(found.a()).isEqualTo(0.793, within(0.0005));
        assertThat(found.b()).isEqualTo(2.426, within(0.0005));
        assertThat(BUYING.quality().logLikelihood()).isEqualTo(-9582.426, within(0.005));
        assertThat(BUYING.quality().converged()).isTrue();
        assertThat(BUYING.quality().agreeing()).isGreaterThan(1);
    }

    @Test
    void theFirstCustomersNextPurchasesAreAsPublished() {
        assertThat(BUYING.model().expectedOrders(new Habit(2, 30.43, 38.86), 39)).isEqualTo(1.226, within(0.0005));
    }

    @Test
    void theSpendingModelFindsThePublishedParameters() {
        assertThat(CdNow.spends().customers()).isEqualTo(946);

        GammaGamma found = SPENDING.model();
        assertThat(found.p()).isEqualTo(6.25, within(0.005));
        assertThat(found.q()).isEqualTo(3.74, within(0.005));
        assertThat(found.v()).isEqualTo(15.44, within(0.03));
        assertThat(SPENDING.quality().converged()).isTrue();
        assertThat(SPENDING.correlation()).isBetween(0.0, 0.2);
    }

    @Test
    void theFirstTenCustomersSpendAsPublished() {
        List<Double> spends = CdNow.BUYERS.stream()
                .limit(10)
                .map(each -> SPENDING.model().expectedSpend(each.habit().repeats(), each.mean()))
                .toList();

        List<Double> published = List.of(24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17);
        for (int i = 0; i < published.size(); i++) {
            assertThat(spends.get(i)).as("customer %d", i + 1).isEqualTo(published.get(i), within(0.05));
        }
    }

    @Test
    void theFitIsTheSameInDaysAndInWeeks() {
        Buying inDays = Fits.buying(CdNow.habits().scaled(7));

        assertThat(inDays.model().r()).isEqualTo(BUYING.model().r(), within(1e-4));
        assertThat(inDays.model().alpha()).isEqualTo(BUYING.model().alpha() * 7, within(1e-2));
        assertThat(inDays.model().expectedOrders(new Habit(2, 30.43 * 7, 38.86 * 7), 39 * 7))
                .isEqualTo(1.226, within(0.001));
    }

    @Test
    void asManyCustomersAsExpectedComeBackSoOften() {
        Habits habits = CdNow.habits();
        long[] seen = habits.returnedHowOften(8);
        double[] expected = Fits.expectedReturns(BUYING.model(), habits, 8);

        assertThat(seen[0]).isEqualTo(1411);
        assertThat(java.util.Arrays.stream(expected).sum()).isEqualTo(2357, within(0.01));
        for (int bar = 0; bar < 8; bar++) {
            assertThat(expected[bar]).as("%d times", bar).isEqualTo(seen[bar], within(Math.max(30, seen[bar] * 0.2)));
        }
    }
}

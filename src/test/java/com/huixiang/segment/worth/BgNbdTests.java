package com.huixiang.segment.worth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** P-05: what must hold whatever the parameters and whatever the customer did; a thousand draws of each. */
class BgNbdTests {

    private final Random random = new Random(20110608);

    @Test
    void probabilitiesAreBetweenNothingAndCertain() {
        for (int draw = 0; draw < 1000; draw++) {
            BgNbd model = anyModel();
            Habit habit = anyHabit();

            assertThat(model.probabilityAlive(habit)).isBetween(0.0, 1.0);
            assertThat(model.probabilityOfReturn(habit, 1 + random.nextInt(400)))
                    .isBetween(0.0, model.probabilityAlive(habit));
            double[] chances = model.returnsHowOften(1 + random.nextInt(1000), 8);
            assertThat(Arrays.stream(chances).sum()).isEqualTo(1, within(1e-9));
            assertThat(Arrays.stream(chances).boxed()).allMatch(each -> each >= 0 && each <= 1);
        }
    }

    @Test
    void whoBoughtMoreRecentlyIsMoreLikelyStillThere() {
        for (int draw = 0; draw < 1000; draw++) {
            BgNbd model = anyModel();
            int repeats = 1 + random.nextInt(30);
            double age = 20 + random.nextInt(700);
            double earlier = random.nextDouble() * age;
            double later = earlier + random.nextDouble() * (age - earlier);

            assertThat(model.probabilityAlive(new Habit(repeats, later, age)))
                    .isGreaterThanOrEqualTo(model.probabilityAlive(new Habit(repeats, earlier, age)));
        }
    }

    @Test
    void silenceMakesItLessLikely() {
        for (int draw = 0; draw < 1000; draw++) {
            BgNbd model = anyModel();
            int repeats = 1 + random.nextInt(30);
            double last = random.nextInt(300);
            double silence = random.nextInt(300);

            assertThat(model.probabilityAlive(new Habit(repeats, last, last + silence + 50)))
                    .isLessThanOrEqualTo(model.probabilityAlive(new Habit(repeats, last, last + silence)));
        }
    }

    @Test
    void moreTimeBringsMoreOrdersAndNeverMoreThanHisRateAllows() {
        for (int draw = 0; draw < 1000; draw++) {
            BgNbd model = anyModel();
            Habit habit = anyHabit();
            double sooner = model.expectedOrders(habit, 30);
            double later = model.expectedOrders(habit, 365);
            double rate = (model.r() + habit.repeats()) / (model.alpha() + habit.age());

            assertThat(sooner).as("%s %s", model, habit).isBetween(0.0, 30 * rate * (1 + 1e-9));
            assertThat(later).as("%s %s", model, habit).isBetween(sooner, 365 * rate * (1 + 1e-9));
        }
    }

    @Test
    void theExpectationIsContinuousWhereThePublishedFormulaDividesByZero() {
        Habit habit = new Habit(3, 200, 300);
        double at = new BgNbd(0.5, 20, 1, 3).expectedOrders(habit, 365);

        assertThat(new BgNbd(0.5, 20, 1 - 1e-9, 3).expectedOrders(habit, 365)).isEqualTo(at, within(1e-7));
        assertThat(new BgNbd(0.5, 20, 1 + 1e-9, 3).expectedOrders(habit, 365)).isEqualTo(at, within(1e-7));
    }

    /** Nobody ever leaves, or everybody may at once: where the series loses its digits the integral takes over. */
    @Test
    void theExpectationHoldsAtTheEdges() {
        Habit habit = new Habit(4, 250, 300);

        assertThat(new BgNbd(0.5, 20, 1e-4, 1e5).expectedOrders(habit, 365)).isEqualTo(4.5 / 320 * 365, within(1e-3));
        assertThat(new BgNbd(0.5, 20, 1e4, 4e4).expectedOrders(Habit.NEW, 365))
                .isEqualTo(new BgNbd(0.5, 20, 1e4 + 1, 4e4).expectedOrders(Habit.NEW, 365), within(1e-3));
        assertThat(new BgNbd(0.02, 5, 0.05, 0.06).expectedOrders(Habit.NEW, 365)).isBetween(0.0, 0.02 / 5 * 365);
        assertThat(new BgNbd(40, 100, 0.8, 1.1).expectedOrders(Habit.NEW, 3650)).isPositive().isFinite();
    }

    @Test
    void theSeriesAndTheIntegralSayTheSame() {
        for (int draw = 0; draw < 1000; draw++) {
            BgNbd model = anyModel();
            Habit habit = anyHabit();
            double series = model.closedForm(habit, 365);
            if (!Double.isNaN(series)) {
                assertThat(model.integral(habit, 365)).as("%s %s", model, habit).isCloseTo(series, withinPercentage(5e-3));
            }
        }
    }

    /** The closed form against customers that live by the model's own story. */
    @Test
    void theExpectationIsWhatHappensToDrawnCustomers() {
        BgNbd model = new BgNbd(0.8, 40, 0.9, 3);
        int customers = 200_000;
        long repeats = 0;
        for (int each = 0; each < customers; each++) {
            double rate = gamma(model.r()) / model.alpha();
            double one = gamma(model.a());
            double leaves = one / (one + gamma(model.b()));
            double at = 0;
            while (true) {
                at += -Math.log(1 - random.nextDouble()) / rate;
                if (at > 365) {
                    break;
                }
                repeats++;
                if (random.nextDouble() < leaves) {
                    break;
                }
            }
        }

        assertThat((double) repeats / customers).isEqualTo(model.expectedOrders(Habit.NEW, 365), within(0.03));
    }

    @Test
    void theSumOverGroupsIsTheSumOverCustomers() {
        BgNbd model = new BgNbd(0.243, 4.414, 0.793, 2.426);
        double sum = CdNow.BUYERS.stream()
                .mapToDouble(each -> model.logLikelihood(each.habit()))
                .sum();

        assertThat(model.logLikelihood(CdNow.habits())).isEqualTo(sum, within(1e-7));
        assertThat(sum).isEqualTo(-9582.43, within(0.01));
    }

    @Test
    void aHabitWithThousandsOfPurchasesStaysANumber() {
        BgNbd model = new BgNbd(0.243, 4.414, 0.793, 2.426);
        Habit busy = new Habit(5000, 364, 365);

        assertThat(model.logLikelihood(busy)).isFinite();
        assertThat(model.probabilityAlive(busy)).isBetween(0.0, 1.0);
        assertThat(model.expectedOrders(busy, 365)).isFinite().isPositive();
    }

    @Test
    void theSeriesAgreesWithWhatIsKnownOfIt() {
        assertThat(Hypergeometric.of(1, 1, 2, 0.5)).isEqualTo(2 * Math.log(2), offset(1e-13));
        assertThat(Hypergeometric.of(1, 1, 2, 0.99)).isEqualTo(-Math.log(0.01) / 0.99, offset(1e-11));
        assertThat(Hypergeometric.of(0.5, 1, 1.5, 0.25)).isEqualTo(Math.log(3), offset(1e-13)); // artanh(½) / ½
        assertThat(Hypergeometric.of(3.7, 2.2, 2.2, 0.9)).isEqualTo(Math.pow(0.1, -3.7), offset(1e-8));
        assertThat(Hypergeometric.slope(0, 1, 1, 0.5)).isEqualTo(Math.log(2), offset(1e-13)); // −ln(1 − z)
    }

    private BgNbd anyModel() {
        return new BgNbd(any(0.05, 8), any(1, 300), any(0.05, 8), any(0.1, 60));
    }

    /** Evenly over the orders of magnitude. */
    private double any(double least, double most) {
        return least * Math.pow(most / least, random.nextDouble());
    }

    private Habit anyHabit() {
        int repeats = random.nextInt(4) == 0 ? 0 : random.nextInt(60);
        double age = random.nextInt(800);
        return new Habit(repeats, repeats == 0 ? 0 : random.nextDouble() * age, age);
    }

    /** Marsaglia and Tsang. */
    private double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        while (true) {
            double normal = random.nextGaussian();
            double v = Math.pow(1 + normal / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(random.nextDouble()) < normal * normal / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}

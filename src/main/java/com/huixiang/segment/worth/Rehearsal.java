package com.huixiang.segment.worth;

import com.huixiang.segment.worth.Purchases.Shop;
import com.huixiang.segment.worth.WorthModel.HeldOut;
import com.huixiang.segment.worth.WorthModel.Kept;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model that knew only the first half of a shop's time would have said of the second, beside what happened. */
final class Rehearsal implements Purchases.Afterwards {

    private static final int FEWEST_DAYS = 90;

    private final Shop shop;
    private final LocalDate cut;
    private final int ahead;
    private final long[] customersOf = new long[Worths.BARS];
    private final double[] seenOf = new double[Worths.BARS];
    private final double[] expectedOf = new double[Worths.BARS];
    private @Nullable BgNbd who;
    private @Nullable GammaGamma howMuch;
    private long customers;
    private long orders;
    private double expected;
    private double error;
    private double errorAsBefore;
    private double money;
    private double expectedMoney;

    Rehearsal(Shop shop, LocalDate cut) {
        this.shop = shop;
        this.cut = cut;
        this.ahead = (int) ChronoUnit.DAYS.between(cut, shop.until());
    }

    static LocalDate half(Shop shop) {
        return shop.from().plusDays((ChronoUnit.DAYS.between(shop.from(), shop.until()) + 1) / 2);
    }

    LocalDate cut() {
        return cut;
    }

    boolean isLongEnough() {
        return ahead >= FEWEST_DAYS;
    }

    void learn(BgNbd buying, @Nullable GammaGamma spending) {
        who = buying;
        howMuch = spending;
    }

    @Override
    public void tell(Habit habit, int spendRepeats, int bought, long howMany, double total, double spent) {
        double foretold = who.expectedOrders(habit, ahead);
        double asBefore = habit.age() == 0 ? 0 : habit.repeats() / habit.age() * ahead;
        customers += howMany;
        orders += (long) bought * howMany;
        expected += foretold * howMany;
        error += Math.abs(foretold - bought) * howMany;
        errorAsBefore += Math.abs(asBefore - bought) * howMany;
        money += spent;
        if (howMuch != null && howMuch.hasMean()) {
            // The expected spend is linear in what each spent, so the sum over the group is enough.
            expectedMoney += foretold
                    * howMuch.p()
                    * (howMuch.v() * howMany + total)
                    / (howMuch.p() * spendRepeats + howMuch.q() - 1);
        }
        int bar = Math.min(habit.repeats(), Worths.BARS - 1);
        customersOf[bar] += howMany;
        seenOf[bar] += (double) bought * howMany;
        expectedOf[bar] += foretold * howMany;
    }

    HeldOut result(@Nullable String currency) {
        List<Kept> bars = new ArrayList<>();
        for (int times = 0; times < Worths.BARS; times++) {
            double each = Math.max(1, customersOf[times]);
            bars.add(new Kept(
                    times, times == Worths.BARS - 1, customersOf[times], seenOf[times] / each, expectedOf[times] / each));
        }
        double each = Math.max(1, customers);
        return new HeldOut(
                shop.code(),
                shop.from(),
                cut,
                shop.until(),
                customers,
                orders,
                expected,
                error / each,
                errorAsBefore / each,
                currency,
                money,
                expectedMoney,
                bars);
    }
}

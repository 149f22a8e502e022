package com.huixiang.segment.worth;

/**
 * What the buying model says of a habit.
 *
 * @param alive whether he is still a customer
 * @param back whether he comes back within the standard's days
 * @param expected orders within the days the value looks ahead
 * @param discounted the same, each counted for what its money is worth today
 */
record Forecast(double alive, double back, double expected, double discounted) {

    private static final int STEPS = 12;

    static Forecast of(BgNbd model, WorthStandard standard, Habit habit) {
        double before = 0;
        double discounted = 0;
        double rate = Math.log1p(standard.discount().doubleValue()) / 365;
        for (int step = 1; step <= STEPS; step++) {
            double day = (double) standard.days() * step / STEPS;
            double middle = (double) standard.days() * (step - 0.5) / STEPS;
            double until = model.expectedOrders(habit, day);
            discounted += (until - before) * Math.exp(-rate * middle);
            before = until;
        }
        return new Forecast(
                model.probabilityAlive(habit),
                model.probabilityOfReturn(habit, standard.returnDays()),
                before,
                discounted);
    }
}

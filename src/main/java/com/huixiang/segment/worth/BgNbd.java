package com.huixiang.segment.worth;

import static java.lang.Math.exp;
import static java.lang.Math.expm1;
import static java.lang.Math.log;
import static java.lang.Math.log1p;

import org.hipparchus.special.Gamma;

/**
 * P-05: who still buys, and how often. While a customer is with us he buys at random moments, at a rate of his own; after
 * each purchase he leaves for good with a probability of his own. Over all customers the rates follow a gamma distribution
 * (r, alpha) and the probabilities a beta distribution (a, b).
 */
record BgNbd(double r, double alpha, double a, double b) {

    /** ln of the probability of this habit. */
    double logLikelihood(Habit habit) {
        int x = habit.repeats();
        double stayed = -(r + x) * log(alpha + habit.age());
        double ways = x == 0 ? stayed : logSum(stayed, log(a) - log(b + x - 1) - (r + x) * log(alpha + habit.last()));
        return Gamma.logGamma(r + x) - Gamma.logGamma(r) + r * log(alpha) + logBeta(a, b + x) - logBeta(a, b) + ways;
    }

    /** The sum over all customers. */
    double logLikelihood(Habits habits) {
        double[] ofCount = new double[habits.mostRepeats() + 1];
        double[] left = new double[ofCount.length];
        double start = r * log(alpha) - logBeta(a, b) - Gamma.logGamma(r);
        for (int x = 0; x < ofCount.length; x++) {
            ofCount[x] = start + Gamma.logGamma(r + x) + logBeta(a, b + x);
            left[x] = x == 0 ? Double.NEGATIVE_INFINITY : log(a) - log(b + x - 1);
        }
        double sum = 0;
        double age = Double.NaN;
        double logAge = 0;
        for (int group = 0; group < habits.size(); group++) {
            int x = habits.repeats(group);
            if (habits.age(group) != age) { // groups come sorted by it
                age = habits.age(group);
                logAge = log(alpha + age);
            }
            double ways = -(r + x) * logAge;
            if (x > 0) {
                ways = logSum(ways, left[x] - (r + x) * log(alpha + habits.last(group)));
            }
            sum += habits.customers(group) * (ofCount[x] + ways);
        }
        return sum;
    }

    /** Whether he is still a customer. One who never came back had no occasion to leave: the model says 1. */
    double probabilityAlive(Habit habit) {
        int x = habit.repeats();
        if (x == 0) {
            return 1;
        }
        double odds = log(a) - log(b + x - 1) + (r + x) * (log(alpha + habit.age()) - log(alpha + habit.last()));
        return 1 / (1 + exp(odds));
    }

    /** Whether he buys at least once within this time: he is still there, and his rate does not let him skip it. */
    double probabilityOfReturn(Habit habit, double within) {
        return probabilityAlive(habit) * -expm1(-(r + habit.repeats()) * log1p(within / (alpha + habit.age())));
    }

    /** How many purchases to expect from him within this time. */
    double expectedOrders(Habit habit, double within) {
        if (within <= 0) {
            return 0;
        }
        double closed = closedForm(habit, within);
        double expected = closed >= 0 ? closed : integral(habit, within);
        return probabilityAlive(habit) * expected;
    }

    /**
     * Given that he is still there. The published formula divides by a − 1, and its series stops converging for somebody
     * new; after Euler's transformation everything in the bracket has the factor a − 1, which then cancels by hand.
     */
    double closedForm(Habit habit, double within) {
        int x = habit.repeats();
        double e = a - 1;
        double c = a + b + x - 1;
        double shrink = -log1p(within / (alpha + habit.age()));
        double power = e == 0 ? shrink : expm1(e * shrink) / e;
        double series = Hypergeometric.slope(e, a + b - 1 - r, c, within / (alpha + habit.age() + within));
        double value = c * (-power * (1 + e * series) - series);
        boolean cancelled = Math.abs(value) < 1e-6 * c * Math.abs(series);
        return c < 0.5 || cancelled || !Double.isFinite(value) ? Double.NaN : value;
    }

    /**
     * The same as an average over his probability p to leave, by the trapezoidal rule over u = ln(p / (1 − p)). Near p = 0
     * and p = 1 what he buys no longer depends on p, so what lies beyond is known without adding it up.
     */
    double integral(Habit habit, double within) {
        double shape = r + habit.repeats();
        double stays = b + habit.repeats();
        double per = within / (alpha + habit.age());
        double middle = log(a / stays);
        double width = Math.sqrt(1 / a + 1 / stays);
        double step = Math.min(0.4, width / 6);
        double flat = 28 + log1p(per) + log1p(shape) + Math.max(0, log(stays));
        double from = Math.max(middle - Math.max(12 * width, 40 / a), -flat);
        double to = Math.min(middle + Math.max(12 * width, 40 / stays), flat);
        double norm = logBeta(a, stays);
        double sum = 0;
        int steps = (int) Math.ceil((to - from) / step);
        step = (to - from) / steps;
        for (int at = 0; at <= steps; at++) {
            double u = from + at * step;
            double logP = -log1pExp(-u);
            double p = exp(logP);
            double weight = exp(a * logP - stays * log1pExp(u) - norm);
            sum += (at == 0 || at == steps ? 0.5 : 1) * weight * -expm1(-shape * log1p(p * per)) / p;
        }
        double below = from > -flat ? 0 : shape * per * exp(a * from - norm) / a;
        double above = to < flat ? 0 : -expm1(-shape * log1p(per)) * exp(-stays * to - norm) / stays;
        return sum * step + below + above;
    }

    /** How many of somebody new's repeat purchases to expect within this time: 0, 1, 2, …; the last is "or more". */
    double[] returnsHowOften(double within, int bars) {
        double[] chances = new double[bars];
        double logNone = r * (log(alpha) - log(alpha + within));
        double logEach = log(within) - log(alpha + within);
        double below = 0;
        double rest = 1;
        for (int x = 0; x < bars - 1; x++) {
            double logCount = within > 0
                    ? Gamma.logGamma(r + x) - Gamma.logGamma(r) - Gamma.logGamma(x + 1) + logNone + x * logEach
                    : x == 0 ? 0 : Double.NEGATIVE_INFINITY;
            double stayed = exp(logBeta(a, b + x) - logBeta(a, b) + logCount);
            double left = x == 0 ? 0 : exp(logBeta(a + 1, b + x - 1) - logBeta(a, b)) * Math.max(0, 1 - below);
            below += exp(logCount);
            chances[x] = stayed + left;
            rest -= chances[x];
        }
        chances[bars - 1] = Math.max(0, rest);
        return chances;
    }

    private static double logBeta(double one, double other) {
        return Gamma.logGamma(one) + Gamma.logGamma(other) - Gamma.logGamma(one + other);
    }

    /** ln(eˣ + eʸ) without leaving the range of numbers. */
    private static double logSum(double one, double other) {
        double larger = Math.max(one, other);
        return larger + log1p(exp(Math.min(one, other) - larger));
    }

    private static double log1pExp(double u) {
        return u > 0 ? u + log1p(exp(-u)) : log1p(exp(u));
    }
}

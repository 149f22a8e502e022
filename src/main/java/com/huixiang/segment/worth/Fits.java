package com.huixiang.segment.worth;

import com.huixiang.segment.worth.MaximumLikelihood.Find;
import com.huixiang.segment.worth.WorthModel.Quality;
import java.util.List;

/** The two models, fitted to what customers did. */
final class Fits {

    /** The typical time and the typical amount become this, so that no parameter is far from 1. */
    private static final double TYPICAL = 10;

    private Fits() {}

    /** The unit is part of a likelihood: it is told in the one of the data, so that it can be compared. */
    private static Quality quality(Find find, double logLikelihood) {
        return new Quality(logLikelihood, find.converged(), find.atEdge(), find.starts(), find.agreeing(), find.looks());
    }

    record Buying(BgNbd model, Quality quality) {}

    record Spending(GammaGamma model, Quality quality, double correlation) {}

    static Buying buying(Habits habits) {
        double scale = TYPICAL / Math.max(habits.meanAge(), 1e-9);
        Habits scaled = habits.scaled(scale);
        long customers = habits.customers();
        Find find = MaximumLikelihood.search(
                List.of(
                        new double[] {0.3, 1, 0.8, 2.5},
                        new double[] {1, 5, 1, 1},
                        new double[] {0.5, 10, 0.3, 3},
                        new double[] {3, 3, 2, 10},
                        new double[] {1, 1, 0.1, 1}),
                at -> new BgNbd(at[0], at[1], at[2], at[3]).logLikelihood(scaled) / customers);
        double[] at = find.parameters();
        BgNbd model = new BgNbd(at[0], at[1] / scale, at[2], at[3]);
        return new Buying(model, quality(find, model.logLikelihood(habits)));
    }

    static Spending spending(Spends spends) {
        double scale = TYPICAL / spends.overallMean();
        Spends scaled = spends.scaled(scale);
        long customers = spends.customers();
        Find find = MaximumLikelihood.search(
                List.of(
                        new double[] {6, 4, 5},
                        new double[] {1, 2, 10},
                        new double[] {2, 10, 50},
                        new double[] {20, 3, 1}),
                at -> new GammaGamma(at[0], at[1], at[2]).logLikelihood(scaled) / customers);
        double[] at = find.parameters();
        GammaGamma model = new GammaGamma(at[0], at[1], at[2] / scale);
        return new Spending(model, quality(find, model.logLikelihood(spends)), spends.correlation());
    }

    /** How many customers should have come back 0, 1, 2, … times by now if the model is right; the last is "or more". */
    static double[] expectedReturns(BgNbd model, Habits habits, int bars) {
        double[] sum = new double[bars];
        double age = Double.NaN;
        double[] chances = new double[bars];
        for (int group = 0; group < habits.size(); group++) {
            if (habits.age(group) != age) { // groups come sorted by it
                age = habits.age(group);
                chances = model.returnsHowOften(age, bars);
            }
            for (int bar = 0; bar < bars; bar++) {
                sum[bar] += habits.customers(group) * chances[bar];
            }
        }
        return sum;
    }
}

package com.huixiang.segment.worth;

import static java.lang.Math.log;

import org.hipparchus.special.Gamma;

/**
 * P-05: how much a customer spends each time. His purchases vary around a mean of his own (gamma, p); over all customers
 * the means vary too (gamma, q, v).
 */
record GammaGamma(double p, double q, double v) {

    double logLikelihood(Spends spends) {
        double[] ofCount = new double[spends.mostRepeats() + 1];
        for (int x = 1; x < ofCount.length; x++) {
            ofCount[x] = Gamma.logGamma(p * x + q) - Gamma.logGamma(p * x) - Gamma.logGamma(q) + q * log(v) + p * x * log(x);
        }
        double sum = 0;
        for (int group = 0; group < spends.size(); group++) {
            int x = spends.repeats(group);
            double mean = spends.mean(group);
            sum += spends.customers(group)
                    * (ofCount[x] + (p * x - 1) * log(mean) - (p * x + q) * log(v + x * mean));
        }
        return sum;
    }

    /** What he spends each time, between what he did and what all do; nearer to his own the more often he came. */
    double expectedSpend(int repeats, double mean) {
        return p * (v + repeats * mean) / (p * repeats + q - 1);
    }

    /** There is a mean over all customers only then. */
    boolean hasMean() {
        return q > 1;
    }
}

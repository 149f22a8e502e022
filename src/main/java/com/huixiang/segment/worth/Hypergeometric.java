package com.huixiang.segment.worth;

/** Gauss's hypergeometric function for 0 ≤ z &lt; 1, by its series. */
final class Hypergeometric {

    private static final int MOST_TERMS = 200_000;
    private static final double LOST_DIGITS = 1e7;

    private Hypergeometric() {}

    /** 2F1(a, b; c; z), NaN where the series does not give it well. */
    static double of(double a, double b, double c, double z) {
        // Euler: with c - a - b < 0 the series converges slowly near z = 1, its mirror image quickly.
        return c - a - b < 0
                ? Math.pow(1 - z, c - a - b) * (1 + (c - a) * slope(c - a, c - b, c, z))
                : 1 + a * slope(a, b, c, z);
    }

    /**
     * (2F1(a, b; c; z) − 1) / a, which has a value at a = 0 too. NaN when the series does not converge, or when its terms
     * are so much larger than their sum that too few digits would be left.
     */
    static double slope(double a, double b, double c, double z) {
        if (z < 0 || z >= 1 || c <= 0) {
            return Double.NaN;
        }
        // (a)ₙ / a = (a + 1)ₙ₋₁, so nothing is divided by a.
        double term = b / c * z;
        double sum = term;
        double largest = Math.abs(term);
        for (int n = 1; n < MOST_TERMS; n++) {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
            largest = Math.max(largest, Math.abs(term));
            // Beyond this index the terms only shrink, each to at most the given part of the one before.
            double ratio = Math.abs((a + n + 1) * (b + n + 1) / ((c + n + 1) * (n + 2))) * z;
            boolean settled = n > Math.abs(b) + Math.abs(a) && ratio < 1;
            if (term == 0 || settled && Math.abs(term) * Math.max(1, ratio / (1 - ratio)) < 1e-15 * Math.abs(sum)) {
                return largest > LOST_DIGITS * Math.abs(sum) ? Double.NaN : sum;
            }
        }
        return Double.NaN;
    }
}

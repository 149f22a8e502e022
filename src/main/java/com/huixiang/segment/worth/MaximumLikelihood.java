package com.huixiang.segment.worth;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Finds the positive parameters under which the data are most likely. Searches over their logarithms from several starts;
 * the best find is searched again around itself until nothing is gained any more.
 */
final class MaximumLikelihood {

    private static final double SMALLEST = Math.log(1e-4);
    private static final double LARGEST = Math.log(1e5);
    private static final double AT_THE_EDGE = 0.5;
    private static final int MOST_LOOKS = 2_000;
    private static final int MOST_REPEATS = 12;
    private static final double COARSE = 1e-5;
    private static final double FINE = 1e-13;
    private static final double NOTHING_GAINED = 1e-11;
    private static final double SAME = 1e-4;

    private final ToDoubleFunction<double[]> logLikelihood;
    private int looks;

    /** @param logLikelihood of one customer on average, so that its size does not depend on their number */
    private MaximumLikelihood(ToDoubleFunction<double[]> logLikelihood) {
        this.logLikelihood = logLikelihood;
    }

    /**
     * @param converged the last search gained nothing, and another start agrees
     * @param atEdge some parameter is as small or as large as we look: the data do not say where it ends
     * @param agreeing how many starts came to the same likelihood
     */
    record Find(
            double[] parameters, double logLikelihood, boolean converged, boolean atEdge, int starts, int agreeing, int looks) {}

    static Find search(List<double[]> starts, ToDoubleFunction<double[]> logLikelihood) {
        return new MaximumLikelihood(logLikelihood).search(starts);
    }

    private Find search(List<double[]> starts) {
        List<PointValuePair> finds = starts.stream()
                .map(start -> climb(logarithms(start), 0.6, COARSE))
                .sorted(Comparator.comparingDouble(PointValuePair::getValue).reversed())
                .toList();
        PointValuePair best = finds.getFirst();
        boolean settled = false;
        for (int again = 0; again < MOST_REPEATS && !settled; again++) {
            PointValuePair next = climb(best.getPoint(), 0.2 / (1 + again), FINE);
            settled = next.getValue() - best.getValue() < NOTHING_GAINED * Math.abs(best.getValue());
            best = next.getValue() > best.getValue() ? next : best;
        }
        double top = best.getValue();
        int agreeing = (int) finds.stream()
                .filter(find -> top - find.getValue() < SAME * Math.abs(top))
                .count();
        boolean inside = Arrays.stream(best.getPoint())
                .allMatch(each -> each > SMALLEST + AT_THE_EDGE && each < LARGEST - AT_THE_EDGE);
        return new Find(
                parameters(best.getPoint()), top, settled && agreeing > 1, !inside, starts.size(), agreeing, looks);
    }

    private PointValuePair climb(double[] from, double side, double tolerance) {
        int[] used = {0};
        double[][] best = {from};
        double[] top = {look(from)};
        try {
            return new SimplexOptimizer(tolerance, 1e-300)
                    .optimize(
                            new MaxEval(MOST_LOOKS),
                            new ObjectiveFunction(point -> {
                                used[0]++;
                                double value = look(point);
                                if (value > top[0]) {
                                    top[0] = value;
                                    best[0] = point.clone();
                                }
                                return value;
                            }),
                            GoalType.MAXIMIZE,
                            new NelderMeadSimplex(from.length, side),
                            new InitialGuess(from));
        } catch (MathIllegalStateException tooManyLooks) {
            return new PointValuePair(best[0], top[0]);
        }
    }

    private double look(double[] point) {
        looks++;
        double outside = 0;
        for (double each : point) {
            outside += Math.max(0, each - LARGEST) + Math.max(0, SMALLEST - each);
        }
        double value = logLikelihood.applyAsDouble(parameters(point));
        return (Double.isFinite(value) ? value : -1e10) - outside;
    }

    private static double[] logarithms(double[] parameters) {
        return Arrays.stream(parameters).map(Math::log).toArray();
    }

    private static double[] parameters(double[] logarithms) {
        return Arrays.stream(logarithms)
                .map(each -> Math.exp(Math.clamp(each, SMALLEST, LARGEST)))
                .toArray();
    }
}

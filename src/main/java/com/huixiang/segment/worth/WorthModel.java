package com.huixiang.segment.worth;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One fit, and how well it says what customers did.
 *
 * @param returned customers who bought again
 * @param habits different ones; the time of a fit depends on them
 * @param buying null when there was too little to learn from
 * @param spending one for each currency with enough customers
 */
public record WorthModel(
        int version,
        Instant at,
        State state,
        long customers,
        long returned,
        int habits,
        long tookMillis,
        @Nullable Buying buying,
        List<Spending> spending,
        List<Bar> bars,
        @Nullable HeldOut heldOut) {

    public WorthModel {
        spending = List.copyOf(spending);
        bars = List.copyOf(bars);
    }

    /** Whether it says anything. */
    public enum State {
        FITTED,
        TOO_FEW
    }

    /**
     * How good the fit is, and how it was found.
     *
     * @param atEdge some parameter has no best value, as when nobody seems ever to leave
     */
    public record Quality(double logLikelihood, boolean converged, boolean atEdge, int starts, int agreeing, int looks) {}

    /** Who buys: the four parameters of BG/NBD, alpha in days. */
    public record Buying(double r, double alpha, double a, double b, Quality quality) {}

    /**
     * Who spends how much: the three parameters of Gamma-Gamma.
     *
     * @param correlation of how often with how much; the model assumes none
     */
    public record Spending(
            String currency, double p, double q, double v, long customers, double correlation, Quality quality) {}

    /** So many customers came back {@code times} times; {@code last} bars mean "so often or more". */
    public record Bar(int times, boolean orMore, long seen, double expected) {}

    /**
     * The first half of a shop's time foretells the second.
     *
     * @param error the mean error by customer, in orders
     * @param errorAsBefore the same when everybody simply went on as before
     * @param bars by how often they had come back: orders of each in the second half, seen and expected
     */
    public record HeldOut(
            String shop,
            LocalDate from,
            LocalDate cut,
            LocalDate until,
            long customers,
            long orders,
            double expectedOrders,
            double error,
            double errorAsBefore,
            @Nullable String currency,
            double money,
            double expectedMoney,
            List<Kept> bars) {

        public HeldOut {
            bars = List.copyOf(bars);
        }
    }

    /** Customers who had come back so often, and their orders afterwards. */
    public record Kept(int times, boolean orMore, long customers, double seen, double expected) {}

    Optional<BgNbd> who() {
        return Optional.ofNullable(buying).map(it -> new BgNbd(it.r(), it.alpha(), it.a(), it.b()));
    }

    Optional<GammaGamma> howMuch(String currency) {
        return spending.stream()
                .filter(each -> each.currency().equals(currency))
                .findFirst()
                .map(each -> new GammaGamma(each.p(), each.q(), each.v()));
    }
}

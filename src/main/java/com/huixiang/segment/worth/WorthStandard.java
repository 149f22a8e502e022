package com.huixiang.segment.worth;

import java.math.BigDecimal;

/**
 * Standard of P-05.
 *
 * @param days how far the value looks ahead
 * @param discount by which money of the next year counts less, a year
 * @param returnDays within how many days a customer should be back
 * @param churnHighBelow below this chance to come back in time the risk is high
 * @param churnLowFrom from this chance on it is low
 * @param fewestCustomers with fewer there is nothing to learn from
 * @param fewestReturned nor with fewer who bought again
 * @param silentShopDays a shop without orders for so long has ended its record there: its customers are not silent, it is
 */
public record WorthStandard(
        int days,
        BigDecimal discount,
        int returnDays,
        BigDecimal churnHighBelow,
        BigDecimal churnLowFrom,
        int fewestCustomers,
        int fewestReturned,
        int silentShopDays) {

    boolean isSound() {
        return days >= 30
                && days <= 1825
                && isShare(discount)
                && returnDays >= 7
                && returnDays <= 730
                && isShare(churnHighBelow)
                && isShare(churnLowFrom)
                && churnHighBelow.compareTo(churnLowFrom) < 0
                && fewestCustomers >= 20
                && fewestCustomers <= 1_000_000
                && fewestReturned >= 10
                && fewestReturned <= 1_000_000
                && silentShopDays >= 1
                && silentShopDays <= 3650;
    }

    private static boolean isShare(BigDecimal value) {
        return value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0;
    }

    Churn churn(double back) {
        return back < churnHighBelow.doubleValue()
                ? Churn.HIGH
                : back < churnLowFrom.doubleValue() ? Churn.MIDDLE : Churn.LOW;
    }
}

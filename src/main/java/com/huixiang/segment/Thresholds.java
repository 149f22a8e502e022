package com.huixiang.segment;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * Numbers of the business that rules refer to by name (P-04).
 *
 * @param highValueSpent so much within a year makes a customer of high value
 * @param valuedSpent so much within a year makes him valued
 * @param atRiskDays without a purchase for longer he is at risk
 * @param atRiskSatisfaction and content less than this, out of 100
 * @param newProductDays he is a lover of new products for so long after buying one
 * @param newForDays a product is new for so long after its launch
 * @param discountShare whoever pays less than the list prices by this share is sensitive to prices
 * @param discountOrders once he has bought so often
 * @param favouriteShare of what he spends, on one category
 * @param favouriteOrders once he has bought so often
 */
public record Thresholds(
        BigDecimal highValueSpent,
        BigDecimal valuedSpent,
        int atRiskDays,
        int atRiskSatisfaction,
        int newProductDays,
        int newForDays,
        BigDecimal discountShare,
        int discountOrders,
        BigDecimal favouriteShare,
        int favouriteOrders) {

    static final Set<String> KEYS = Set.of(
            "highValueSpent", "valuedSpent", "atRiskDays", "atRiskSatisfaction", "newProductDays", "newForDays",
            "discountShare", "discountOrders", "favouriteShare", "favouriteOrders");

    Map<String, BigDecimal> byKey() {
        return Map.of(
                "highValueSpent", highValueSpent,
                "valuedSpent", valuedSpent,
                "atRiskDays", BigDecimal.valueOf(atRiskDays),
                "atRiskSatisfaction", BigDecimal.valueOf(atRiskSatisfaction),
                "newProductDays", BigDecimal.valueOf(newProductDays),
                "newForDays", BigDecimal.valueOf(newForDays),
                "discountShare", discountShare,
                "discountOrders", BigDecimal.valueOf(discountOrders),
                "favouriteShare", favouriteShare,
                "favouriteOrders", BigDecimal.valueOf(favouriteOrders));
    }

    boolean isSound() {
        return highValueSpent.signum() > 0
                && valuedSpent.signum() > 0
                && valuedSpent.compareTo(highValueSpent) <= 0
                && isDays(atRiskDays)
                && atRiskSatisfaction >= 1
                && atRiskSatisfaction <= 100
                && isDays(newProductDays)
                && isDays(newForDays)
                && isShare(discountShare)
                && isShare(favouriteShare)
                && discountOrders >= 1
                && favouriteOrders >= 1;
    }

    private static boolean isDays(int days) {
        return days >= 1 && days <= 3650;
    }

    private static boolean isShare(BigDecimal share) {
        return share.signum() > 0 && share.compareTo(BigDecimal.ONE) <= 0;
    }
}

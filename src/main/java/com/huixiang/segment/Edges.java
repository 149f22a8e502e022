package com.huixiang.segment;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bounds between the points of RFM as they are used now.
 *
 * @param sign how frequency and money are compared: a quintile is left only by more than its bound
 */
record Edges(List<Integer> recency, List<BigDecimal> frequency, List<BigDecimal> money, String sign) {

    Edges {
        recency = List.copyOf(recency);
        frequency = List.copyOf(frequency);
        money = List.copyOf(money);
    }

    static Edges of(RfmStandard standard, @Nullable Edges measured) {
        return standard.method() == RfmStandard.Method.QUINTILES && measured != null
                ? measured
                : new Edges(standard.recencyDays(), standard.frequency(), standard.money(), ">=");
    }
}

package com.huixiang.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * P-05: how recency, frequency and money become points from 1 to 5, and points a strategy.
 *
 * @param recencyDays bounds in days, ascending: 5 points up to the first, 1 beyond the last
 * @param frequency orders from which there are 2, 3, 4, 5 points
 * @param money likewise
 * @param loyal at least these points
 * @param dormantRecency at most these points of recency
 */
public record RfmStandard(
        Method method,
        Span span,
        List<Integer> recencyDays,
        List<BigDecimal> frequency,
        List<BigDecimal> money,
        Points loyal,
        int dormantRecency,
        List<Strategy> strategies) {

    public RfmStandard {
        recencyDays = List.copyOf(recencyDays);
        frequency = List.copyOf(frequency);
        money = List.copyOf(money);
        strategies = List.copyOf(strategies);
    }

    /** Each fifth of the buyers has a point more, or fixed bounds. */
    public enum Method {
        QUINTILES,
        THRESHOLDS
    }

    /** Which orders count for frequency and money. */
    public enum Span {
        ALL,
        YEAR
    }

    /** Of recency, frequency and money. */
    public record Points(int r, int f, int m) {}

    /** Loyal, to be cultivated or dormant. */
    public enum Code {
        LOYAL,
        CULTIVATE,
        DORMANT
    }

    /** How customers of a kind are served, in words for the agent. */
    public record Strategy(Code code, String titleZh, String titleEn, String adviceZh, String adviceEn) {}

    Strategy strategy(String code) {
        return strategies.stream()
                .filter(each -> each.code().name().equals(code))
                .findFirst()
                .orElseThrow();
    }

    boolean isSound() {
        return rises(recencyDays.stream().map(BigDecimal::valueOf).toList())
                && rises(frequency)
                && rises(money)
                && isPoint(loyal.r())
                && isPoint(loyal.f())
                && isPoint(loyal.m())
                && isPoint(dormantRecency)
                && dormantRecency < loyal.r()
                && strategies.stream().map(Strategy::code).distinct().count() == Code.values().length
                && strategies.size() == Code.values().length
                && strategies.stream().allMatch(RfmStandard::isSaid);
    }

    private static boolean rises(List<BigDecimal> bounds) {
        return bounds.size() == 4
                && bounds.getFirst().signum() >= 0
                && IntStream.range(1, 4).allMatch(at -> bounds.get(at).compareTo(bounds.get(at - 1)) > 0);
    }

    private static boolean isPoint(int point) {
        return point >= 1 && point <= 5;
    }

    private static boolean isSaid(Strategy strategy) {
        return isText(strategy.titleZh(), 30)
                && isText(strategy.titleEn(), 60)
                && isText(strategy.adviceZh(), 500)
                && isText(strategy.adviceEn(), 1000);
    }

    private static boolean isText(String text, int longest) {
        return !text.isBlank() && text.length() <= longest;
    }
}

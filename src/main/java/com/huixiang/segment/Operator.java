package com.huixiang.segment;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How a rule compares. On the wire {@code at-least}, {@code one-of} … */
public enum Operator {
    AT_LEAST("不少于", "at least", ">="),
    AT_MOST("不超过", "at most", "<="),
    MORE_THAN("大于", "more than", ">"),
    LESS_THAN("小于", "less than", "<"),
    EQUALS("等于", "exactly", "="),
    WITHIN("在最近", "within the last", ">"),
    BEFORE("早于", "longer ago than", "<="),
    IS("是", "is", "="),
    IS_NOT("不是", "is not", "<>"),
    ONE_OF("是其中之一", "is one of", "="),
    HAS("包含", "has", "="),
    HAS_NOT("不包含", "has not", "<>"),
    YES("是", "yes", ""),
    NO("否", "no", ""),
    KNOWN("已知", "is known", ""),
    UNKNOWN("未知", "is not known", "");

    static final Set<Operator> NUMBERS = Set.of(AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN, EQUALS);

    private final String chinese;
    private final String english;
    private final String sign;

    Operator(String chinese, String english, String sign) {
        this.chinese = chinese;
        this.english = english;
        this.sign = sign;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Words words() {
        return new Words(chinese, english);
    }

    /** In SQL. */
    String sign() {
        return sign;
    }

    static Optional<Operator> of(String code) {
        return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /** What may be asked of a fact of this kind. */
    public static Set<Operator> of(Fact.Kind kind) {
        return switch (kind) {
            case NUMBER, MONEY, SHARE -> Set.of(AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN, EQUALS, KNOWN, UNKNOWN);
            case TIME -> Set.of(WITHIN, BEFORE, KNOWN, UNKNOWN);
            case TEXT -> Set.of(IS, IS_NOT, ONE_OF, KNOWN, UNKNOWN);
            case TEXTS -> Set.of(HAS, HAS_NOT, KNOWN, UNKNOWN);
            case YES_NO -> Set.of(YES, NO);
        };
    }

    boolean wantsNothing() {
        return switch (this) {
            case YES, NO, KNOWN, UNKNOWN -> true;
            case AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN, EQUALS, WITHIN, BEFORE, IS, IS_NOT, ONE_OF, HAS, HAS_NOT -> false;
        };
    }
}

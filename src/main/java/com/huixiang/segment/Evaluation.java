package com.huixiang.segment;

import com.huixiang.segment.Condition.All;
import com.huixiang.segment.Condition.Amount;
import com.huixiang.segment.Condition.Any;
import com.huixiang.segment.Condition.Counted;
import com.huixiang.segment.Condition.FactIs;
import com.huixiang.segment.Condition.Not;
import com.huixiang.segment.Condition.TagIs;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A condition asked of one customer whose facts lie before us, to say why it holds. {@link RuleSql} asks the same of all. */
final class Evaluation {

    private final Map<String, BigDecimal> standards;
    private final Instant now;

    Evaluation(Map<String, BigDecimal> standards, Instant now) {
        this.standards = standards;
        this.now = now;
    }

    /** @param held the comparisons that make it hold */
    record Outcome(boolean holds, List<Condition> held) {}

    boolean holds(Condition condition, Known known, String key) {
        return outcome(condition, known, key).holds();
    }

    Outcome outcome(Condition condition, Known known, String key) {
        return outcome(condition, known, key, new int[] {0});
    }

    private Outcome outcome(Condition condition, Known known, String key, int[] leaf) {
        return switch (condition) {
            case All(List<Condition> of) -> {
                List<Outcome> outcomes = of.stream().map(each -> outcome(each, known, key, leaf)).toList();
                boolean holds = outcomes.stream().allMatch(Outcome::holds);
                yield new Outcome(holds, holds ? heldIn(outcomes) : List.of());
            }
            case Any(List<Condition> of) -> {
                List<Outcome> outcomes = of.stream().map(each -> outcome(each, known, key, leaf)).toList();
                yield new Outcome(outcomes.stream().anyMatch(Outcome::holds), heldIn(outcomes));
            }
            case Not not -> {
                boolean holds = !outcome(not.of(), known, key, leaf).holds();
                yield new Outcome(holds, holds ? List.of(not) : List.of());
            }
            case FactIs fact -> of(fact(fact, known), fact);
            case TagIs tag -> of(known.tags().contains(tag.tag()) == tag.set(), tag);
            case Counted counted ->
                of(
                        compares(
                                known.counted().getOrDefault(key + "." + leaf[0]++, BigDecimal.ZERO),
                                counted.is(),
                                numberOf(counted.value())),
                        counted);
        };
    }

    private static Outcome of(boolean holds, Condition leaf) {
        return new Outcome(holds, holds ? List.of(leaf) : List.of());
    }

    private static List<Condition> heldIn(List<Outcome> outcomes) {
        List<Condition> held = new ArrayList<>();
        outcomes.stream().filter(Outcome::holds).forEach(each -> held.addAll(each.held()));
        return held;
    }

    private boolean fact(FactIs leaf, Known known) {
        Object value = known.facts().get(leaf.fact());
        return switch (leaf.is()) {
            case KNOWN -> value != null;
            case UNKNOWN -> value == null;
            case YES -> Boolean.TRUE.equals(value);
            case NO -> Boolean.FALSE.equals(value);
            case HAS -> known.texts(leaf.fact()).contains(leaf.texts().getFirst());
            case HAS_NOT -> !known.texts(leaf.fact()).contains(leaf.texts().getFirst());
            case IS, ONE_OF -> value != null && leaf.texts().contains(value.toString());
            case IS_NOT -> value != null && !leaf.texts().contains(value.toString());
            case WITHIN -> value instanceof Instant at && at.isAfter(begin(leaf));
            case BEFORE -> value instanceof Instant at && !at.isAfter(begin(leaf));
            case AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN, EQUALS ->
                value instanceof BigDecimal number && compares(number, leaf.is(), numberOf(Objects.requireNonNull(leaf.value())));
        };
    }

    private Instant begin(FactIs leaf) {
        return now.minus(Duration.ofDays(numberOf(Objects.requireNonNull(leaf.value())).longValueExact()));
    }

    private static boolean compares(BigDecimal number, Operator is, BigDecimal with) {
        int order = number.compareTo(with);
        return switch (is) {
            case AT_LEAST -> order >= 0;
            case AT_MOST -> order <= 0;
            case MORE_THAN -> order > 0;
            case LESS_THAN -> order < 0;
            case EQUALS -> order == 0;
            case WITHIN, BEFORE, IS, IS_NOT, ONE_OF, HAS, HAS_NOT, YES, NO, KNOWN, UNKNOWN ->
                throw new IllegalArgumentException(is + " compares no numbers");
        };
    }

    BigDecimal numberOf(Amount amount) {
        return switch (amount) {
            case Amount.Number(BigDecimal value) -> value;
            case Amount.Standard(String key) -> Objects.requireNonNull(standards.get(key));
        };
    }
}

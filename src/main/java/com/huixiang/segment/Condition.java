package com.huixiang.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold of a customer, as read from a rule; see {@link RuleReader} for how it is written. */
public sealed interface Condition {

    /** Every one of them. */
    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }
    }

    /** At least one of them. */
    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }
    }

    /** Not this. */
    record Not(Condition of) implements Condition {}

    /** A fact compares so. What is not known compares with nothing: it is neither more nor less, neither this nor that. */
    record FactIs(Fact fact, Operator is, @Nullable Amount value, List<String> texts) implements Condition {
        public FactIs {
            texts = List.copyOf(texts);
        }
    }

    /** He has this tag, from whomever, or has it not. */
    record TagIs(String tag, boolean set) implements Condition {}

    /** What happened within so many days, counted or summed. */
    record Counted(
            Source source,
            @Nullable String event,
            @Nullable String sku,
            @Nullable String category,
            Amount days,
            Measure measure,
            Operator is,
            Amount value)
            implements Condition {}

    /** What is counted. */
    enum Source {
        EVENTS,
        ORDERS
    }

    /** How many, or how much money. */
    enum Measure {
        COUNT,
        SUM
    }

    /** A number, or the standard that says it. */
    sealed interface Amount {
        record Number(BigDecimal value) implements Amount {}

        record Standard(String key) implements Amount {}
    }

    /** Every comparison in it, in the order it is written. */
    default Stream<Condition> leaves() {
        return switch (this) {
            case All(List<Condition> of) -> of.stream().flatMap(Condition::leaves);
            case Any(List<Condition> of) -> of.stream().flatMap(Condition::leaves);
            case Not(Condition of) -> of.leaves();
            case FactIs fact -> Stream.of(fact);
            case TagIs tag -> Stream.of(tag);
            case Counted counted -> Stream.of(counted);
        };
    }

    default Set<String> tags() {
        return leaves()
                .flatMap(leaf -> leaf instanceof TagIs(String tag, boolean set) ? Stream.of(tag) : Stream.empty())
                .collect(Collectors.toSet());
    }
}

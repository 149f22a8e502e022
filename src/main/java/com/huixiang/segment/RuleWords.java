package com.huixiang.segment;

import com.huixiang.segment.Condition.All;
import com.huixiang.segment.Condition.Amount;
import com.huixiang.segment.Condition.Any;
import com.huixiang.segment.Condition.Counted;
import com.huixiang.segment.Condition.FactIs;
import com.huixiang.segment.Condition.Measure;
import com.huixiang.segment.Condition.Not;
import com.huixiang.segment.Condition.Source;
import com.huixiang.segment.Condition.TagIs;
import com.huixiang.segment.Evaluation.Outcome;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rules in sentences: what a rule asks, and why it holds for somebody. */
final class RuleWords {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(HERE);

    private static final Map<String, Words> VALUES = Map.ofEntries(
            Map.entry("level.ORDINARY", new Words("普通", "ordinary")),
            Map.entry("level.SILVER", new Words("银卡", "silver")),
            Map.entry("level.GOLD", new Words("金卡", "gold")),
            Map.entry("level.PLATINUM", new Words("铂金", "platinum")),
            Map.entry("lifeStage.single", new Words("单身", "single")),
            Map.entry("lifeStage.couple", new Words("二人世界", "couple")),
            Map.entry("lifeStage.expecting", new Words("备孕或孕期", "expecting")),
            Map.entry("lifeStage.infant", new Words("有婴幼儿", "with an infant")),
            Map.entry("lifeStage.children", new Words("有孩子", "with children")),
            Map.entry("lifeStage.empty-nest", new Words("子女离家", "empty nest")),
            Map.entry("lifeStage.retired", new Words("退休", "retired")),
            Map.entry("strategy.LOYAL", new Words("忠诚高价值", "loyal, high value")),
            Map.entry("strategy.CULTIVATE", new Words("待培养", "to be cultivated")),
            Map.entry("strategy.DORMANT", new Words("沉睡", "dormant")));

    private static final Map<String, Words> EVENTS = Map.of(
            "Page Viewed", new Words("浏览页面", "viewed pages"),
            "Product Viewed", new Words("浏览商品", "viewed goods"),
            "Product Added", new Words("加入购物车", "put goods into the cart"),
            "Product Removed", new Words("移出购物车", "took goods out of the cart"),
            "Product Favourited", new Words("收藏商品", "favoured goods"),
            "Products Searched", new Words("搜索", "searched"),
            "Order Completed", new Words("下单", "ordered"));

    private final Map<String, BigDecimal> standards;
    private final Evaluation evaluation;

    RuleWords(Map<String, BigDecimal> standards, Instant now) {
        this.standards = standards;
        this.evaluation = new Evaluation(standards, now);
    }

    /** What the rule asks. */
    Words of(Condition condition) {
        return new Words(inner(condition, Words::zh, true), inner(condition, Words::en, true));
    }

    private String inner(Condition condition, Function<Words, String> in, boolean outermost) {
        return switch (condition) {
            case All(List<Condition> of) -> joined(of, in, new Words(",并且", ", and "), outermost);
            case Any(List<Condition> of) -> joined(of, in, new Words(",或者", ", or "), outermost);
            case Not(Condition of) -> in.apply(new Words("不满足(", "not (")) + inner(of, in, true) + in.apply(new Words(")", ")"));
            case FactIs fact -> in.apply(asked(fact));
            case TagIs tag -> in.apply(asked(tag));
            case Counted counted -> in.apply(asked(counted));
        };
    }

    private String joined(List<Condition> of, Function<Words, String> in, Words by, boolean outermost) {
        String text = of.stream().map(each -> inner(each, in, of.size() == 1 && outermost)).collect(Collectors.joining(in.apply(by)));
        return outermost || of.size() == 1 ? text : in.apply(new Words("(" + text + ")", "(" + text + ")"));
    }

    private Words asked(FactIs leaf) {
        Words fact = leaf.fact().words();
        return switch (leaf.is()) {
            case KNOWN, UNKNOWN -> new Words(fact.zh() + leaf.is().words().zh(), fact.en() + " " + leaf.is().words().en());
            case YES -> fact;
            case NO -> new Words("没有" + fact.zh().replaceFirst("^留有", "留下"), "not: " + fact.en());
            case WITHIN -> new Words(
                    fact.zh() + "在最近 " + number(leaf) + " 天内", fact.en() + " within the last " + number(leaf) + " days");
            case BEFORE -> new Words(
                    fact.zh() + "在 " + number(leaf) + " 天以前", fact.en() + " longer than " + number(leaf) + " days ago");
            case IS, IS_NOT, ONE_OF, HAS, HAS_NOT -> new Words(
                    fact.zh() + leaf.is().words().zh() + texts(leaf, Words::zh),
                    fact.en() + " " + leaf.is().words().en() + " " + texts(leaf, Words::en));
            case AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN, EQUALS -> new Words(
                    fact.zh() + leaf.is().words().zh() + " " + shown(leaf.fact(), evaluation.numberOf(Objects.requireNonNull(leaf.value())), Words::zh),
                    fact.en() + " " + leaf.is().words().en() + " "
                            + shown(leaf.fact(), evaluation.numberOf(Objects.requireNonNull(leaf.value())), Words::en));
        };
    }

    private static Words asked(TagIs leaf) {
        return leaf.set()
                ? new Words("有标签「" + leaf.tag() + "」", "has the tag \"" + leaf.tag() + "\"")
                : new Words("没有标签「" + leaf.tag() + "」", "has not the tag \"" + leaf.tag() + "\"");
    }

    private Words asked(Counted leaf) {
        Words what = what(leaf);
        String value = plain(evaluation.numberOf(leaf.value()));
        return new Words(
                what.zh() + leaf.is().words().zh() + " " + value + (leaf.measure() == Measure.SUM ? " 元" : " 次"),
                what.en() + " " + leaf.is().words().en() + " " + value + (leaf.measure() == Measure.SUM ? "" : " times"));
    }

    private Words what(Counted leaf) {
        String days = plain(evaluation.numberOf(leaf.days()));
        String of = leaf.category() != null ? leaf.category() : leaf.sku();
        Words act = leaf.source() == Source.EVENTS
                ? EVENTS.getOrDefault(Objects.requireNonNull(leaf.event()), new Words("「" + leaf.event() + "」", "\"" + leaf.event() + "\""))
                : leaf.measure() == Measure.SUM ? new Words("消费", "spent") : new Words("购买", "bought");
        return new Words(
                "最近 " + days + " 天" + act.zh() + (of == null ? "" : "「" + of + "」"),
                act.en() + (of == null ? "" : " (" + of + ")") + " within " + days + " days");
    }

    /** Why the rule holds for him, and what was looked at. */
    record Reason(Words words, Map<String, Object> facts) {}

    Reason why(Rule rule, Known known) {
        Outcome outcome = evaluation.outcome(rule.condition(), known, rule.id().toString());
        Map<String, Object> facts = new LinkedHashMap<>();
        int[] counted = {0};
        Map<Condition, String> keys = new IdentityHashMap<>();
        rule.condition().leaves().forEach(leaf -> {
            if (leaf instanceof Counted) {
                keys.put(leaf, rule.id() + "." + counted[0]++);
            }
        });
        for (Condition leaf : outcome.held()) {
            note(leaf, known, keys, facts);
        }
        return new Reason(
                new Words(
                        outcome.held().stream().map(leaf -> told(leaf, known, keys).zh()).collect(Collectors.joining(";")),
                        outcome.held().stream().map(leaf -> told(leaf, known, keys).en()).collect(Collectors.joining("; "))),
                facts);
    }

    private void note(Condition leaf, Known known, Map<Condition, String> keys, Map<String, Object> facts) {
        switch (leaf) {
            case FactIs fact -> facts.put(fact.fact().code(), stored(known.facts().get(fact.fact())));
            case Counted each ->
                facts.put(
                        "counted." + keys.get(each), stored(known.counted().getOrDefault(keys.get(each), BigDecimal.ZERO)));
            case TagIs tag -> facts.put("tag." + tag.tag(), tag.set());
            case Not not -> facts.put("not", of(not.of()).zh());
            case All all -> {}
            case Any any -> {}
        }
    }

    private static Object stored(@Nullable Object value) {
        return switch (value) {
            case null -> "unknown";
            case Instant time -> time.toString();
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            default -> value;
        };
    }

    private Words told(Condition leaf, Known known, Map<Condition, String> keys) {
        return switch (leaf) {
            case FactIs fact -> told(fact, known);
            case Counted each -> {
                String value = plain(known.counted().getOrDefault(keys.get(each), BigDecimal.ZERO));
                boolean money = each.measure() == Measure.SUM;
                Words asked = asked(each);
                yield new Words(
                        what(each).zh() + " " + value + (money ? " 元" : " 次") + "(规则:" + asked.zh() + ")",
                        what(each).en() + ": " + value + " (rule: " + asked.en() + ")");
            }
            case TagIs tag -> asked(tag);
            case Not not -> new Words("不满足(" + of(not.of()).zh() + ")", "not (" + of(not.of()).en() + ")");
            case All all -> of(all);
            case Any any -> of(any);
        };
    }

    private Words told(FactIs leaf, Known known) {
        Object value = known.facts().get(leaf.fact());
        Words fact = leaf.fact().words();
        Words asked = asked(leaf);
        return switch (leaf.is()) {
            case UNKNOWN -> new Words(fact.zh() + "未知", fact.en() + " is not known");
            case YES, NO -> asked;
            case KNOWN -> new Words(
                    fact.zh() + " " + shown(leaf.fact(), Objects.requireNonNull(value), Words::zh),
                    fact.en() + ": " + shown(leaf.fact(), Objects.requireNonNull(value), Words::en));
            case WITHIN, BEFORE, IS, IS_NOT, ONE_OF, HAS, HAS_NOT, AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN, EQUALS -> new Words(
                    fact.zh() + " " + (value == null ? "无" : shown(leaf.fact(), value, Words::zh)) + "(规则:" + asked.zh() + ")",
                    fact.en() + ": " + (value == null ? "none" : shown(leaf.fact(), value, Words::en)) + " (rule: " + asked.en() + ")");
        };
    }

    private String number(FactIs leaf) {
        return plain(evaluation.numberOf(Objects.requireNonNull(leaf.value())));
    }

    private static String texts(FactIs leaf, Function<Words, String> in) {
        return leaf.texts().stream()
                .map(text -> "「" + in.apply(inWords(leaf.fact(), text)) + "」")
                .collect(Collectors.joining("、"));
    }

    private static String shown(Fact fact, Object value, Function<Words, String> in) {
        String unit = in.apply(fact.unit());
        return switch (value) {
            case Instant time -> DAY.format(time);
            case BigDecimal number when fact.kind() == Fact.Kind.SHARE -> plain(number.movePointRight(2)) + "%";
            case BigDecimal number -> plain(number) + (unit.isEmpty() ? "" : " " + unit);
            case List<?> texts -> texts.stream().limit(5).map(Object::toString).collect(Collectors.joining("、"));
            default -> in.apply(inWords(fact, value.toString()));
        };
    }

    static Words inWords(Fact fact, String value) {
        return VALUES.getOrDefault(fact.code() + "." + value, new Words(value, value));
    }

    private static String plain(BigDecimal number) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    Map<String, BigDecimal> standards() {
        return standards;
    }
}

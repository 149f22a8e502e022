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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a rule as operators and the console write it, and says where it cannot be understood:
 *
 * <pre>{@code
 * {"all": [
 *   {"fact": "spentYear", "is": "at-least", "value": 5000},
 *   {"fact": "lastOrderAt", "is": "before", "value": {"standard": "atRiskDays"}},
 *   {"not": {"tag": "VIP", "is": "set"}},
 *   {"counted": "events", "event": "Product Viewed", "category": "连衣裙", "days": 7,
 *    "measure": "count", "is": "at-least", "value": 3}]}
 * }</pre>
 */
final class RuleReader {

    private static final int DEEPEST = 6;
    private static final int MOST_COMPARISONS = 40;
    private static final int LONGEST_TEXT = 100;
    private static final int LONGEST_WINDOW = 3650;
    private static final BigDecimal LARGEST = new BigDecimal("1000000000000");

    private int comparisons;

    private RuleReader() {}

    static Condition read(JsonNode rule) {
        return new RuleReader().condition(rule, "$", 1);
    }

    private Condition condition(JsonNode node, String path, int depth) {
        if (!node.isObject()) {
            throw wrong(path, "这里要有一个条件", "a condition belongs here");
        }
        if (depth > DEEPEST) {
            throw wrong(path, "条件嵌套太深,最多 " + DEEPEST + " 层", "nested too deep, at most " + DEEPEST + " levels");
        }
        if (node.has("all")) {
            only(node, path, "all");
            return new All(several(node.get("all"), path + ".all", depth));
        }
        if (node.has("any")) {
            only(node, path, "any");
            return new Any(several(node.get("any"), path + ".any", depth));
        }
        if (node.has("not")) {
            only(node, path, "not");
            return new Not(condition(node.get("not"), path + ".not", depth + 1));
        }
        if (++comparisons > MOST_COMPARISONS) {
            throw wrong(path, "条件太多,最多 " + MOST_COMPARISONS + " 个", "at most " + MOST_COMPARISONS + " comparisons");
        }
        if (node.has("fact")) {
            return fact(node, path);
        }
        if (node.has("tag")) {
            return tag(node, path);
        }
        if (node.has("counted")) {
            return counted(node, path);
        }
        throw wrong(path, "要有 all、any、not、fact、tag 或 counted", "needs all, any, not, fact, tag or counted");
    }

    private List<Condition> several(JsonNode list, String path, int depth) {
        if (!list.isArray() || list.isEmpty()) {
            throw wrong(path, "至少要有一个条件", "at least one condition belongs here");
        }
        List<Condition> of = new ArrayList<>();
        for (int at = 0; at < list.size(); at++) {
            of.add(condition(list.get(at), path + "[" + at + "]", depth + 1));
        }
        return of;
    }

    private static Condition fact(JsonNode node, String path) {
        only(node, path, "fact", "is", "value", "values");
        Fact fact = Fact.of(text(node, "fact", path))
                .orElseThrow(() -> wrong(path + ".fact", "没有这个指标", "there is no such fact"));
        Operator is = operator(node, path);
        if (!Operator.of(fact.kind()).contains(is)) {
            throw wrong(path + ".is", "「" + fact.words().zh() + "」不能这样比较", fact.code() + " is not compared like this");
        }
        if (is.wantsNothing()) {
            only(node, path, "fact", "is");
            return new FactIs(fact, is, null, List.of());
        }
        return switch (fact.kind()) {
            case NUMBER, MONEY, SHARE -> {
                only(node, path, "fact", "is", "value");
                yield new FactIs(fact, is, amount(node, "value", path), List.of());
            }
            case TIME -> {
                only(node, path, "fact", "is", "value");
                yield new FactIs(fact, is, days(node, "value", path), List.of());
            }
            case TEXT -> {
                only(node, path, "fact", "is", is == Operator.ONE_OF ? "values" : "value");
                List<String> texts = is == Operator.ONE_OF ? texts(node, path) : List.of(text(node, "value", path));
                yield new FactIs(fact, is, null, texts.stream().map(fact::stored).toList());
            }
            case TEXTS -> {
                only(node, path, "fact", "is", "value");
                yield new FactIs(fact, is, null, List.of(text(node, "value", path)));
            }
            case YES_NO -> throw new IllegalStateException("asked with yes and no alone");
        };
    }

    private static Condition tag(JsonNode node, String path) {
        only(node, path, "tag", "is");
        String is = text(node, "is", path);
        if (!is.equals("set") && !is.equals("missing")) {
            throw wrong(path + ".is", "标签只能是 set 或 missing", "a tag is set or missing");
        }
        return new TagIs(text(node, "tag", path), is.equals("set"));
    }

    private static Condition counted(JsonNode node, String path) {
        only(node, path, "counted", "event", "sku", "category", "days", "measure", "is", "value");
        Source source = switch (text(node, "counted", path)) {
            case "events" -> Source.EVENTS;
            case "orders" -> Source.ORDERS;
            default -> throw wrong(path + ".counted", "只能统计 events 或 orders", "events or orders are counted");
        };
        Measure measure = switch (text(node, "measure", path)) {
            case "count" -> Measure.COUNT;
            case "sum" -> Measure.SUM;
            default -> throw wrong(path + ".measure", "只能是 count 或 sum", "count or sum");
        };
        if (source == Source.EVENTS && measure == Measure.SUM) {
            throw wrong(path + ".measure", "行为只能计次数", "events are counted, not summed");
        }
        if (source == Source.ORDERS && node.has("event")) {
            throw wrong(path + ".event", "订单没有行为名称", "orders have no event name");
        }
        Operator is = operator(node, path);
        if (!Operator.NUMBERS.contains(is)) {
            throw wrong(path + ".is", "次数和金额要与数字比较", "counts and sums are compared with numbers");
        }
        return new Counted(
                source,
                source == Source.EVENTS ? text(node, "event", path) : null,
                optional(node, "sku", path),
                optional(node, "category", path),
                days(node, "days", path),
                measure,
                is,
                amount(node, "value", path));
    }

    private static Operator operator(JsonNode node, String path) {
        return Operator.of(text(node, "is", path))
                .orElseThrow(() -> wrong(path + ".is", "没有这种比较方式", "there is no such comparison"));
    }

    private static Amount amount(JsonNode node, String name, String path) {
        JsonNode value = node.path(name);
        String at = path + "." + name;
        if (value.isObject()) {
            only(value, at, "standard");
            String key = text(value, "standard", at);
            if (!Thresholds.KEYS.contains(key)) {
                throw wrong(at + ".standard", "没有这个标准", "there is no such standard");
            }
            return new Amount.Standard(key);
        }
        if (!value.isNumber() || value.decimalValue().abs().compareTo(LARGEST) > 0 || value.decimalValue().scale() > 6) {
            throw wrong(at, "要填一个数字", "a number belongs here");
        }
        return new Amount.Number(value.decimalValue());
    }

    private static Amount days(JsonNode node, String name, String path) {
        Amount days = amount(node, name, path);
        if (days instanceof Amount.Number(BigDecimal value)
                && (value.stripTrailingZeros().scale() > 0 || value.signum() <= 0 || value.compareTo(BigDecimal.valueOf(LONGEST_WINDOW)) > 0)) {
            throw wrong(path + "." + name, "天数要在 1 到 " + LONGEST_WINDOW + " 之间", "1 to " + LONGEST_WINDOW + " days");
        }
        return days;
    }

    private static String text(JsonNode node, String name, String path) {
        JsonNode value = node.path(name);
        if (!value.isString() || value.stringValue().isBlank() || value.stringValue().length() > LONGEST_TEXT
                || value.stringValue().indexOf('\0') >= 0) {
            throw wrong(path + "." + name, "要填 1 到 " + LONGEST_TEXT + " 个字", "1 to " + LONGEST_TEXT + " characters belong here");
        }
        return value.stringValue().strip();
    }

    private static @Nullable String optional(JsonNode node, String name, String path) {
        return node.path(name).isNull() || node.path(name).isMissingNode() ? null : text(node, name, path);
    }

    private static List<String> texts(JsonNode node, String path) {
        JsonNode values = node.path("values");
        if (!values.isArray() || values.isEmpty() || values.size() > LONGEST_TEXT) {
            throw wrong(path + ".values", "至少要有一个值", "at least one value belongs here");
        }
        List<String> texts = new ArrayList<>();
        for (int at = 0; at < values.size(); at++) {
            JsonNode value = values.get(at);
            if (!value.isString() || value.stringValue().isBlank() || value.stringValue().length() > LONGEST_TEXT
                    || value.stringValue().indexOf('\0') >= 0) {
                throw wrong(path + ".values[" + at + "]", "要填文字", "a text belongs here");
            }
            texts.add(value.stringValue().strip());
        }
        return texts;
    }

    /** What nobody reads would be believed to count. */
    private static void only(JsonNode node, String path, String... known) {
        Set<String> others = new HashSet<>(node.propertyNames());
        others.removeAll(Set.of(known));
        if (!others.isEmpty()) {
            String name = others.stream().sorted().toList().getFirst();
            String shown = name.length() > LONGEST_TEXT ? name.substring(0, LONGEST_TEXT) : name;
            throw wrong(path + "." + shown, "这里不能有这一项", "does not belong here");
        }
    }

    private static SegmentProblem wrong(String path, String chinese, String english) {
        return SegmentProblem.badRule(path, chinese, english);
    }
}

package com.huixiang.segment;

import com.huixiang.segment.Condition.All;
import com.huixiang.segment.Condition.Amount;
import com.huixiang.segment.Condition.Any;
import com.huixiang.segment.Condition.Counted;
import com.huixiang.segment.Condition.FactIs;
import com.huixiang.segment.Condition.Measure;
import com.huixiang.segment.Condition.Not;
import com.huixiang.segment.Condition.TagIs;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rules as SQL over one row of facts called {@code f}. Whatever somebody wrote is a parameter, never text of the
 * statement. Windows are counted for all customers at once and joined, so that a rule costs the same statement for one
 * customer and for a million.
 */
final class RuleSql {

    private static final String BOUGHT = "o.state in ('PAID', 'SHIPPED', 'DELIVERED', 'COMPLETED') and not o.reversal";

    private final Map<String, BigDecimal> standards;
    private final Instant now;
    private final boolean onlyAsked;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final List<String> joins = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private final List<String> counts = new ArrayList<>();

    /** @param onlyAsked windows are counted for the customers in a relation called {@code asked} alone */
    RuleSql(Map<String, BigDecimal> standards, Instant now, boolean onlyAsked) {
        this.standards = standards;
        this.now = now;
        this.onlyAsked = onlyAsked;
    }

    /** Holds or does not hold; never null. What it counts is told under {@code key}. */
    String holds(Condition condition, String key) {
        int[] leaf = {0};
        return holds(condition, key, leaf);
    }

    private String holds(Condition condition, String key, int[] leaf) {
        return switch (condition) {
            case All(List<Condition> of) ->
                of.stream().map(each -> holds(each, key, leaf)).collect(Collectors.joining(" and ", "(", ")"));
            case Any(List<Condition> of) ->
                of.stream().map(each -> holds(each, key, leaf)).collect(Collectors.joining(" or ", "(", ")"));
            case Not(Condition of) -> "(not " + holds(of, key, leaf) + ")";
            case FactIs fact -> fact(fact);
            case TagIs(String tag, boolean set) ->
                (set ? "" : "not ") + "exists (select from customer.tag t where t.customer_id = f.customer_id and t.name = "
                        + parameter(tag) + ")";
            case Counted counted -> counted(counted, key + "." + leaf[0]++);
        };
    }

    private String fact(FactIs leaf) {
        String column = "f." + leaf.fact().column();
        return switch (leaf.is()) {
            case KNOWN -> known(leaf.fact(), column);
            case UNKNOWN -> "(not " + known(leaf.fact(), column) + ")";
            case YES -> column;
            case NO -> "(not " + column + ")";
            case WITHIN, BEFORE -> {
                Duration window = Duration.ofDays(amountOf(leaf).longValueExact());
                changes.add(laterThanNow(column, window));
                yield "coalesce(" + column + " " + leaf.is().sign() + " " + parameter(now.minus(window)) + ", false)";
            }
            case HAS -> "(" + parameter(leaf.texts().getFirst()) + " = any(" + column + "))";
            case HAS_NOT -> "(not " + parameter(leaf.texts().getFirst()) + " = any(" + column + "))";
            case ONE_OF -> "coalesce(" + column + " = any(" + parameter(leaf.texts().toArray(String[]::new)) + "), false)";
            case IS, IS_NOT ->
                "coalesce(" + column + " " + leaf.is().sign() + " " + parameter(leaf.texts().getFirst()) + ", false)";
            case AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN, EQUALS ->
                "coalesce(" + column + " " + leaf.is().sign() + " " + parameter(amountOf(leaf)) + ", false)";
        };
    }

    private BigDecimal amountOf(FactIs leaf) {
        return numberOf(java.util.Objects.requireNonNull(leaf.value()));
    }

    private static String known(Fact fact, String column) {
        return fact.kind() == Fact.Kind.TEXTS ? "(cardinality(" + column + ") > 0)" : "(" + column + " is not null)";
    }

    private String counted(Counted leaf, String name) {
        String alias = "s" + joins.size();
        Duration window = Duration.ofDays(numberOf(leaf.days()).longValueExact());
        joins.add(switch (leaf.source()) {
            case EVENTS -> events(leaf, alias, window);
            case ORDERS -> orders(leaf, alias, window);
        });
        changes.add(laterThanNow(alias + ".first", window));
        counts.add("'" + name + "', coalesce(" + alias + ".amount, 0)");
        return "(coalesce(" + alias + ".amount, 0) " + leaf.is().sign() + " " + parameter(numberOf(leaf.value())) + ")";
    }

    private String events(Counted leaf, String alias, Duration window) {
        return "left join (select e.customer_id, count(*)::numeric as amount, min(e.at) as first from journey.event e"
                + (onlyAsked ? " join asked using (customer_id)" : "")
                + (leaf.category() == null ? "" : " join shop.product p on p.sku = e.sku")
                + " where e.name = " + parameter(java.util.Objects.requireNonNull(leaf.event()))
                + " and e.at > " + parameter(now.minus(window))
                + (leaf.sku() == null ? "" : " and e.sku = " + parameter(leaf.sku()))
                + (leaf.category() == null ? "" : " and p.category = " + parameter(leaf.category()))
                + " group by e.customer_id) " + alias + " on " + alias + ".customer_id = f.customer_id";
    }

    private String orders(Counted leaf, String alias, Duration window) {
        boolean ofGoods = leaf.sku() != null || leaf.category() != null;
        String amount = leaf.measure() == Measure.COUNT
                ? "count(distinct o.id)::numeric"
                : ofGoods ? "sum(l.amount)" : "sum(o.amount)";
        return "left join (select o.customer_id, " + amount + " as amount, min(o.placed_at) as first from shop.order_mirror o"
                + (onlyAsked ? " join asked using (customer_id)" : "")
                + (ofGoods ? " join shop.line l on l.order_id = o.id" : "")
                + (leaf.category() == null ? "" : " join shop.product p on p.sku = l.sku")
                + " where o.customer_id is not null and " + BOUGHT
                + " and o.placed_at > " + parameter(now.minus(window))
                + (leaf.sku() == null ? "" : " and l.sku = " + parameter(leaf.sku()))
                + (leaf.category() == null ? "" : " and p.category = " + parameter(leaf.category()))
                + " group by o.customer_id) " + alias + " on " + alias + ".customer_id = f.customer_id";
    }

    /** When so much time has gone by since then; null when it already has. */
    private String laterThanNow(String column, Duration window) {
        String moment = column + " + interval '" + window.toHours() + " hours'";
        return "case when " + column + " > " + parameter(now.minus(window)) + " then " + moment + " end";
    }

    BigDecimal numberOf(Amount amount) {
        return switch (amount) {
            case Amount.Number(BigDecimal value) -> value;
            case Amount.Standard(String key) -> standards.get(key);
        };
    }

    String parameter(Object value) {
        String name = "v" + parameters.size();
        Object plain = value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value;
        parameters.put(name, plain);
        return ":" + name + (value instanceof String ? "::text" : "");
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** What to join to {@code f} so that the conditions can be asked. */
    String joins() {
        return String.join("\n", joins);
    }

    /** When some condition changes by the passing of time alone. */
    String changesAt() {
        return changes.isEmpty() ? "null::timestamptz" : "least(" + String.join(", ", changes) + ", null::timestamptz)";
    }

    /** What the conditions have counted. */
    String counted() {
        return counts.isEmpty() ? "'{}'::jsonb" : "jsonb_build_object(" + String.join(", ", counts) + ")";
    }
}

package com.huixiang.segment;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rest of the statement that keeps facts: points, strategy, worth, which rules hold, and what of it has changed is
 * written, with the memberships. The same text for one customer and for all.
 */
final class Judgement {

    private static final List<String> DERIVED = List.of("r", "f", "m", "strategy", "appraisal", "rules", "counted", "changes_at");

    private final RuleSql rules;
    private final String text;

    /** @param fresh what is counted: a query with {@link FactsSql#COLUMNS} */
    Judgement(String fresh, List<Rule> kept, CustomerStandards.Version standards, Edges edges, Instant now, boolean onlyAsked) {
        this.rules = new RuleSql(standards.thresholds().byKey(), now, onlyAsked);
        this.text = (onlyAsked ? "with asked as materialized (select distinct unnest(:ids::uuid[]) as customer_id), " : "with ")
                + "fresh as (" + fresh + "),\n"
                + pointed(standards.rfm(), edges, now) + ",\n"
                + placed(standards) + ",\n"
                + judged(kept, edges, now) + ",\n"
                + WRITTEN.formatted(names(""), names("j."), set(), names("j."), names("o."))
                + (onlyAsked ? GONE : "");
    }

    private String pointed(RfmStandard standard, Edges edges, Instant now) {
        String orders = standard.span() == RfmStandard.Span.ALL ? "f.orders" : "f.orders_year";
        String spent = standard.span() == RfmStandard.Span.ALL ? "f.spent" : "f.spent_year";
        return """
                pointed as (
                    select f.*,
                           case when f.last_order_at is not null then 5 - (%s) end as r,
                           case when f.last_order_at is not null then 1 + (%s) end as f,
                           case when f.last_order_at is not null then 1 + (%s) end as m
                      from fresh f)"""
                .formatted(
                        edges.recency().stream()
                                .map(days -> "(f.last_order_at < " + rules.parameter(now.minus(Duration.ofDays(days))) + ")::integer")
                                .collect(Collectors.joining(" + ")),
                        points(orders, edges.sign(), edges.frequency()),
                        points(spent, edges.sign(), edges.money()));
    }

    private String points(String of, String sign, List<BigDecimal> bounds) {
        return bounds.stream()
                .map(bound -> "(" + of + " " + sign + " " + rules.parameter(bound) + ")::integer")
                .collect(Collectors.joining(" + "));
    }

    private String placed(CustomerStandards.Version standards) {
        RfmStandard.Points loyal = standards.rfm().loyal();
        return """
                placed as (
                    select f.*,
                           case when f.r is null then null
                                when f.r >= %d and f.f >= %d and f.m >= %d then 'LOYAL'
                                when f.r <= %d then 'DORMANT'
                                else 'CULTIVATE' end as strategy,
                           case when f.spent_year >= %s then 'HIGH' when f.spent_year >= %s then 'VALUED' else 'ORDINARY' end
                               as appraisal
                      from pointed f)"""
                .formatted(
                        loyal.r(), loyal.f(), loyal.m(), standards.rfm().dormantRecency(),
                        rules.parameter(standards.thresholds().highValueSpent()),
                        rules.parameter(standards.thresholds().valuedSpent()));
    }

    private String judged(List<Rule> kept, Edges edges, Instant now) {
        List<String> held = new ArrayList<>();
        List<Integer> paused = new ArrayList<>();
        for (Rule rule : kept) {
            switch (rule.state()) {
                case ACTIVE ->
                    held.add("case when " + rules.holds(rule.condition(), rule.id().toString()) + " then " + rule.id() + " end");
                case PAUSED -> paused.add(rule.id().value());
                case REMOVED -> {}
            }
        }
        String active = "array_remove(array[" + String.join(", ", held) + "]::integer[], null)";
        String stays = paused.isEmpty()
                ? active
                : active + " || array(select p from unnest(o.rules) p where p = any(" + rules.parameter(paused.toArray(Integer[]::new))
                        + ") order by p)";
        String falls = edges.recency().stream()
                .map(days -> "case when f.last_order_at >= " + rules.parameter(now.minus(Duration.ofDays(days)))
                        + " then f.last_order_at + interval '" + (24L * days) + " hours 1 millisecond' end")
                .collect(Collectors.joining(", "));
        return """
                judged as (
                    select %s, f.r, f.f, f.m, f.strategy, f.appraisal,
                           %s as rules,
                           %s as counted,
                           least(f.leaves_at, %s, %s) as changes_at
                      from placed f
                      %s
                      left join segment.facts o on o.customer_id = f.customer_id)"""
                .formatted(FactsSql.columns("f."), stays, rules.counted(), rules.changesAt(), falls, rules.joins());
    }

    /**
     * What is as it was is not touched. A row that somebody has counted after {@code :snapshot} is newer than what is
     * written here and stays.
     */
    private static final String WRITTEN =
            """
            written as (
                insert into segment.facts as t (%1$s, computed_at)
                select %2$s, :now
                  from judged j left join segment.facts o on o.customer_id = j.customer_id
                 where o.customer_id is null or o.computed_at <= :snapshot and (%4$s) is distinct from (%5$s)
                 order by j.customer_id
                on conflict (customer_id) do update set %3$s, computed_at = excluded.computed_at
                returning t.customer_id, old.rules as before, new.rules as after,
                          old.orders as orders_before, new.orders as orders_after,
                          old.spent as spent_before, new.spent as spent_after
            ), joined as (
                insert into segment.member (rule_id, customer_id, since)
                select g.rule, w.customer_id, :now
                  from written w cross join unnest(w.after) as g(rule)
                 where w.before is null or not g.rule = any(w.before)
                on conflict do nothing
                returning rule_id
            ), left_it as (
                delete from segment.member x
                 using (select w.customer_id, b.rule
                          from written w cross join unnest(w.before) as b(rule) where not b.rule = any(w.after)) l
                 where x.rule_id = l.rule and x.customer_id = l.customer_id
                returning x.rule_id
            )""";

    /** Files that are part of others now, or no more. */
    private static final String GONE =
            """
            , gone as (
                delete from segment.facts t
                 using asked a
                 where t.customer_id = a.customer_id and not exists (select from fresh n where n.customer_id = a.customer_id)
                returning t.customer_id, t.rules
            ), gone_members as (
                delete from segment.member x
                 using (select g.customer_id, r.rule from gone g cross join unnest(g.rules) as r(rule)) l
                 where x.rule_id = l.rule and x.customer_id = l.customer_id
                returning x.rule_id
            )""";

    private static String names(String prefix) {
        return FactsSql.columns(prefix) + ", " + DERIVED.stream().map(each -> prefix + each).collect(Collectors.joining(", "));
    }

    private static String set() {
        List<String> columns = new ArrayList<>(FactsSql.COLUMNS.subList(1, FactsSql.COLUMNS.size()));
        columns.addAll(DERIVED);
        return columns.stream().map(column -> column + " = excluded." + column).collect(Collectors.joining(", "));
    }

    /** Followed by a select over written, joined, left_it, and for the asked gone_members. */
    String text() {
        return text;
    }

    Map<String, Object> parameters() {
        return rules.parameters();
    }
}

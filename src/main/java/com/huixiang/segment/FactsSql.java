package com.huixiang.segment;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The one statement that counts facts: the same text for everybody and for a few, so that both ways cannot come to
 * different results. It reads orders, lines, goods, refunds, events, files and their fields, each once, and joins sums.
 */
final class FactsSql {

    /** Everything that is counted, in the order of the select below. */
    static final List<String> COLUMNS = List.of(
            "customer_id", "currency", "orders", "orders_year", "spent", "spent_year", "spent_quarter", "first_order_at",
            "last_order_at", "categories", "favourite", "favourite_share", "new_product_at", "discount_share", "level",
            "region", "life_stage", "birthday", "reachable", "satisfaction", "views", "carts", "seen_at", "since", "leaves_at");

    private static final String COUNT =
            """
            with purchase as (
                select o.customer_id, o.currency, o.placed_at, o.reversal, o.amount - coalesce(r.amount, 0) as amount
                  from shop.order_mirror o {asked o}
                  left join (select g.order_id, sum(g.amount) as amount from shop.refund g {asked g} group by g.order_id) r
                         on r.order_id = o.id
                 where o.customer_id is not null
                   and (o.reversal or o.state in ('PAID', 'SHIPPED', 'DELIVERED', 'COMPLETED'))
            ), spent as (
                select customer_id, currency,
                       count(*) filter (where not reversal) as orders,
                       count(*) filter (where not reversal and placed_at > {yearAgo}) as orders_year,
                       sum(amount) as spent,
                       sum(amount) filter (where placed_at > {yearAgo}) as spent_year,
                       sum(amount) filter (where placed_at > {quarterAgo}) as spent_quarter,
                       min(placed_at) filter (where not reversal) as first_order_at,
                       max(placed_at) filter (where not reversal) as last_order_at,
                       least(min(placed_at) filter (where placed_at > {yearAgo}) + interval '8760 hours',
                             min(placed_at) filter (where placed_at > {quarterAgo}) + interval '2160 hours') as leaves_at
                  from purchase
                 group by customer_id, currency
            ), buyer as (
                select distinct on (customer_id) * from spent order by customer_id, last_order_at desc nulls last
            ), taste as (
                select l.customer_id, p.category,
                       sum(l.amount) as amount,
                       sum(l.quantity * p.price) filter (where p.currency = o.currency) as listed,
                       sum(l.quantity * greatest(p.price - l.price, 0)) filter (where p.currency = o.currency) as saved,
                       max(o.placed_at) filter (where o.placed_at >= p.launched_at
                           and o.placed_at < p.launched_at + {newFor} * interval '24 hours') as new_product_at
                  from shop.line l {asked l}
                  join shop.order_mirror o on o.id = l.order_id
                  join shop.product p on p.sku = l.sku
                 where l.customer_id is not null
                   and not o.reversal and o.state in ('PAID', 'SHIPPED', 'DELIVERED', 'COMPLETED')
                 group by l.customer_id, p.category
            ), goods as (
                select customer_id,
                       array_agg(category order by amount desc, category) filter (where category is not null) as categories,
                       max(amount) filter (where category is not null) / nullif(sum(amount), 0) as favourite_share,
                       sum(saved) / nullif(sum(listed), 0) as discount_share,
                       max(new_product_at) as new_product_at
                  from taste
                 group by customer_id
            ), looked as (
                select e.customer_id,
                       count(*) filter (where e.name = 'Product Viewed') as views,
                       count(*) filter (where e.name = 'Product Added') as carts,
                       max(e.at) as seen_at,
                       min(e.at) filter (where e.name in ('Product Viewed', 'Product Added')) + interval '720 hours' as leaves_at
                  from journey.event e {asked e}
                 where e.at > {monthAgo}
                 group by e.customer_id
            ), told as (
                select customer_id,
                       max(value) filter (where field = 'region') as region,
                       max(value) filter (where field = 'life-stage') as life_stage,
                       max(value) filter (where field = 'birthday') as birthday
                  from (select distinct on (v.customer_id, v.field) v.customer_id, v.field, v.value
                          from customer.field_value v {asked v}
                         where v.field in ('region', 'life-stage', 'birthday')
                         order by v.customer_id, v.field, v.standing desc, v.at desc) as best
                 group by customer_id
            )
            select c.id as customer_id,
                   b.currency,
                   coalesce(b.orders, 0)::integer as orders,
                   coalesce(b.orders_year, 0)::integer as orders_year,
                   coalesce(b.spent, 0)::numeric(18, 3) as spent,
                   coalesce(b.spent_year, 0)::numeric(18, 3) as spent_year,
                   coalesce(b.spent_quarter, 0)::numeric(18, 3) as spent_quarter,
                   b.first_order_at,
                   b.last_order_at,
                   coalesce(g.categories, '{}') as categories,
                   g.categories[1] as favourite,
                   round(case when g.favourite_share > 1 then 1 else g.favourite_share end, 4)::numeric(5, 4) as favourite_share,
                   g.new_product_at,
                   round(case when g.discount_share > 1 then 1 else g.discount_share end, 4)::numeric(5, 4) as discount_share,
                   c.level,
                   t.region,
                   t.life_stage,
                   t.birthday::date as birthday,
                   (c.phone is not null or c.email is not null) as reachable,
                   null::numeric(5, 2) as satisfaction,
                   coalesce(k.views, 0)::integer as views,
                   coalesce(k.carts, 0)::integer as carts,
                   k.seen_at,
                   c.created_at as since,
                   least(b.leaves_at, k.leaves_at) as leaves_at
              from customer.customer c {asked c}
              left join buyer b on b.customer_id = c.id
              left join goods g on g.customer_id = c.id
              left join looked k on k.customer_id = c.id
              left join told t on t.customer_id = c.id
             where c.merged_into is null
            """;

    private FactsSql() {}

    /** For the customers in a relation called {@code asked}, with the parameters {@code :yearAgo} and so on. */
    static String ofAsked() {
        return COUNT.replace("{asked c}", "join asked on asked.customer_id = c.id")
                .replaceAll("\\{asked (\\w)}", "join asked a$1 on a$1.customer_id = $1.customer_id")
                .replace("{yearAgo}", ":yearAgo")
                .replace("{quarterAgo}", ":quarterAgo")
                .replace("{monthAgo}", ":monthAgo")
                .replace("{newFor}", ":newFor");
    }

    /** For everybody; such a statement takes no parameters, so the moments stand in it. */
    static String ofEverybody(Window window) {
        return COUNT.replaceAll("\\{asked \\w}", "")
                .replace("{yearAgo}", literal(window.yearAgo()))
                .replace("{quarterAgo}", literal(window.quarterAgo()))
                .replace("{monthAgo}", literal(window.monthAgo()))
                .replace("{newFor}", Integer.toString(window.newFor()));
    }

    private static String literal(java.time.Instant moment) {
        return "timestamptz '" + moment + "'";
    }

    static String columns(String prefix) {
        return COLUMNS.stream().map(column -> prefix + column).collect(Collectors.joining(", "));
    }
}

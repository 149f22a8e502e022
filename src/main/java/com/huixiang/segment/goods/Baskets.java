package com.huixiang.segment.goods;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts which goods are bought together. All in the database, in a few statements over all orders at once. */
@Repository
class Baskets {

    private static final long COUNTING = 0x0000_676f_6f64_7301L;

    private final JdbcClient sql;

    Baskets(JdbcClient sql) {
        this.sql = sql;
    }

    record Run(int version, Instant at, long baskets, int products, int pairs, long tookMillis) {}

    boolean lock() {
        return sql.sql("select pg_try_advisory_xact_lock(?)").param(COUNTING).query(Boolean.class).single();
    }

    GoodsStandard standard() {
        return sql.sql("select * from segment.goods_standard")
                .query((row, n) -> new GoodsStandard(
                        row.getInt("days"),
                        row.getInt("largest_basket"),
                        row.getInt("fewest_baskets"),
                        row.getInt("each_product"),
                        row.getInt("sold_within_days")))
                .single();
    }

    void put(GoodsStandard standard) {
        sql.sql("""
                update segment.goods_standard
                   set days = ?, largest_basket = ?, fewest_baskets = ?, each_product = ?, sold_within_days = ?""")
                .params(
                        standard.days(),
                        standard.largestBasket(),
                        standard.fewestBaskets(),
                        standard.eachProduct(),
                        standard.soldWithinDays())
                .update();
    }

    /** Which goods were in which basket, for this transaction; of a giant one the dearest. Returns how many baskets. */
    long gather(GoodsStandard standard) {
        sql.sql("set local work_mem = '64MB'").update();
        sql.sql("drop table if exists pg_temp.goods_basket, pg_temp.goods_item").update();
        sql.sql("create temporary table goods_basket (order_id uuid, sku text, day date, ends date) on commit drop").update();
        sql.sql("""
                insert into goods_basket
                with ends as (
                    select shop, (max(placed_at) at time zone 'UTC')::date as day from shop.order_mirror
                     where not reversal group by shop),
                counted as (
                    select l.order_id, l.sku, (o.placed_at at time zone 'UTC')::date as day, e.day as ends, sum(l.amount) as amount
                      from shop.line l
                      join shop.order_mirror o on o.id = l.order_id
                      join ends e on e.shop = o.shop
                     where not o.reversal and o.state not in ('UNPAID', 'CANCELLED') and l.quantity > 0 and l.amount > 0
                       and o.placed_at >= e.day - cast(:days as integer)
                     group by 1, 2, 3, 4),
                placed as (
                    select *, row_number() over (partition by order_id order by amount desc, sku) as place from counted)
                select order_id, sku, day, ends from placed where place <= :largest""")
                .param("days", standard.days())
                .param("largest", standard.largestBasket())
                .update();
        sql.sql("create temporary table goods_item (id integer generated always as identity, sku text, baskets integer)"
                        + " on commit drop")
                .update();
        sql.sql("""
                insert into goods_item (sku, baskets)
                select sku, count(*) from goods_basket group by sku having count(*) >= ? order by sku""")
                .param(standard.fewestBaskets())
                .update();
        sql.sql("analyze goods_item").update();
        return sql.sql("select count(distinct order_id) from goods_basket").query(Long.class).single();
    }

    /** How often each product was sold, and lately: what is popular when nothing is known of a customer. */
    int countSold(GoodsStandard standard) {
        sql.sql("delete from segment.goods_sold").update();
        return sql.sql("""
                insert into segment.goods_sold (sku, baskets, recent, category, last_day)
                select b.sku, count(*), count(*) filter (where b.day >= b.ends - cast(:within as integer)), max(p.category), max(b.day)
                  from goods_basket b left join shop.product p on p.sku = b.sku
                 group by b.sku""")
                .param("within", standard.soldWithinDays())
                .update();
    }

    /**
     * support = with both / all baskets; confidence = with both / with the first; lift = confidence / how often the other one
     * is in a basket anyway. Ordered by likeness, which neither the rare nor the ubiquitous win.
     */
    int pair(GoodsStandard standard, long baskets) {
        sql.sql("create temporary table goods_both (one integer, other integer, baskets integer) on commit drop").update();
        sql.sql("""
                insert into goods_both
                with narrow as materialized (
                    select b.order_id, i.id from goods_basket b join goods_item i on i.sku = b.sku)
                select a.id, b.id, count(*)
                  from narrow a join narrow b on b.order_id = a.order_id and b.id > a.id
                 group by 1, 2
                having count(*) >= ?""")
                .param(standard.fewestBaskets())
                .update();
        sql.sql("delete from segment.goods_pair").update();
        return sql.sql("""
                insert into segment.goods_pair (sku, place, other, baskets, support, confidence, lift, likeness)
                with pairs as (
                    select one, other, baskets from goods_both union all select other, one, baskets from goods_both),
                judged as (
                    select a.sku, b.sku as other, p.baskets,
                           p.baskets::double precision / :all as support,
                           p.baskets::double precision / a.baskets as confidence,
                           p.baskets::double precision * :all / a.baskets / b.baskets as lift,
                           p.baskets / sqrt(a.baskets::double precision * b.baskets) as likeness
                      from pairs p join goods_item a on a.id = p.one join goods_item b on b.id = p.other),
                placed as (
                    select *, row_number() over (partition by sku order by likeness desc, other) as place
                      from judged where lift > 1)
                select sku, place, other, baskets, support, confidence, lift, likeness from placed where place <= :most""")
                .param("all", baskets)
                .param("most", standard.eachProduct())
                .update();
    }

    int add(Instant at, long baskets, int products, int pairs, long tookMillis) {
        return sql.sql("""
                insert into segment.goods_run (version, at, baskets, products, pairs, took_millis)
                select coalesce(max(version), 0) + 1, :at, :baskets, :products, :pairs, :took from segment.goods_run
                returning version""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("baskets", baskets)
                .param("products", products)
                .param("pairs", pairs)
                .param("took", tookMillis)
                .query(Integer.class)
                .single();
    }
}

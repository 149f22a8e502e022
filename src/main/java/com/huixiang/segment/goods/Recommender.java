package com.huixiang.segment.goods;

import com.huixiang.customer.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What to offer to whom, in one statement for one customer or for many. Each thing he has in the cart, looked at or bought
 * speaks for what goes with it; what he has is never offered, nor what is not in the catalogue or no longer sells.
 */
@Repository
class Recommender {

    private static final Duration LATELY = Duration.ofDays(14);

    /** An order before the last one says so much of what the last one says. */
    private static final double FADE = 0.8;

    /** So many different things he bought have a say. */
    private static final int THINGS = 100;

    /** How much it matters that something sells well at present: 0 not at all, 1 as much as going together. */
    private static final double SELLS_LATELY = 0.3;

    private static final String OFFERS = """
            with who as (
                select unnest(cast(:customers as uuid[])) as customer_id),
            seen as (
                select c.customer_id, c.sku, 'CART' as seed, 3.0 as weight
                  from who join shop.cart_line c using (customer_id)
                union all
                select w.customer_id, b.sku, 'BOUGHT', power(:fade, b.orders_ago)
                  from who w cross join lateral (
                       select l.sku, (dense_rank() over (order by max(o.placed_at) desc) - 1)::double precision as orders_ago
                         from shop.line l join shop.order_mirror o on o.id = l.order_id
                        where l.customer_id = w.customer_id and not o.reversal and o.state <> 'CANCELLED'
                        group by l.sku order by max(o.placed_at) desc limit :things) b
                union all
                select w.customer_id, e.sku, 'LOOKED', 2.0
                  from who w cross join lateral (
                       select sku from journey.event e
                        where e.customer_id = w.customer_id and e.at >= :since and e.sku is not null
                          and e.name in ('Product Viewed', 'Product Favourited', 'Product Added')
                        order by e.at desc limit 20) e),
            seeds as (
                select distinct on (customer_id, sku) customer_id, sku, seed, weight
                  from seen order by customer_id, sku, weight desc),
            spoken as (
                select s.customer_id, p.other, s.sku as by, s.seed, s.weight * p.likeness as says,
                       p.baskets, p.support, p.confidence, p.lift
                  from seeds s join segment.goods_pair p on p.sku = s.sku),
            added as (
                select customer_id, other, sum(says) as score from spoken group by 1, 2),
            placed as (
                select a.customer_id, a.other, row_number() over (partition by a.customer_id order by a.score * power(g.recent, :lately) desc, a.other) as place
                  from added a
                  join shop.product p on p.sku = a.other
                  join segment.goods_sold g on g.sku = a.other and g.recent > 0
                 where not exists (select from seeds s where s.customer_id = a.customer_id and s.sku = a.other and s.seed <> 'LOOKED')
                   and not exists (select from shop.line l join shop.order_mirror o on o.id = l.order_id
                                    where l.customer_id = a.customer_id and l.sku = a.other
                                      and not o.reversal and o.state <> 'CANCELLED'))
            select distinct on (p.customer_id, p.place) p.customer_id, p.place, s.*
              from placed p join spoken s on s.customer_id = p.customer_id and s.other = p.other
              join shop.product named on named.sku = s.by
             where p.place <= :most
             order by p.customer_id, p.place, s.says desc, s.by""";

    private final JdbcClient sql;

    Recommender(JdbcClient sql) {
        this.sql = sql;
    }

    /** Why a product speaks. */
    enum Seed {
        CART,
        LOOKED,
        BOUGHT
    }

    /** {@code by} is what speaks for it most. */
    record Offer(String sku, String by, Seed seed, int baskets, double support, double confidence, double lift) {}

    Map<CustomerId, List<Offer>> offers(Collection<CustomerId> customers, Instant now, int most) {
        Map<CustomerId, List<Offer>> offers = new LinkedHashMap<>();
        sql.sql(OFFERS)
                .param("customers", customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .param("fade", FADE)
                .param("things", THINGS)
                .param("lately", SELLS_LATELY)
                .param("since", now.minus(LATELY).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(row -> {
                    offers.computeIfAbsent(
                                    new CustomerId(row.getObject("customer_id", UUID.class)), key -> new ArrayList<>())
                            .add(new Offer(
                                    row.getString("other"),
                                    row.getString("by"),
                                    Seed.valueOf(row.getString("seed")),
                                    row.getInt("baskets"),
                                    row.getDouble("support"),
                                    row.getDouble("confidence"),
                                    row.getDouble("lift")));
                });
        return offers;
    }

    List<Offer> goesWith(String sku, int most) {
        return sql.sql("""
                select g.* from segment.goods_pair g
                  join shop.product p on p.sku = g.other
                  join segment.goods_sold s on s.sku = g.other and s.recent > 0
                 where g.sku = ? order by g.place limit ?""")
                .params(sku, most)
                .query((row, n) -> new Offer(
                        row.getString("other"),
                        sku,
                        Seed.LOOKED,
                        row.getInt("baskets"),
                        row.getDouble("support"),
                        row.getDouble("confidence"),
                        row.getDouble("lift")))
                .list();
    }

    /** Why something is offered to somebody of whom too little is known. */
    enum Reason {
        CATEGORY,
        NEW,
        SHOP
    }

    /** {@code word} is the category. */
    record Popular(String sku, Reason reason, @Nullable String word, int baskets) {}

    /** First of the categories he looks at, then what is new, then what everybody buys. */
    List<Popular> popular(CustomerId customer, Instant now, int most, Set<String> taken) {
        return sql.sql("""
                with his as (
                    select distinct p.category
                      from (select sku from shop.line where customer_id = :customer
                            union select sku from shop.cart_line where customer_id = :customer
                            union select sku from journey.event where customer_id = :customer and at >= :since and sku is not null) seen
                      join shop.product p using (sku) where p.category is not null),
                found as (
                    (select g.sku, 'CATEGORY' as reason, g.category as word, g.recent, 1 as rank
                       from segment.goods_sold g join his on his.category = g.category
                      where g.recent > 0 order by g.recent desc, g.sku limit 60)
                    union all
                    (select p.sku, 'NEW', null, 0, 2 from shop.product p
                      where p.launched_at between :newSince and :now order by p.launched_at desc, p.sku limit 3)
                    union all
                    (select g.sku, 'SHOP', null, g.recent, 3 from segment.goods_sold g
                      where g.recent > 0 order by g.recent desc, g.sku limit 200)),
                first as (
                    select distinct on (sku) sku, reason, word, recent, rank from found order by sku, rank)
                select f.* from first f join shop.product p on p.sku = f.sku
                 where f.sku <> all(:taken)
                   and not exists (select from shop.cart_line c where c.customer_id = :customer and c.sku = f.sku)
                   and not exists (select from shop.line l join shop.order_mirror o on o.id = l.order_id
                                    where l.customer_id = :customer and l.sku = f.sku
                                      and not o.reversal and o.state <> 'CANCELLED')
                 order by f.rank, f.recent desc, f.sku limit :most""")
                .param("customer", customer.value())
                .param("since", now.minus(LATELY).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("newSince", now.minus(Duration.ofDays(30)).atOffset(ZoneOffset.UTC))
                .param("taken", taken.toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> new Popular(
                        row.getString("sku"),
                        Reason.valueOf(row.getString("reason")),
                        row.getString("word"),
                        row.getInt("recent")))
                .list();
    }
}

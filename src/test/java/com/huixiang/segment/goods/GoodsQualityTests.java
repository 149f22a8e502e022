package com.huixiang.segment.goods;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.customer.CustomerId;
import com.huixiang.segment.OnlineRetail;
import com.huixiang.segment.goods.Recommender.Offer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Each customer's last order is taken away, and what is recommended is looked for in it: the figures of
 * docs/reference/insight-quality.md. Measured on demand, {@code -Duci=path/to/online_retail.csv.gz}.
 */
@HuixiangTest
@EnabledIfSystemProperty(named = "uci", matches = ".+")
class GoodsQualityTests {

    @Autowired
    Goods goods;

    @Autowired
    Recommender recommender;

    @Autowired
    SettableClock clock;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient sql;

    private final Map<CustomerId, Set<String>> wanted = new HashMap<>();
    private final Map<CustomerId, Set<String>> owned = new HashMap<>();

    @Test
    void whatIsRecommendedIsFoundInTheLastOrderMoreOftenThanWhatIsPopular() throws Exception {
        clock.stopAt(Instant.parse("2011-12-09T23:00:00Z"));
        OnlineRetail.load(database, System.getProperty("uci"));
        takeAwayTheLastOrders();
        long began = System.nanoTime();
        goods.count();
        System.out.println("QUALITY counted in " + (System.nanoTime() - began) / 1_000_000 + " ms: "
                + sql.sql("select baskets, products, pairs from segment.goods_run").query().singleRow());

        Map<CustomerId, List<Offer>> offers = new HashMap<>();
        List<CustomerId> all = List.copyOf(wanted.keySet());
        began = System.nanoTime();
        for (int from = 0; from < all.size(); from += 100) {
            offers.putAll(recommender.offers(all.subList(from, Math.min(all.size(), from + 100)), clock.instant(), 10));
        }
        System.out.println("QUALITY offers of " + all.size() + " customers in " + (System.nanoTime() - began) / 1_000_000 + " ms");
        List<Long> times = new ArrayList<>();
        for (CustomerId each : all.subList(0, 500)) {
            long start = System.nanoTime();
            recommender.offers(List.of(each), clock.instant(), 12);
            times.add((System.nanoTime() - start) / 1000);
        }
        times.sort(Long::compare);
        System.out.println("QUALITY one customer p50 " + times.get(250) + " us, p99 " + times.get(495) + " us");

        double[] together = hits("together", who -> offers.getOrDefault(who, List.of()).stream().map(Offer::sku).toList());
        double[] popular = hits("popular", popularity("baskets"));
        hits("popular lately", popularity("recent"));

        assertThat(together[0]).isGreaterThan(popular[0]);
        assertThat(together[1]).isGreaterThan(popular[1]);
    }

    private void takeAwayTheLastOrders() {
        List<UUID> last = sql.sql("""
                select distinct on (customer_id) id from shop.order_mirror o
                 where customer_id is not null and not reversal
                   and (select count(*) from shop.order_mirror p where p.customer_id = o.customer_id and not p.reversal) > 1
                 order by customer_id, placed_at desc, no desc""")
                .query(UUID.class)
                .list();
        UUID[] ids = last.toArray(UUID[]::new);
        collect("select customer_id, sku from shop.line where order_id = any(?) and quantity > 0 and amount > 0", ids, wanted);
        sql.sql("delete from shop.line where order_id = any(?)").param(ids).update();
        sql.sql("delete from shop.order_mirror where id = any(?)").param(ids).update();
        collect(
                "select l.customer_id, l.sku from shop.line l join shop.order_mirror o on o.id = l.order_id"
                        + " where not o.reversal and l.customer_id is not null and cardinality(?::uuid[]) >= 0",
                ids,
                owned);
        wanted.forEach((who, skus) -> skus.removeAll(owned.getOrDefault(who, Set.of())));
        wanted.values().removeIf(Set::isEmpty);
    }

    private void collect(String query, UUID[] ids, Map<CustomerId, Set<String>> into) {
        sql.sql(query).param(ids).query(row -> {
            into.computeIfAbsent(new CustomerId(row.getObject("customer_id", UUID.class)), key -> new HashSet<>())
                    .add(row.getString("sku"));
        });
    }

    private Function<CustomerId, List<String>> popularity(String by) {
        List<String> all = sql.sql("select sku from segment.goods_sold order by " + by + " desc, sku limit 2000")
                .query(String.class)
                .list();
        return who -> all.stream().filter(sku -> !owned.getOrDefault(who, Set.of()).contains(sku)).limit(10).toList();
    }

    private double[] hits(String name, Function<CustomerId, List<String>> recommended) {
        int five = 0;
        int ten = 0;
        for (var each : wanted.entrySet()) {
            List<String> list = recommended.apply(each.getKey());
            five += list.stream().limit(5).anyMatch(each.getValue()::contains) ? 1 : 0;
            ten += list.stream().limit(10).anyMatch(each.getValue()::contains) ? 1 : 0;
        }
        double[] rates = {(double) five / wanted.size(), (double) ten / wanted.size()};
        System.out.printf("QUALITY %-16s %d customers, hit@5 %.3f, hit@10 %.3f%n", name, wanted.size(), rates[0], rates[1]);
        return rates;
    }
}

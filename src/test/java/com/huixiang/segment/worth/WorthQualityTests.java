package com.huixiang.segment.worth;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.segment.OnlineRetail;
import com.huixiang.segment.worth.Purchases.Shop;
import com.huixiang.segment.worth.WorthModel.HeldOut;
import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How well worth tells what happened next, and what it costs: the figures of docs/reference/insight-quality.md. Measured on
 * demand, {@code -Duci=path/to/online_retail.csv.gz} and {@code -Dcustomers=1000000}.
 */
@HuixiangTest
class WorthQualityTests {

    private static final LocalDate CUT = LocalDate.of(2011, 6, 8);

    @Autowired
    Worths worths;

    @Autowired
    Purchases purchases;

    @Autowired
    WorthRepository repository;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SettableClock clock;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient sql;

    @Test
    @EnabledIfSystemProperty(named = "uci", matches = ".+")
    void theFirstHalfOfTheYearForetellsTheSecond() throws Exception {
        clock.stopAt(Instant.parse("2011-12-09T23:00:00Z"));
        OnlineRetail.load(database, System.getProperty("uci"));

        WorthModel model = worths.fit().orElseThrow();
        HeldOut heldOut = transaction.execute(status -> {
            purchases.lookAtShops(clock.instant(), 30);
            Shop shop = purchases.busiestShop().orElseThrow();
            return worths.heldOut(shop, CUT, repository.standard());
        });

        System.out.println("QUALITY fit " + model);
        System.out.println("QUALITY held out " + heldOut);
        sql.sql("select churn, count(*) as n, round(sum(value)) as v, round(avg(back)::numeric, 2) as b from segment.worth group by 1")
                .query()
                .listOfRows()
                .forEach(row -> System.out.println("QUALITY churn " + row));
        assertThat(heldOut.expectedOrders()).isBetween(heldOut.orders() * 0.8, heldOut.orders() * 1.2);
        assertThat(heldOut.error()).isLessThan(heldOut.errorAsBefore());
    }

    /** Customers who live by the model's own story for two years. */
    @Test
    @EnabledIfSystemProperty(named = "customers", matches = "\\d+")
    void aFitOfVeryManyCustomers() {
        int customers = Integer.getInteger("customers");
        clock.stopAt(Instant.parse("2026-11-20T04:00:00Z"));
        sql.sql("insert into shop.shop (code, name) values ('big', 'big')").update();
        long began = System.nanoTime();
        sql.sql("""
                insert into shop.order_mirror (id, customer_id, shop, no, state, placed_at, amount, currency, changed_at, content,
                                               source, taken_at)
                select gen_random_uuid(), c.id, 'big', c.n || '-' || k, 'COMPLETED', day, round((20 + 200 * random())::numeric, 2),
                       'CNY', day, '-', 'push', day
                  from (select n, gen_random_uuid() as id,
                               timestamptz '2024-11-20 04:00Z' + make_interval(days => (random() * 720)::integer) as first,
                               case when random() < 0.55 then 0 else floor(-ln(random()) * 3)::integer end as repeats,
                               -ln(random()) * 60 as pace
                          from generate_series(1, :customers) n) c
                 cross join lateral generate_series(0, c.repeats) k
                 cross join lateral (select c.first + make_interval(days => (k * c.pace * (0.5 + random()))::integer) as day) d
                 where day < timestamptz '2026-11-20 04:00Z'""")
                .param("customers", customers)
                .update();
        sql.sql("analyze shop.order_mirror").update();
        System.out.println("QUALITY rows made in " + (System.nanoTime() - began) / 1_000_000 + " ms");
        Runtime.getRuntime().gc();
        long before = used();

        WorthModel model = worths.fit().orElseThrow();

        System.out.println("QUALITY big " + model);
        System.out.println("QUALITY orders " + sql.sql("select count(*) from shop.order_mirror").query(Long.class).single()
                + ", heap grew by " + (used() - before) / 1_000_000 + " MB without collection");
        began = System.nanoTime();
        var one = new com.huixiang.customer.CustomerId(
                sql.sql("select customer_id from segment.worth limit 1").query(java.util.UUID.class).single());
        for (int each = 0; each < 100; each++) {
            worths.appraise(java.util.List.of(one));
        }
        System.out.println("QUALITY one customer " + (System.nanoTime() - began) / 100_000_000.0 + " ms");
        assertThat(model.customers()).isGreaterThan(customers * 9L / 10);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}

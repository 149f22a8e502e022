package com.huixiang.segment.worth;

import com.huixiang.customer.CustomerId;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the orders say: who bought on which days. A purchase is a day with orders, less what was cancelled, reversed or
 * given back; orders of one day are one purchase.
 */
@Repository
class Purchases {

    /** Of the transaction; one row for each customer who ever bought. */
    static final String NOW = "worth_habit";

    static final String PAST = "worth_past";

    private static final int AT_A_TIME = 5_000;

    private static final String HABITS = """
            insert into %s
            with bought as (
                select o.customer_id, o.currency, (o.placed_at at time zone s.zone)::date as day,
                       sum(o.amount - coalesce(back.amount, 0)) as spent,
                       max(case when w.until_day is null or o.placed_at >= :silent
                                then (cast(:now as timestamptz) at time zone s.zone)::date else w.until_day end) as until_day
                  from shop.order_mirror o
                  join shop.shop s on s.code = o.shop
                  left join segment.worth_shop w on w.shop = o.shop
                  left join lateral (select sum(r.amount) as amount from shop.refund r where r.order_id = o.id) back on true
                 where o.customer_id is not null and (o.reversal or o.state not in ('UNPAID', 'CANCELLED')) %s
                 group by 1, 2, 3
                having sum(o.amount - coalesce(back.amount, 0)) > 0 and not bool_and(o.reversal)),
            dated as (
                select *, min(day) over (partition by customer_id) as first_day from bought),
            by_currency as (
                select customer_id, currency, first_day, count(*) as days, max(day) as last_day, max(until_day) as until_day,
                       count(*) filter (where day > first_day) as repeats,
                       coalesce(sum(spent) filter (where day > first_day), 0) as total
                  from dated
                 group by 1, 2, 3)
            select customer_id, first_day, max(last_day), greatest(max(until_day), max(last_day)), sum(repeats)::integer,
                   (array_agg(currency order by days desc, currency))[1],
                   (array_agg(repeats::integer order by days desc, currency))[1],
                   (array_agg(total order by days desc, currency))[1]
              from by_currency
             group by customer_id, first_day""";

    private final JdbcClient sql;

    Purchases(JdbcClient sql) {
        this.sql = sql;
    }

    /** How far the record of each shop goes: to today, or to its last order when it has been silent for long. */
    void lookAtShops(Instant now, int silentDays) {
        sql.sql("delete from segment.worth_shop").update();
        sql.sql("""
                insert into segment.worth_shop (shop, first_day, until_day, orders)
                select s.code, (min(o.placed_at) at time zone s.zone)::date,
                       case when max(o.placed_at) >= :silent then (cast(:now as timestamptz) at time zone s.zone)::date
                            else (max(o.placed_at) at time zone s.zone)::date end,
                       count(*)
                  from shop.order_mirror o join shop.shop s on s.code = o.shop
                 where not o.reversal
                 group by s.code, s.zone""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("silent", silentSince(now, silentDays))
                .update();
    }

    private static Object silentSince(Instant now, int silentDays) {
        return now.minusSeconds(silentDays * 86_400L).atOffset(ZoneOffset.UTC);
    }

    /** Everybody's habit, for this transaction. */
    void gather(Instant now, int silentDays) {
        make(NOW);
        sql.sql(HABITS.formatted(NOW, ""))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("silent", silentSince(now, silentDays))
                .update();
        sql.sql("analyze " + NOW).update();
    }

    /** The habits of these alone. */
    void gather(Instant now, int silentDays, Collection<CustomerId> customers) {
        make(NOW);
        sql.sql(HABITS.formatted(NOW, "and o.customer_id = any(:customers)"))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("silent", silentSince(now, silentDays))
                .param("customers", customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .update();
    }

    /** As they were on this day, of the customers of this shop. */
    void gatherPast(String shop, LocalDate cut) {
        make(PAST);
        sql.sql(HABITS.formatted(
                        PAST, "and o.shop = :shop and (o.placed_at at time zone s.zone)::date <= cast(:cut as date)"))
                .param("now", cut.atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("silent", cut.atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("shop", shop)
                .param("cut", Date.valueOf(cut))
                .update();
        sql.sql("update " + PAST + " set until_day = cast(:cut as date)").param("cut", Date.valueOf(cut)).update();
        sql.sql("analyze " + PAST).update();
    }

    private void make(String table) {
        sql.sql("drop table if exists pg_temp." + table).update();
        sql.sql("create temporary table " + table + """
                 (customer_id uuid, first_day date, last_day date, until_day date, repeats integer, currency text,
                  spend_repeats integer, spend_total numeric) on commit drop""")
                .update();
    }

    /** Sorted by age, so that what depends on it is computed once for many. */
    Habits habits(String table) {
        Habits habits = new Habits();
        sql.sql("select until_day - first_day as age, last_day - first_day as last, repeats, count(*) as customers from "
                        + table + " group by 1, 2, 3 order by 1, 2, 3")
                .withFetchSize(AT_A_TIME)
                .query(row -> {
                    habits.add(
                            new Habit(row.getInt("repeats"), row.getInt("last"), row.getInt("age")), row.getLong("customers"));
                });
        return habits;
    }

    /** By currency; the means are rounded to four digits, so that equal ones can be counted together. */
    Map<String, Spends> spends(String table) {
        Map<String, Spends> spends = new TreeMap<>();
        sql.sql("""
                select currency, spend_repeats, mean, count(*) as customers
                  from (select currency, spend_repeats,
                               round(spend_total / spend_repeats,
                                     3 - floor(log(spend_total / spend_repeats))::integer) as mean
                          from %s where spend_repeats > 0 and spend_total / spend_repeats >= 0.001) as each
                 group by 1, 2, 3 order by 1, 2, 3""".formatted(table))
                .withFetchSize(AT_A_TIME)
                .query(row -> {
                    spends.computeIfAbsent(row.getString("currency"), key -> new Spends())
                            .add(row.getInt("spend_repeats"), row.getDouble("mean"), row.getLong("customers"));
                });
        return spends;
    }

    record Shop(String code, LocalDate from, LocalDate until) {}

    Optional<Shop> busiestShop() {
        return sql.sql("select shop, first_day, until_day from segment.worth_shop order by orders desc, shop limit 1")
                .query((row, n) -> new Shop(
                        row.getString("shop"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class)))
                .optional();
    }

    /** What customers with this habit did afterwards; {@code total} and {@code money} are sums over them. */
    interface Afterwards {
        void tell(Habit habit, int spendRepeats, int orders, long customers, double total, double money);
    }

    void afterwards(String shop, LocalDate cut, LocalDate until, Afterwards listener) {
        sql.sql("""
                with bought as (
                    select o.customer_id, (o.placed_at at time zone s.zone)::date as day, o.currency,
                           sum(o.amount - coalesce(back.amount, 0)) as spent
                      from shop.order_mirror o
                      join shop.shop s on s.code = o.shop
                      left join lateral (select sum(r.amount) as amount from shop.refund r where r.order_id = o.id) back on true
                     where o.customer_id is not null and (o.reversal or o.state not in ('UNPAID', 'CANCELLED')) and o.shop = :shop
                       and (o.placed_at at time zone s.zone)::date > cast(:cut as date)
                       and (o.placed_at at time zone s.zone)::date <= cast(:until as date)
                     group by 1, 2, 3
                    having sum(o.amount - coalesce(back.amount, 0)) > 0 and not bool_and(o.reversal)),
                later as (
                    select customer_id, count(*)::integer as orders, sum(spent) as money from bought group by 1)
                select p.until_day - p.first_day as age, p.last_day - p.first_day as last, p.repeats, p.spend_repeats,
                       coalesce(l.orders, 0) as orders, count(*) as customers, sum(p.spend_total) as total,
                       coalesce(sum(l.money), 0) as money
                  from worth_past p left join later l using (customer_id)
                 group by 1, 2, 3, 4, 5""")
                .param("shop", shop)
                .param("cut", Date.valueOf(cut))
                .param("until", Date.valueOf(until))
                .withFetchSize(AT_A_TIME)
                .query(row -> {
                    listener.tell(
                            new Habit(row.getInt("repeats"), row.getInt("last"), row.getInt("age")),
                            row.getInt("spend_repeats"),
                            row.getInt("orders"),
                            row.getLong("customers"),
                            row.getDouble("total"),
                            row.getDouble("money"));
                });
    }
}

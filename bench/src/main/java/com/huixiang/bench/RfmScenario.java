package com.huixiang.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.IntStream;

/**
 * Facts, RFM, all rules and memberships of everybody, counted afresh, against one plain statement that reads the same
 * rows: sums by customer over orders, lines and goods.
 */
final class RfmScenario implements Scenario {

    private static final double TARGET = 3;
    private static final int RUNS = 3;
    private static final int GOODS = 4_070;
    /** What the application gives this work, so that neither side has more memory. */
    private static final String MEMORY = "set work_mem = '64MB'";

    // Twentieths of the Online Retail file: how often customers buy, how many of a thing, at which price. Its baskets are
    // longer than four lines and its customers come oftener; ten lines a customer leave room for one of the two.
    private static final String ORDERS = "array[1,1,1,1,1,1,1,1,1,1,2,2,2,2,3,3,4,5,7,12]";
    private static final String QUANTITIES = "array[1,1,1,1,2,2,2,3,4,6,6,6,8,10,12,12,12,24,24,48]";
    private static final String PRICES =
            "array[0.42,0.55,0.65,0.83,0.85,1.25,1.25,1.45,1.65,1.65,1.95,2.08,2.10,2.55,2.95,3.75,4.15,4.95,7.95,12.75]";

    private static final String PLAIN =
            """
            select count(*), sum(spent), max(last_at), max(taste)
              from (select o.customer_id, sum(l.amount) as spent, max(o.placed_at) as last_at, count(*) as lines, max(p.category) as taste
                      from shop.order_mirror o
                      join shop.line l on l.order_id = o.id
                      join shop.product p on p.sku = l.sku
                     group by o.customer_id) x""";

    @Override
    public String summary() {
        return "facts, RFM and all rules of everybody against one plain statement (--customers N, about ten lines each)";
    }

    @Override
    public boolean run(Workplace workplace, Options options, Report report) throws Exception {
        int customers = options.number("customers", 1_000_000);
        workplace.open(1, 1);
        try (Connection database = workplace.observe();
                Statement sql = database.createStatement()) {
            report.progress("making %,d customers with their orders", customers);
            makeCustomers(sql, customers);
            makeOrders(sql, customers);
            report.progress("%,d orders, %,d lines", number(sql, "select count(*) from shop.order_mirror"), number(sql, "select count(*) from shop.line"));
            sql.execute(MEMORY);
            double plain = IntStream.range(0, RUNS).mapToDouble(run -> seconds(sql)).min().orElseThrow();
            report.progress("the plain statement: %.1f s", plain);
            report.heading("run", "seconds", "÷ plain statement", "facts written", "memberships written");
            report.row("plain statement, best of " + RUNS, plain, 1.0, "–", "–");
            count(sql, "first time: everything is new", plain, report);
            long began = System.nanoTime();
            await(sql, "select count(*) from segment.untold", 0, Duration.ofMinutes(20));
            report.line(
                    "Tags of everybody told after the first time: %,d in %.0f s.",
                    number(sql, "select count(*) from customer.tag where rule_id is not null"), (System.nanoTime() - began) / 1e9);
            double again = count(sql, "again, as each night", plain, report);
            report.line("Everybody afresh ÷ plain statement: %.2f (target ≤ %.0f).", again / plain, TARGET);
        }
        return true;
    }

    private static double seconds(Statement sql) {
        try {
            long began = System.nanoTime();
            sql.execute(PLAIN);
            return (System.nanoTime() - began) / 1e9;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The application counts when its agenda says so. */
    private static double count(Statement sql, String name, double plain, Report report) throws Exception {
        long reports = number(sql, "select count(*) from segment.report");
        sql.execute("delete from agenda.appointment where task_name = 'segment.check' and task_instance = 'at-once'");
        sql.execute("""
                insert into agenda.appointment (task_name, task_instance, execution_time, picked, version)
                values ('segment.check', 'at-once', now(), false, 1)""");
        await(sql, "select count(*) from segment.report", reports + 1, Duration.ofMinutes(10));
        try (ResultSet row = sql.executeQuery("select took_millis, facts, memberships from segment.report order by at desc limit 1")) {
            row.next();
            double seconds = row.getLong(1) / 1000.0;
            report.row(name, seconds, seconds / plain, "%,d".formatted(row.getInt(2)), "%,d".formatted(row.getInt(3)));
            report.progress("%s: %.1f s", name, seconds);
            return seconds;
        }
    }

    private static void await(Statement sql, String query, long wanted, Duration longest) throws Exception {
        long end = System.nanoTime() + longest.toNanos();
        while (number(sql, query) != wanted) {
            if (System.nanoTime() > end) {
                throw new IOException("Not within " + longest + ": " + query);
            }
            Thread.sleep(200);
        }
    }

    private static long number(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void makeCustomers(Statement sql, int customers) throws SQLException {
        sql.execute("set session_replication_role = replica");
        sql.execute("select setseed(0.2)");
        sql.execute("""
                insert into customer.customer (id, name, level, source, created_at, last_seen_at)
                select ('01800000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, '客户 ' || n,
                       (array['ORDINARY', 'ORDINARY', 'ORDINARY', 'ORDINARY', 'ORDINARY', 'ORDINARY', 'ORDINARY', 'SILVER', 'SILVER', 'GOLD'])[1 + n %% 10],
                       'bench', now() - interval '400 days', now() - interval '1 day'
                  from generate_series(1, %d) n""".formatted(customers));
        sql.execute("insert into shop.shop (code, name) values ('bench', '店铺') on conflict do nothing");
        sql.execute("""
                insert into shop.product (sku, name, category, price, currency, launched_at, changed_at, content)
                select 'SKU-' || n, '商品 ' || n, '品类 ' || n %% 24, (%s)[1 + n %% 20], 'CNY',
                       now() - interval '1 day' * (n %% 700), now(), ''
                  from generate_series(1, %d) n""".formatted(PRICES, GOODS));
    }

    private static void makeOrders(Statement sql, int customers) throws SQLException {
        sql.execute("drop index shop.line_of_customer, shop.order_of_customer, shop.order_newest, shop.order_number, shop.order_in_work");
        sql.execute("alter table shop.line drop constraint line_pkey");
        sql.execute("""
                create temporary table bought as
                select row_number() over () as no, ('01800000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as customer,
                       now() - interval '1 minute' * floor(random() * 537000) as at
                  from generate_series(1, %d) n, generate_series(1, (%s)[1 + (n * 7 %% 20)]) o""".formatted(customers, ORDERS));
        sql.execute("""
                insert into shop.line (order_id, no, customer_id, sku, name, quantity, price, amount)
                select ('01810000-0000-7000-8000-' || lpad(to_hex(no), 12, '0'))::uuid, l, customer, 'SKU-' || g, '商品 ' || g, q, p, q * p
                  from (select no, l, customer, 1 + floor(random() * %d)::integer as g, (%s)[1 + floor(random() * 20)::integer] as q,
                               (%s)[1 + floor(random() * 20)::integer] as p
                          from bought, generate_series(1, 4) l) x""".formatted(GOODS, QUANTITIES, PRICES));
        sql.execute("""
                insert into shop.order_mirror (id, customer_id, shop, no, state, placed_at, paid_at, amount, currency, changed_at, content, source, taken_at)
                select ('01810000-0000-7000-8000-' || lpad(to_hex(no), 12, '0'))::uuid, customer, 'bench', 'B' || no, 'COMPLETED', at, at,
                       l.amount, 'CNY', at, '', 'bench', now() - interval '30 days'
                  from bought join (select order_id, sum(amount) as amount from shop.line group by order_id) l
                    on l.order_id = ('01810000-0000-7000-8000-' || lpad(to_hex(no), 12, '0'))::uuid""");
        sql.execute("set maintenance_work_mem = '512MB'");
        sql.execute("alter table shop.line add primary key (order_id, no)");
        sql.execute("create index line_of_customer on shop.line (customer_id, sku) where customer_id is not null");
        sql.execute("create index order_of_customer on shop.order_mirror (customer_id, placed_at desc, id desc) where customer_id is not null");
        sql.execute("create index order_newest on shop.order_mirror (placed_at desc, id desc)");
        sql.execute("vacuum (analyze) customer.customer");
        sql.execute("vacuum (analyze) shop.order_mirror");
        sql.execute("vacuum (analyze) shop.line");
        sql.execute("analyze shop.product");
    }
}

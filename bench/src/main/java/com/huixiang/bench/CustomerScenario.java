package com.huixiang.bench;

import com.huixiang.crowd.Door;
import com.huixiang.crowd.Staffing;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** A million customers with orders, tags and facts: what the file, the glance and the table of customers take. */
final class CustomerScenario implements Scenario {

    private static final double TARGET_MILLIS = 50;
    private static final List<String> TAGS = List.of("高价值", "新品爱好者", "价格敏感", "流失风险", "上海", "浙江");

    @Override
    public String summary() {
        return "the file of one among a million customers, and their table (--customers N, --requests N)";
    }

    @Override
    public boolean run(Workplace workplace, Options options, Report report) throws Exception {
        int customers = options.number("customers", 1_000_000);
        workplace.open(2, 50);
        report.progress("loading %,d customers with COPY", customers);
        UUID[] ids = fill(workplace, customers);
        Door door = new Door(workplace.server().address());
        door.get("/api/session");
        door.post("/api/session", Map.of("login", Staffing.login(0), "password", Staffing.PASSWORD)).good();
        SpokenShop shop = new SpokenShop(5);
        Supplier<String> anybody = () -> ids[shop.below(ids.length)].toString();
        report.heading("request", "requests", "p50 ms", "p95 ms", "p99 ms", "longest ms");
        measure(report, options, door, "the file", () -> "/api/customers/" + anybody.get());
        measure(report, options, door, "the glance of the workbench", () -> "/api/customers/" + anybody.get() + "/glance");
        measure(report, options, door, "purchases month by month", () -> "/api/customers/" + anybody.get() + "/purchases");
        List<String> orders = List.of("registered", "name", "spent", "orders", "bought");
        measure(report, options, door, "table, first page", () -> "/api/customers/table?sort=" + orders.get(shop.below(orders.size())));
        measure(report, options, door, "table, one level", () -> "/api/customers/table?level=gold&sort=" + orders.get(shop.below(orders.size())));
        measure(report, options, door, "table, one tag", () -> "/api/customers/table?sort=spent&tag="
                + URLEncoder.encode(TAGS.get(shop.below(TAGS.size())), StandardCharsets.UTF_8));
        deepPages(report, door, options);
        report.line("Target: p99 of the file ≤ %.0f ms.", TARGET_MILLIS);
        return true;
    }

    private static void measure(Report report, Options options, Door door, String name, Supplier<String> path) {
        for (int each = 0; each < 100; each++) {
            door.get(path.get()).good();
        }
        LatencyRecorder times = new LatencyRecorder();
        int requests = options.number("requests", 2_000);
        for (int each = 0; each < requests; each++) {
            String address = path.get();
            long asked = System.nanoTime();
            door.get(address).good();
            times.since(asked);
        }
        row(report, name, times);
    }

    private static void row(Report report, String name, LatencyRecorder times) {
        LatencyRecorder.Latency latency = times.take();
        report.row(name, latency.count(), latency.p50(), latency.millis(95), latency.p99(), latency.longest());
    }

    /** Page after page, as far as anybody turns them. */
    private static void deepPages(Report report, Door door, Options options) {
        LatencyRecorder times = new LatencyRecorder();
        String cursor = "";
        for (int page = 0; page < 300 && cursor != null; page++) {
            long asked = System.nanoTime();
            var answer = door.get("/api/customers/table?sort=spent&limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor)).good();
            times.since(asked);
            cursor = answer.path("next").isNull() ? null : answer.path("next").asString();
        }
        row(report, "table, 300 pages of 200", times);
    }

    private static UUID[] fill(Workplace workplace, int customers) throws SQLException, IOException {
        SpokenShop shop = new SpokenShop(11);
        Instant now = Instant.now();
        UUID[] ids = new UUID[customers];
        try (Connection database = workplace.observe();
                Statement sql = database.createStatement()) {
            sql.execute("update staff.member set role = 'supervisor' where login = '" + Staffing.login(0) + "'");
            sql.execute("set session_replication_role = replica");
            sql.execute("insert into shop.shop (code, name) values ('bench', '回响测试店') on conflict do nothing");
            String[] levels = {"ORDINARY", "ORDINARY", "ORDINARY", "SILVER", "GOLD", "PLATINUM"};
            try (var rows = new SearchScenario.Rows(database, "customer.customer (id, name, level, phone, source, created_at, last_seen_at)")) {
                for (int each = 0; each < customers; each++) {
                    ids[each] = UUID.randomUUID();
                    Instant at = now.minus(Duration.ofMinutes(shop.below(1_000_000)));
                    rows.add(ids[each], shop.name(), levels[shop.below(levels.length)], shop.phone(), "web", at, now);
                }
            }
            try (var rows = new SearchScenario.Rows(database, "customer.identity (kind, value, customer_id, source, at)")) {
                for (int each = 0; each < customers; each++) {
                    rows.add("MEMBER", "M" + each, ids[each], "web", now);
                }
            }
            try (var rows = new SearchScenario.Rows(database, "customer.tag (customer_id, name, by_name, at)")) {
                for (int each = 0; each < customers; each++) {
                    for (int tag = shop.below(TAGS.size()); tag < TAGS.size(); tag += 3) {
                        rows.add(ids[each], TAGS.get(tag), "规则", now);
                    }
                }
            }
            orders(database, shop, ids, now);
            sql.execute("""
                    insert into segment.facts (customer_id, currency, orders, orders_year, spent, spent_year, spent_quarter,
                           first_order_at, last_order_at, categories, level, reachable, views, carts, since, r, f, m, strategy,
                           appraisal, rules, counted, computed_at)
                    select c.id, 'CNY', coalesce(o.n, 0), coalesce(o.n, 0), coalesce(o.amount, 0), coalesce(o.amount, 0), 0,
                           o.first_at, o.last_at, '{}', c.level, true, 0, 0, c.created_at, 1 + hashtext(c.name) % 5 & 3, 3, 3,
                           'CULTIVATE', 'ORDINARY', '{}', '{}', c.created_at
                      from customer.customer c
                      left join (select customer_id, count(*) as n, sum(amount) as amount, min(placed_at) as first_at,
                                        max(placed_at) as last_at
                                   from shop.order_mirror group by 1) o on o.customer_id = c.id
                    on conflict do nothing""");
            sql.execute("set session_replication_role = default");
            for (String table : List.of("customer.customer", "customer.tag", "customer.identity", "shop.order_mirror", "shop.line", "segment.facts")) {
                sql.execute("vacuum (analyze) " + table);
            }
        }
        return ids;
    }

    private static void orders(Connection database, SpokenShop shop, UUID[] ids, Instant now) throws SQLException, IOException {
        UUID[] orders = new UUID[ids.length];
        try (var rows = new SearchScenario.Rows(database, "shop.order_mirror (id, customer_id, shop, no, state, placed_at, paid_at,"
                + " amount, currency, changed_at, content, source, taken_at)")) {
            for (int each = 0; each < ids.length; each++) {
                orders[each] = UUID.randomUUID();
                Instant at = now.minus(Duration.ofMinutes(shop.below(700_000)));
                rows.add(orders[each], ids[customerOf(each, ids.length)], "bench", "B" + each, "COMPLETED", at, at,
                        BigDecimal.valueOf(1_000 + shop.below(400_000), 2), "CNY", at, "x", "bench", at);
            }
        }
        try (var rows = new SearchScenario.Rows(database, "shop.line (order_id, no, customer_id, sku, name, quantity, price, amount)")) {
            for (int each = 0; each < ids.length; each++) {
                for (int line = 1; line <= 2; line++) {
                    rows.add(orders[each], line, ids[customerOf(each, ids.length)], "S" + shop.below(2_000), "浅灰布艺沙发", 1, "99.00", "99.00");
                }
            }
        }
    }

    /** Some buy often, and many never. */
    private static int customerOf(int order, int customers) {
        return (int) ((long) order * order % customers);
    }
}

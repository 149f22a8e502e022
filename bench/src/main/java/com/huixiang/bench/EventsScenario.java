package com.huixiang.bench;

import com.huixiang.crowd.Door;
import com.huixiang.crowd.Staffing;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.PGConnection;

/** How many events a second come in over HTTP, against the COPY rate of the same PostgreSQL for the very same rows. */
final class EventsScenario implements Scenario {

    private static final int BATCH = 100;
    private static final int TEMPLATES = 200;
    private static final String SLOT = "00000000-0000-0000-0000-000000000000";
    private static final String[] NAMES = {
        "Page Viewed", "Product Viewed", "Product Viewed", "Page Viewed", "Product Viewed", "Products Searched",
        "Product Viewed", "Product Added", "Product Favourited", "Page Viewed"
    };
    private static final double TARGET_PER_SECOND = 20_000;
    private static final double TARGET_RATIO = 0.4;
    private static final double TARGET_VISIBLE_MILLIS = 50;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong number = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile boolean sending = true;

    @Override
    public String summary() {
        return "behaviour events/s over HTTP against COPY of the same rows (--customers N, --senders N)";
    }

    @Override
    public boolean run(Workplace workplace, Options options, Report report) throws Exception {
        int customers = options.number("customers", 20_000);
        int senders = options.number("senders", 8);
        workplace.open(1, 50);
        List<byte[]> templates = templates(customers);
        double copy;
        double rate;
        LatencyRecorder.Latency busy;
        ProcessTimes times;
        long driver;
        try (ExecutorService threads = Executors.newFixedThreadPool(senders)) {
            List<Future<?>> running = new ArrayList<>();
            for (int sender = 0; sender < senders; sender++) {
                int first = sender;
                running.add(threads.submit(() -> send(workplace, templates, first)));
            }
            report.progress("warming up for %d s", options.warmUpSeconds());
            Thread.sleep(options.warmUpSeconds() * 1_000L);
            long before = accepted.get();
            ProcessTimes timesBefore = ProcessTimes.of(workplace.server());
            long driverBefore = driverNanos();
            long began = System.nanoTime();
            Thread.sleep(options.seconds() * 1_000L);
            double seconds = (System.nanoTime() - began) / 1e9;
            long events = accepted.get() - before;
            times = ProcessTimes.of(workplace.server()).since(timesBefore);
            driver = driverNanos() - driverBefore;
            rate = events / seconds;
            report.heading("events/s", "µs CPU an event: application", "PostgreSQL", "driver", "refused batches");
            report.row(rate, times.application() * 1e3 / events, times.database() * 1e3 / events, driver / 1e3 / events, refused.get());
            busy = visible(workplace, 100);
            sending = false;
            for (Future<?> each : running) {
                each.get();
            }
        }
        LatencyRecorder.Latency calm = visible(workplace, 300);
        copy = copy(workplace, options.number("rows", 400_000));
        report.heading("what", "measured", "target");
        report.row("events/s over HTTP, batches of " + BATCH, rate, TARGET_PER_SECOND);
        report.row("COPY of the same rows, rows/s", copy, "");
        report.row("ratio", rate / copy, TARGET_RATIO);
        report.row("from sending to seen in the profile, ms: p50", calm.p50(), "");
        report.row("p99", calm.p99(), TARGET_VISIBLE_MILLIS);
        report.row("the same under full load: p50", busy.p50(), "");
        report.row("p99", busy.p99(), "");
        return refused.get() == 0 && complete(workplace, report);
    }

    // ---- Sending --------------------------------------------------------------------------------------------------------

    private Void send(Workplace workplace, List<byte[]> templates, int first) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(workplace, "/api/events"))
                .header("X-Huixiang-Site", Staffing.SITE)
                .header("Content-Type", "application/json");
        for (int at = first; sending; at++) {
            byte[] body = numbered(templates.get(at % templates.size()));
            HttpResponse<String> answer = http.send(
                    request.copy().POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200 && answer.body().contains("\"accepted\":" + BATCH + ",")) {
                accepted.addAndGet(BATCH);
            } else {
                refused.incrementAndGet();
            }
        }
        return null;
    }

    /** Every message has an id of its own; the places of the ids are found by their zeros. */
    private byte[] numbered(byte[] template) {
        byte[] body = template.clone();
        long first = number.getAndAdd(BATCH);
        int slot = 0;
        for (int at = 0; at + SLOT.length() <= body.length; at++) {
            if (body[at] == '0' && body[at - 1] == '"' && isSlot(body, at)) {
                byte[] id = new UUID(0x0123_4567_89ab_4def_0L >>> 4, first + slot++).toString().getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(id, 0, body, at, id.length);
                at += id.length;
            }
        }
        return body;
    }

    private static boolean isSlot(byte[] body, int at) {
        return body[at + 8] == '-' && body[at + 35] == '0' && body[at + 36] == '"' && body[at + 1] == '0';
    }

    private static List<byte[]> templates(int customers) {
        List<byte[]> templates = new ArrayList<>();
        long now = Instant.now().toEpochMilli();
        for (int template = 0; template < TEMPLATES; template++) {
            StringBuilder body = new StringBuilder("{\"batch\":[");
            for (int at = 0; at < BATCH; at++) {
                int running = template * BATCH + at;
                int product = running * 31 % 5_000;
                String name = NAMES[running % NAMES.length];
                body.append(at == 0 ? "" : ",")
                        .append("{\"type\":\"").append(name.equals("Page Viewed") ? "page" : "track")
                        .append("\",\"messageId\":\"").append(SLOT)
                        .append("\",\"anonymousId\":\"a7c0a5e1-1f1e-4d7c-9a53-").append("%012d".formatted(running % customers))
                        .append("\",\"event\":\"").append(name)
                        .append("\",\"sessionId\":\"s-").append(running % customers)
                        .append("\",\"timestamp\":\"").append(Instant.ofEpochMilli(now - running * 7L))
                        .append("\",\"properties\":{\"sku\":\"QH-").append(product)
                        .append("\",\"name\":\"羊毛地毯 手工编织 款式 ").append(product)
                        .append("\",\"price\":\"").append(99 + product % 900).append(".00\",\"currency\":\"CNY\",\"category\":\"地毯\"")
                        .append(",\"url\":\"https://shop.example/products/").append(product)
                        .append("\",\"title\":\"羊毛地毯 ").append(product).append(" - 青禾家居\"}}");
            }
            templates.add(body.append("]}").toString().getBytes(StandardCharsets.UTF_8));
        }
        return templates;
    }

    // ---- Seen ------------------------------------------------------------------------------------------------------------

    /** From sending one event to reading it in the customer's file. */
    private LatencyRecorder.Latency visible(Workplace workplace, int times) throws Exception {
        Door page = new Door(workplace.server().address());
        Door colleague = new Door(workplace.server().address());
        colleague.get("/api/session");
        colleague.post("/api/session", Map.of("login", Staffing.login(0), "password", Staffing.PASSWORD)).good();
        String anonymous = UUID.randomUUID().toString();
        page.post("/api/events?site=" + Staffing.SITE, one(anonymous, "first")).good();
        String customer = customerOf(workplace, anonymous);
        LatencyRecorder recorder = new LatencyRecorder();
        for (int time = 0; time < times; time++) {
            long began = System.nanoTime();
            String sku = "seen-" + time;
            page.post("/api/events?site=" + Staffing.SITE, one(anonymous, sku)).good();
            while (!colleague.get("/api/customers/" + customer + "/now").body().path("product").path("sku").asString("").equals(sku)) {
                Thread.onSpinWait();
            }
            recorder.since(began);
        }
        return recorder.take();
    }

    private static Map<String, Object> one(String anonymous, String sku) {
        return Map.of("batch", List.of(Map.of(
                "type", "track", "messageId", UUID.randomUUID().toString(), "anonymousId", anonymous, "event", "Product Viewed",
                "timestamp", Instant.now().toString(), "properties", Map.of("sku", sku, "name", "羊毛地毯"))));
    }

    private static String customerOf(Workplace workplace, String anonymous) throws Exception {
        try (Connection database = workplace.observe();
                PreparedStatement sql = database.prepareStatement(
                        "select customer_id from customer.identity where kind = 'VISITOR' and value = ?")) {
            sql.setString(1, anonymous);
            try (ResultSet row = sql.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    // ---- The limit --------------------------------------------------------------------------------------------------------

    /** The rows that have just come in, once more, in one COPY into a table with the same columns and key. */
    private static double copy(Workplace workplace, int rows) throws Exception {
        try (Connection database = workplace.observe();
                Statement sql = database.createStatement()) {
            sql.execute("drop table if exists public.bench_event");
            sql.execute("create table public.bench_event (like journey.event including all)");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            var copy = database.unwrap(PGConnection.class).getCopyAPI();
            copy.copyOut("copy (select * from journey.event order by received_at limit " + rows + ") to stdout (format binary)", bytes);
            double best = 0;
            for (int round = 0; round < 3; round++) {
                sql.execute("truncate public.bench_event");
                sql.execute("checkpoint");
                long began = System.nanoTime();
                long copied = copy.copyIn("copy public.bench_event from stdin (format binary)", (InputStream) new java.io.ByteArrayInputStream(bytes.toByteArray()));
                best = Math.max(best, copied / ((System.nanoTime() - began) / 1e9));
            }
            sql.execute("drop table public.bench_event");
            return best;
        }
    }

    /** What was answered is there, once. */
    private boolean complete(Workplace workplace, Report report) throws Exception {
        try (Connection database = workplace.observe();
                Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery("select count(*), count(distinct id) from journey.event where properties ->> 'sku' like 'QH-%'")) {
            row.next();
            report.line("Accepted: %,d; in the table: %,d, of which different: %,d.", accepted.get(), row.getLong(1), row.getLong(2));
            return row.getLong(1) == accepted.get() && row.getLong(2) == accepted.get();
        }
    }

    private static long driverNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static URI address(Workplace workplace, String path) {
        return workplace.server().address().resolve(path);
    }
}

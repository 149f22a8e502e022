package com.huixiang.bench;

import com.huixiang.crowd.Door;
import com.huixiang.crowd.Staffing;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import tools.jackson.databind.JsonNode;

/**
 * A million Chinese messages: how long the index takes from nothing, how long an answer takes, and what it costs in memory.
 * The limit it is held against is the plain sequential read of the same messages by PostgreSQL.
 */
final class SearchScenario implements Scenario {

    private static final int LINES = 20;
    private static final double TARGET_MILLIS = 100;

    @Override
    public String summary() {
        return "search over a million messages, and building its index (--messages N, --queries N, --clients N)";
    }

    @Override
    public boolean run(Workplace workplace, Options options, Report report) throws Exception {
        int messages = options.number("messages", 1_000_000);
        workplace.open(2, 50);
        report.progress("loading %,d messages with COPY", messages);
        fill(workplace, messages);
        double plain = plainRead(workplace);
        double heapBefore = ProcessMemory.liveHeap(workplace.server()) / 1e6;
        workplace.server().close();
        forgetIndex(workplace);
        workplace.server().start();
        Door lead = signIn(workplace, 0);
        double building = awaitIndex(lead);
        int all = messages + messages / LINES;
        long size = sizeOf(workplace.server().data().resolve("search"));
        double heap = ProcessMemory.liveHeap(workplace.server()) / 1e6;
        report.heading("entries", "built in s", "entries/s", "reading alone s", "times that", "on disk MB", "live heap MB", "before MB");
        report.row("%,d".formatted(all), building, all / building, plain, building / plain, size / 1e6, heap, heapBefore);
        report.heading("who asks", "at once", "questions", "per s", "p50 ms", "p95 ms", "p99 ms", "longest ms", "with hits");
        boolean found = ask(report, "lead, sees all", () -> signIn(workplace, 0), 1, options);
        ask(report, "lead, sees all", () -> signIn(workplace, 0), options.number("clients", 4), options);
        ask(report, "agent, one group", () -> signIn(workplace, 1), 1, options);
        report.line("Live heap after the questions: %.0f MB; resident: %.0f MB.",
                ProcessMemory.liveHeap(workplace.server()) / 1e6, ProcessMemory.resident(workplace.server().pid()) / 1e6);
        report.line("Target: p95 ≤ %.0f ms.", TARGET_MILLIS);
        return found;
    }

    private static Door signIn(Workplace workplace, int number) {
        Door door = new Door(workplace.server().address());
        door.get("/api/session");
        door.post("/api/session", Map.of("login", Staffing.login(number), "password", Staffing.PASSWORD)).good();
        return door;
    }

    private static void fill(Workplace workplace, int messages) throws SQLException, IOException {
        SpokenShop shop = new SpokenShop(7);
        int conversations = messages / LINES;
        Instant now = Instant.now();
        try (Connection database = workplace.observe();
                Statement sql = database.createStatement()) {
            sql.execute("update staff.member set role = 'supervisor' where login = '" + Staffing.login(0) + "'");
            sql.execute("select conversation.make_month((date_trunc('month', now()) - make_interval(months => back))::date)"
                    + " from generate_series(0, 12) back");
            // What is loaded here is read as a whole afterwards; nobody needs to note it.
            sql.execute("set session_replication_role = replica");
            UUID[] customers = new UUID[conversations];
            try (Rows rows = new Rows(database, "customer.customer (id, name, phone, source, created_at, last_seen_at)")) {
                for (int each = 0; each < conversations; each++) {
                    customers[each] = UUID.randomUUID();
                    rows.add(customers[each], shop.name(), shop.phone(), "web", now, now);
                }
            }
            UUID[] ids = new UUID[conversations];
            try (Rows rows = new Rows(database, "conversation.conversation (id, customer_id, channel_id, channel_kind,"
                    + " channel_name, state, last_seq, last_shown_seq, last_at, last_by, last_preview, opened_at, closed_at)")) {
                for (int each = 0; each < conversations; each++) {
                    ids[each] = UUID.randomUUID();
                    Instant at = beginning(now, each, conversations);
                    rows.add(ids[each], customers[each], "crowd", "web", "回响测试店", "CLOSED", LINES, LINES, at, "CUSTOMER", "谢谢", at, at);
                }
            }
            try (Rows rows = new Rows(database, "conversation.message (conversation_id, seq, sent_at, client_id, author,"
                    + " author_id, author_name, kind, body)")) {
                for (int each = 0; each < conversations; each++) {
                    Instant at = beginning(now, each, conversations);
                    for (int seq = 1; seq <= LINES; seq++) {
                        rows.add(
                                ids[each], seq, at.plusSeconds(20L * seq), UUID.randomUUID(), seq % 2 == 1 ? "CUSTOMER" : "AGENT",
                                customers[each], "访客", "TEXT", "{\"text\": \"" + shop.line() + "\"}");
                    }
                }
            }
            sql.execute("set session_replication_role = default");
            sql.execute("vacuum (analyze) conversation.message");
            sql.execute("vacuum (analyze) conversation.conversation");
            sql.execute("vacuum (analyze) customer.customer");
        }
    }

    /** The last twelve months, the oldest first. */
    private static Instant beginning(Instant now, int number, int of) {
        return now.minus(Duration.ofDays(364)).plusMillis(Duration.ofDays(363).toMillis() * number / of);
    }

    private static double plainRead(Workplace workplace) throws SQLException, IOException {
        try (Connection database = workplace.observe();
                Statement sql = database.createStatement()) {
            long began = System.nanoTime();
            sql.execute("select count(body ->> 'text') from conversation.message where kind = 'TEXT' and recalled_at is null");
            return (System.nanoTime() - began) / 1e9;
        }
    }

    private static void forgetIndex(Workplace workplace) throws IOException {
        Path folder = workplace.server().data().resolve("search");
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static double awaitIndex(Door door) throws InterruptedException {
        long began = System.nanoTime();
        boolean begun = false;
        while (true) {
            var reply = door.get("/api/search?q=x");
            boolean building = !reply.isGood() || reply.body().path("building").asBoolean();
            begun |= building;
            double seconds = (System.nanoTime() - began) / 1e9;
            if (!building && (begun && seconds > 3 || seconds > 20)) {
                return seconds;
            }
            Thread.sleep(50);
        }
    }

    private static long sizeOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private interface SignIn {
        Door go() throws Exception;
    }

    private static boolean ask(Report report, String who, SignIn signIn, int clients, Options options) throws Exception {
        int questions = options.number("queries", 2_000);
        Map<Integer, Door> doors = new LinkedHashMap<>();
        for (int client = 0; client < clients; client++) {
            doors.put(client, signIn.go());
        }
        SpokenShop warm = new SpokenShop(3);
        for (int each = 0; each < 200; each++) {
            question(doors.get(0), warm.question());
        }
        LatencyRecorder times = new LatencyRecorder();
        AtomicLong hits = new AtomicLong();
        long began = System.nanoTime();
        List<Thread> threads = doors.entrySet().stream()
                .map(client -> Thread.ofVirtual().start(() -> {
                    SpokenShop shop = new SpokenShop(100 + client.getKey());
                    for (int each = 0; each < questions / clients; each++) {
                        String question = shop.question();
                        long asked = System.nanoTime();
                        JsonNode answer = question(client.getValue(), question);
                        times.since(asked);
                        hits.addAndGet(answer.path("groups").isEmpty() ? 0 : 1);
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        LatencyRecorder.Latency latency = times.take();
        report.row(
                who, clients, latency.count(), latency.count() / seconds, latency.p50(), latency.millis(95), latency.p99(),
                latency.longest(), "%.0f %%".formatted(100.0 * hits.get() / latency.count()));
        return hits.get() > 0;
    }

    private static JsonNode question(Door door, String words) {
        return door.get("/api/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)).good();
    }

    /** Rows on their way into a table, as text. */
    static final class Rows implements AutoCloseable {

        private final CopyIn copy;
        private final StringBuilder text = new StringBuilder(1 << 17);

        Rows(Connection database, String table) throws SQLException {
            this.copy = database.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
        }

        void add(Object... cells) throws SQLException {
            for (int at = 0; at < cells.length; at++) {
                text.append(at == 0 ? "" : "\t").append(cells[at] == null ? "\\N" : cells[at]);
            }
            text.append('\n');
            if (text.length() > 1 << 16) {
                send();
            }
        }

        private void send() throws SQLException {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            text.setLength(0);
        }

        @Override
        public void close() throws SQLException {
            send();
            copy.endCopy();
        }
    }
}

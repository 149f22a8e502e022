package com.huixiang.bench;

import com.huixiang.crowd.Door;
import com.huixiang.crowd.Staffing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How long a whole shop takes to come in by its file, against the COPY of the very same order lines. */
final class ImportScenario implements Scenario {

    private static final Path FILE = Path.of("../shared/data/uci_online_retail/online_retail.csv.gz");
    private static final double TARGET_SECONDS = 60;

    @Override
    public String summary() {
        return "the Online Retail file, 541,909 lines, from the upload to the last order (needs ../shared)";
    }

    @Override
    public boolean run(Workplace workplace, Options options, Report report) throws Exception {
        workplace.open(1, 1);
        try (Connection database = workplace.observe();
                Statement sql = database.createStatement()) {
            sql.execute("update staff.role set permissions = array_append(permissions, 'import')"
                    + " where not 'import' = any(permissions)");
        }
        Door member = new Door(workplace.server().address());
        member.get("/api/session");
        member.post("/api/session", Map.of("login", Staffing.login(0), "password", Staffing.PASSWORD)).good();
        JsonNode first = bring(workplace, member, report, "first time");
        double seconds = tookSeconds(first);
        JsonNode again = bring(workplace, member, report, "again");
        double copy = copySeconds(workplace);
        report.heading("what", "measured", "target");
        report.row("seconds for 541,909 lines", seconds, TARGET_SECONDS);
        report.row("lines/s", first.path("lines").asLong() / seconds, "");
        report.row("the same file again, seconds", tookSeconds(again), "");
        report.row("COPY of the same lines into an equal table, seconds", copy, "");
        report.row("ratio of rates, import to COPY", copy / seconds, "");
        return seconds <= TARGET_SECONDS && again.path("changed").asLong() == 0 && complete(workplace, report);
    }

    private JsonNode bring(Workplace workplace, Door member, Report report, String which) throws Exception {
        Matcher token = Pattern.compile("XSRF-TOKEN=([^;]+)").matcher(member.cookies());
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        workplace.server().address().resolve("/api/imports?file=online_retail.csv.gz"))
                .header("Content-Type", "application/octet-stream")
                .header("Cookie", member.cookies())
                .POST(HttpRequest.BodyPublishers.ofByteArray(Files.readAllBytes(FILE)));
        if (token.find()) {
            request.header("X-XSRF-TOKEN", token.group(1));
        }
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
        String id = JsonMapper.shared().readTree(answer.body()).path("id").asString();
        while (true) {
            JsonNode file = member.get("/api/imports/" + id).body();
            String state = file.path("state").asString();
            if (state.equals("done") || state.equals("failed")) {
                report.progress("%s: %s", which, file);
                return file;
            }
            Thread.sleep(250);
        }
    }

    private static double tookSeconds(JsonNode file) {
        return java.time.Duration.between(
                                java.time.Instant.parse(file.path("createdAt").asString()),
                                java.time.Instant.parse(file.path("finishedAt").asString()))
                        .toMillis()
                / 1e3;
    }

    /** The limit: the lines that have just come in, once more, into a table with the same columns and keys. */
    private static double copySeconds(Workplace workplace) throws Exception {
        try (Connection database = workplace.observe();
                Statement sql = database.createStatement()) {
            sql.execute("drop table if exists public.bench_line");
            sql.execute("create table public.bench_line (like shop.line including all)");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            var copy = database.unwrap(PGConnection.class).getCopyAPI();
            copy.copyOut("copy (select * from shop.line) to stdout (format binary)", bytes);
            double best = Double.MAX_VALUE;
            for (int round = 0; round < 3; round++) {
                sql.execute("truncate public.bench_line");
                sql.execute("checkpoint");
                long began = System.nanoTime();
                copy.copyIn(
                        "copy public.bench_line from stdin (format binary)",
                        (InputStream) new ByteArrayInputStream(bytes.toByteArray()));
                best = Math.min(best, (System.nanoTime() - began) / 1e9);
            }
            sql.execute("drop table public.bench_line");
            return best;
        }
    }

    private static boolean complete(Workplace workplace, Report report) throws Exception {
        try (Connection database = workplace.observe();
                Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery(
                        "select count(*), sum(quantity * price)::text, count(distinct customer_id) from shop.line")) {
            row.next();
            report.line("In the tables: %,d lines, %s in all, %,d customers.", row.getLong(1), row.getString(2), row.getLong(3));
            return row.getLong(1) == 541_909 && row.getString(2).equals("9747747.934");
        }
    }
}

package com.huixiang.bench;

import com.huixiang.crowd.Staffing;
import com.huixiang.crowd.VirtualAgent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A real chat log lived through again: its customers and agents write the same lines to each other, only faster. */
final class ReplayScenario implements Scenario {

    private static final String FILE = "chat_0.1per.txt";
    private static final int AGENTS = 10;
    private static final int CAPACITY = 20;

    @Override
    public String summary() {
        return "a real chat log through the running product: FOLDER with " + FILE + " (--speed-up N, --at-once N)";
    }

    @Override
    public boolean run(Workplace workplace, Options options, Report report) throws Exception {
        if (options.plain().isEmpty() || !Files.exists(Path.of(options.plain().getFirst(), FILE))) {
            report.line("Nothing to replay: give the folder that holds %s. The log is not part of the product.", FILE);
            return true;
        }
        List<ChatLog.Session> sessions = ChatLog.read(Path.of(options.plain().getFirst(), FILE));
        workplace.open(AGENTS, CAPACITY);
        ChatScenario.warmUp(workplace, options.warmUpSeconds());
        UUID category = category(workplace);
        Replay replay = new Replay(
                workplace, AGENTS, category, options.decimal("speed-up", 60), options.number("at-once", 100));
        long began = System.nanoTime();
        replay.run(sessions, report);
        double seconds = (System.nanoTime() - began) / 1e9;
        report.line(
                "%,d sessions, %,d messages in %.0f s (%.0f/s); customer to agent p50 %.1f ms, p99 %.1f ms; agent to customer"
                        + " p50 %.1f ms, p99 %.1f ms.",
                sessions.size(),
                replay.written(),
                seconds,
                replay.written() / seconds,
                replay.toAgent().p50(),
                replay.toAgent().p99(),
                replay.toCustomer().p50(),
                replay.toCustomer().p99());
        return compare(workplace, replay, report);
    }

    private static UUID category(Workplace workplace) throws Exception {
        UUID category = UUID.randomUUID();
        try (Connection database = workplace.observe();
                PreparedStatement sql =
                        database.prepareStatement("insert into conversation.category (id, name) values (?, '回放')")) {
            sql.setObject(1, category);
            sql.executeUpdate();
        }
        return category;
    }

    private static boolean compare(Workplace workplace, Replay replay, Report report) throws Exception {
        int wrong = 0;
        int closed = 0;
        try (Connection database = workplace.observe()) {
            for (Replay.Lived lived : replay.lived()) {
                List<ChatLog.Line> recorded = linesOf(database, lived.conversation());
                if (!recorded.equals(lived.lines())) {
                    wrong++;
                    report.line("Differs: %s", firstDifference(lived.lines(), recorded));
                }
                closed += isClosed(database, lived.conversation()) ? 1 : 0;
            }
        }
        report.line(
                "Sessions whose record differs from the log in number, order, writer or text of its messages: %d;"
                        + " sessions closed by their agent: %d of %d; refused messages: %d.",
                wrong, closed, replay.lived().size(), replay.refused());
        return wrong == 0 && replay.refused() == 0;
    }

    private static String firstDifference(List<ChatLog.Line> log, List<ChatLog.Line> recorded) {
        int at = 0;
        while (at < Math.min(log.size(), recorded.size()) && log.get(at).equals(recorded.get(at))) {
            at++;
        }
        return "line %d of %d, on record %d; the log says %s, the record %s"
                .formatted(
                        at + 1,
                        log.size(),
                        recorded.size(),
                        at < log.size() ? log.get(at) : "nothing",
                        at < recorded.size() ? recorded.get(at) : "nothing");
    }

    private static List<ChatLog.Line> linesOf(Connection database, UUID conversation) throws SQLException {
        try (PreparedStatement sql = database.prepareStatement(
                """
                select author, body ->> 'text' from conversation.message
                 where conversation_id = ? and kind = 'TEXT' order by seq""")) {
            sql.setObject(1, conversation);
            List<ChatLog.Line> lines = new ArrayList<>();
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    lines.add(new ChatLog.Line(row.getString(1).equals("AGENT"), row.getString(2)));
                }
            }
            return lines;
        }
    }

    private static boolean isClosed(Connection database, UUID conversation) throws SQLException {
        try (PreparedStatement sql =
                database.prepareStatement("select state from conversation.conversation where id = ?")) {
            sql.setObject(1, conversation);
            try (ResultSet row = sql.executeQuery()) {
                return row.next() && row.getString(1).equals("CLOSED");
            }
        }
    }
}

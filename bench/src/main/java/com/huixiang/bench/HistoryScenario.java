package com.huixiang.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The same load before and after a million messages have been stored: what a message costs must not grow with history. */
final class HistoryScenario implements Scenario {

    private static final int CUSTOMERS = 500;
    private static final int AGENTS = 10;
    private static final int ROUNDS = 5;
    private static final double TARGET = 1.2;

    @Override
    public String summary() {
        return "latency before and after a million stored messages (--messages N, --rate N per second)";
    }

    @Override
    public boolean run(Workplace workplace, Options options, Report report) throws Exception {
        int messages = options.number("messages", 1_000_000);
        double rate = options.decimal("rate", 200);
        workplace.open(AGENTS, 200);
        report.progress("warming up for %d s", options.warmUpSeconds());
        ChatScenario.warmUp(workplace, options.warmUpSeconds());
        report.heading("stored messages", "to agent p50 ms", "p99 ms of each round", "median p99 ms", "SQL/message", "CPU ms/message");
        try (Crowd crowd = Crowd.gather(workplace, CUSTOMERS, AGENTS)) {
            double before = rounds(workplace, crowd, rate, options, report);
            report.progress("loading %,d messages", messages);
            load(workplace, messages);
            double after = rounds(workplace, crowd, rate, options, report);
            report.line("Median p99 after ÷ before: %.2f (target ≤ %.1f).", after / before, TARGET);
        }
        return true;
    }

    private static double rounds(Workplace workplace, Crowd crowd, double rate, Options options, Report report)
            throws Exception {
        List<Measurement> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            rounds.add(Measurement.of(workplace, crowd, Load.open(rate, false), options.seconds()));
            report.progress("p99 %.2f ms", rounds.getLast().toAgent().p99());
        }
        double median = median(rounds.stream().map(one -> one.toAgent().p99()).toList());
        report.row(
                "%,d".formatted(stored(workplace)),
                median(rounds.stream().map(one -> one.toAgent().p50()).toList()),
                String.join(", ", rounds.stream().map(one -> Report.decimal(one.toAgent().p99())).toList()),
                median,
                median(rounds.stream().map(Measurement::statementsPerMessage).toList()),
                median(rounds.stream()
                        .map(one -> one.applicationMillisPerMessage() + one.databaseMillisPerMessage())
                        .toList()));
        return median;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static long stored(Workplace workplace) throws Exception {
        try (Connection database = workplace.observe();
                Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery("select count(*) from conversation.message")) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * A tenth goes into the open conversations themselves, before what they hold; the rest are closed conversations of
     * the same and of other customers, spread over the last twelve months.
     */
    private static void load(Workplace workplace, int messages) throws Exception {
        try (Connection database = workplace.observe();
                Statement sql = database.createStatement()) {
            makePartitions(sql);
            longOpenConversations(sql, messages / 10);
            closedConversations(sql, messages - messages / 10);
            sql.execute("vacuum (analyze) conversation.message");
            sql.execute("vacuum (analyze) conversation.conversation");
        }
    }

    /** The months a product that has run for a year would have. */
    private static void makePartitions(Statement sql) throws SQLException {
        sql.execute(
                """
                select conversation.make_month((date_trunc('month', now()) - make_interval(months => back))::date)
                  from generate_series(0, 12) back""");
    }

    private static void longOpenConversations(Statement sql, int messages) throws SQLException {
        sql.execute("create temporary table open_now as"
                + " select id, customer_id, row_number() over () as n from conversation.conversation where state <> 'CLOSED'");
        sql.execute("alter table open_now add column lines integer");
        sql.execute("update open_now set lines = %d / greatest(1, (select count(*) from open_now))".formatted(messages));
        sql.execute(
                """
                insert into conversation.message
                       (conversation_id, seq, sent_at, client_id, author, author_id, author_name, kind, body)
                select o.id, c.last_seq + l, now() - interval '1 day' * (o.lines - l) / 10, gen_random_uuid(), 'CUSTOMER',
                       o.customer_id, '访客', 'TEXT', jsonb_build_object('text', '%s')
                  from open_now o join conversation.conversation c using (id), generate_series(1, o.lines) l"""
                        .formatted(Chatter.line(0, 0).substring(1)));
        sql.execute(
                """
                update conversation.conversation c
                   set last_seq = c.last_seq + o.lines, last_shown_seq = c.last_seq + o.lines,
                       opened_at = c.opened_at - interval '1 day' * o.lines / 10
                  from open_now o where o.id = c.id""");
    }

    private static void closedConversations(Statement sql, int messages) throws SQLException {
        int linesEach = 20;
        sql.execute(
                """
                create temporary table closed_before as
                select gen_random_uuid() as id, n, now() - interval '11 minutes' * n as at
                  from generate_series(1, %d) n"""
                        .formatted(messages / linesEach));
        sql.execute(
                """
                with known as (select array_agg(customer_id) as ids from open_now)
                insert into conversation.conversation
                       (id, customer_id, channel_id, channel_kind, channel_name, state, last_seq, last_shown_seq, last_at,
                        last_by, last_preview, opened_at, closed_at)
                select id, case when n %% 5 = 0 then known.ids[1 + n %% array_length(known.ids, 1)] else gen_random_uuid() end,
                       'crowd', 'web', '回响测试店', 'CLOSED', %d, %d, at, 'CUSTOMER', '谢谢', at, at
                  from closed_before, known"""
                        .formatted(linesEach, linesEach));
        sql.execute(
                """
                insert into conversation.message
                       (conversation_id, seq, sent_at, client_id, author, author_id, author_name, kind, body)
                select id, l, at, gen_random_uuid(), 'CUSTOMER', gen_random_uuid(), '访客', 'TEXT',
                       jsonb_build_object('text', '%s')
                  from closed_before, generate_series(1, %d) l"""
                        .formatted(Chatter.line(0, 0).substring(1), linesEach));
    }
}

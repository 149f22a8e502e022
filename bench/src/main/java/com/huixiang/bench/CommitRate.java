package com.huixiang.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The limit the messages are compared with: how many single rows per second the same PostgreSQL commits when eight
 * writers insert one row per transaction into a table with the columns, keys and row size of the message table.
 */
final class CommitRate {

    private static final int WRITERS = 8;
    private static final int WARM_UP_SECONDS = 3;

    private CommitRate() {}

    static double measure(Workplace workplace, int seconds) throws Exception {
        try (Connection database = workplace.observe();
                Statement sql = database.createStatement()) {
            sql.execute("drop table if exists public.bench_line");
            sql.execute(
                    """
                    create table public.bench_line (
                        conversation_id uuid not null, seq integer not null, sent_at timestamptz not null, client_id uuid,
                        author text not null, author_id uuid, author_name text, kind text not null, body jsonb not null,
                        reply_to integer, recalled_at timestamptz, primary key (conversation_id, seq, sent_at))""");
            sql.execute("create index on public.bench_line (conversation_id, client_id) where client_id is not null");
            double rate = insertOneByOne(workplace, seconds);
            sql.execute("drop table public.bench_line");
            return rate;
        }
    }

    private static double insertOneByOne(Workplace workplace, int seconds) throws Exception {
        long from = System.nanoTime() + WARM_UP_SECONDS * 1_000_000_000L;
        long until = from + seconds * 1_000_000_000L;
        List<Connection> connections = new ArrayList<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Callable<Long>> work = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Connection connection = workplace.observe();
                connections.add(connection);
                work.add(() -> insert(connection, from, until));
            }
            long rows = 0;
            for (Future<Long> written : writers.invokeAll(work)) {
                rows += written.get();
            }
            return rows / (double) seconds;
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private static long insert(Connection connection, long from, long until) throws SQLException {
        long counted = 0;
        try (PreparedStatement sql = connection.prepareStatement(
                "insert into public.bench_line values (?, ?, now(), ?, 'CUSTOMER', ?, '访客 1024', 'TEXT', ?::jsonb)")) {
            UUID conversation = UUID.randomUUID();
            String body = "{\"text\": \"" + Chatter.line(0, 0) + "\"}";
            for (int seq = 1; System.nanoTime() < until; seq++) {
                sql.setObject(1, conversation);
                sql.setInt(2, seq);
                sql.setObject(3, UUID.randomUUID());
                sql.setObject(4, conversation);
                sql.setString(5, body);
                sql.executeUpdate();
                long now = System.nanoTime();
                counted += now >= from && now < until ? 1 : 0;
            }
        }
        return counted;
    }
}

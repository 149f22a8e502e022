package com.huixiang.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** SQL statements PostgreSQL has executed for the product, BEGIN and COMMIT included, the bench's own left out. */
final class StatementCount {

    private final Connection database;

    StatementCount(Connection database) {
        this.database = database;
    }

    long now() throws SQLException {
        try (PreparedStatement sql = database.prepareStatement(
                """
                select coalesce(sum(s.calls), 0) from pg_stat_statements s
                  join pg_roles r on r.oid = s.userid where r.rolname <> ?""")) {
            sql.setString(1, Workplace.observer());
            try (ResultSet row = sql.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    void forget() throws SQLException {
        database.createStatement().execute("select pg_stat_statements_reset()");
    }

    record Statement(long calls, double millis, String text) {}

    /** The statements that ran most often since {@link #forget()}. */
    List<Statement> mostFrequent(int limit) throws SQLException {
        try (PreparedStatement sql = database.prepareStatement(
                """
                select s.calls, s.total_exec_time, regexp_replace(s.query, '\\s+', ' ', 'g') from pg_stat_statements s
                  join pg_roles r on r.oid = s.userid where r.rolname <> ? order by s.calls desc limit ?""")) {
            sql.setString(1, Workplace.observer());
            sql.setInt(2, limit);
            try (ResultSet row = sql.executeQuery()) {
                List<Statement> statements = new ArrayList<>();
                while (row.next()) {
                    statements.add(new Statement(row.getLong(1), row.getDouble(2), row.getString(3)));
                }
                return statements;
            }
        }
    }
}

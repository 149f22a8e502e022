package com.huixiang.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

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
        try (Statement sql = database.createStatement()) {
            sql.execute("select pg_stat_statements_reset()");
        }
    }

    /** The statements that took most of PostgreSQL's time since {@link #forget()}, for {@code --statements N}. */
    void tell(int limit, Report report) throws SQLException {
        report.heading("calls", "ms each", "rows each", "pages each", "statement");
        try (PreparedStatement sql = database.prepareStatement(
                """
                select s.calls, s.total_exec_time / s.calls, s.rows::float8 / s.calls,
                       (s.shared_blks_hit + s.shared_blks_read)::float8 / s.calls,
                       left(regexp_replace(s.query, '\s+', ' ', 'g'), 160)
                  from pg_stat_statements s join pg_roles r on r.oid = s.userid
                 where r.rolname <> ? order by s.total_exec_time desc limit ?""")) {
            sql.setString(1, Workplace.observer());
            sql.setInt(2, limit);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    report.row(row.getLong(1), row.getDouble(2), row.getDouble(3), row.getDouble(4), row.getString(5));
                }
            }
        }
    }
}

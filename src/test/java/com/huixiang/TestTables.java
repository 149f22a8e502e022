package com.huixiang;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers what the tables of a fresh installation hold and brings them back to it. */
final class TestTables {

    private static final String OURS = """
            n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'fresh')
            and c.relkind in ('r', 'p') and not c.relispartition and c.relname not like 'flyway\\_%'
            """;

    private static final String DEADLOCK = "40P01";
    private static final int TRIES = 5;

    private final DataSource dataSource;
    private String restore = "";

    TestTables(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    synchronized void restore() {
        if (restore.isEmpty()) {
            restore = remember();
        }
        new JdbcTemplate(dataSource).execute((ConnectionCallback<Void>) connection -> {
            for (int once = 1; !isRestored(connection, once == TRIES); once++) {}
            return null;
        });
    }

    /** False when work of the last test was still going on and held its rows: then once more. */
    private boolean isRestored(Connection connection, boolean isLast) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try {
                statement.execute(restore);
                return true;
            } catch (SQLException busy) {
                // The transaction is open still, and the connection goes back into the pool.
                statement.execute("rollback");
                if (isLast || !DEADLOCK.equals(busy.getSQLState())) {
                    throw busy;
                }
                return false;
            }
        }
    }

    /** Copies the rows that are there now and returns the statements that bring every table back to them. */
    private String remember() {
        var sql = JdbcClient.create(dataSource);
        sql.sql("drop schema if exists fresh cascade").update();
        sql.sql("create schema fresh").update();
        // Foreign keys and triggers rest meanwhile, so the order does not matter.
        var script = new StringBuilder("begin; set local session_replication_role = replica;\n");
        for (var table : tables(sql)) {
            script.append("delete from ").append(table).append(";\n");
            if (sql.sql("select exists (select from " + table + ")")
                    .query(Boolean.class)
                    .single()) {
                var copy = "fresh.\"" + table.replace("\"", "") + "\"";
                sql.sql("create table " + copy + " as table " + table).update();
                script.append("insert into " + table + " select * from " + copy + ";\n");
            }
        }
        return script.append("commit;").toString();
    }

    private static List<String> tables(JdbcClient sql) {
        return sql.sql("select format('%I.%I', n.nspname, c.relname) from pg_class c"
                        + " join pg_namespace n on n.oid = c.relnamespace where " + OURS)
                .query(String.class)
                .list();
    }
}

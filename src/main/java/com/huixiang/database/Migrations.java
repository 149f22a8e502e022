package com.huixiang.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.postgresql.util.PSQLState;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings the tables of each module up to date: every module numbers its own migrations, in a folder and with a history
 * table of its own, named as Spring Modulith's Flyway support names them. The mark of all migrations that were run is
 * kept in the database; where it has not changed, which is at every start but the first of a version, Flyway rests.
 */
record Migrations(List<String> modules) {

    private static final String ROOT = "__root";

    /** Nodes that start at the same moment do this one after the other. */
    private static final long ONE_AT_A_TIME = 0x6d69_6772_6174_6521L;

    void run(DataSource database) {
        try {
            var mark = mark();
            if (!mark.equals(markIn(database))) {
                runAlone(mark, database);
            }
        } catch (SQLException e) {
            throw new DatabaseProblem(
                    "The tables could not be brought up to date: " + e.getMessage(),
                    "The user of HUIXIANG_DATABASE_URL must be allowed to create schemas and tables.",
                    e);
        }
    }

    private void runAlone(String mark, DataSource database) throws SQLException {
        try (var turn = database.getConnection();
                var statement = turn.createStatement()) {
            statement.execute("select pg_advisory_lock(" + ONE_AT_A_TIME + ")");
            if (!mark.equals(markIn(database))) {
                modules.forEach(module -> run(module, database));
                keep(mark, database);
            }
        }
    }

    private static void run(String module, DataSource database) {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(database)
                    .locations("classpath:" + folder(module))
                    .table(module.equals(ROOT) ? "flyway_schema_history" : "flyway_schema_history_" + module)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .outOfOrder(true)
                    .load()
                    .migrate();
        } catch (FlywayValidateException e) {
            throw new DatabaseProblem(
                    "The tables of \"" + module + "\" were made by a version of Huixiang this one does not know.",
                    "Start the newer version, or use another data folder (HUIXIANG_DATA) or database.",
                    e);
        }
    }

    private static String folder(String module) {
        return "db/migration/" + module;
    }

    private String mark() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var module : modules) {
                for (var file : files(module)) {
                    digest.update((module + "/" + file.getFilename()).getBytes(StandardCharsets.UTF_8));
                    digest.update(file.getContentAsByteArray());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Resource> files(String module) throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder(module) + "/*.sql");
        return Arrays.stream(files)
                .sorted(Comparator.comparing(Resource::getFilename))
                .toList();
    }

    private static String markIn(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select mark from public.flyway_mark")) {
            return row.next() ? row.getString(1) : "";
        } catch (SQLException e) {
            if (PSQLState.UNDEFINED_TABLE.getState().equals(e.getSQLState())) {
                return "";
            }
            throw e;
        }
    }

    private static void keep(String mark, DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists public.flyway_mark (mark text not null)");
            statement.execute("delete from public.flyway_mark");
            statement.execute("insert into public.flyway_mark values ('" + mark + "')");
        }
    }
}

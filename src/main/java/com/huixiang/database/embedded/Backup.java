package com.huixiang.database.embedded;

import com.huixiang.database.DatabaseProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies an installation into one file while it works: the files of the database between {@code pg_backup_start} and
 * {@code pg_backup_stop}, the log written meanwhile, and everything else in the data folder. A restored copy is the state
 * at the end of the backup. An installation that rests is woken for it.
 */
public final class Backup {

    private static final Logger log = LoggerFactory.getLogger(Backup.class);

    /** PostgreSQL makes these anew at each start, or keeps in them what only the running server needs. */
    private static final Set<String> EMPTY_FOLDERS = Set.of(
            "pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans",
            "log");

    private static final Set<String> LEFT_OUT = Set.of(
            "postmaster.pid", "postmaster.opts", "backup_label", "backup_label.old", "tablespace_map", "backup_manifest",
            "pg_internal.init", "current_logfiles");
    private static final Pattern START = Pattern.compile("START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");
    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}|[0-9A-F]{8}\\.history");

    private final Path data;
    private final String version;

    private Backup(Path data, String version) {
        this.data = data;
        this.version = version;
    }

    /** Of the installation in this data folder. */
    public static Backup of(Path data, String version) {
        if (!Files.isDirectory(data.resolve("database"))) {
            throw new DatabaseProblem(
                    "没有可备份的数据 / There is no installation in " + data.toAbsolutePath().normalize() + ".",
                    "Point HUIXIANG_DATA to its data folder.");
        }
        try {
            return new Backup(data.toRealPath(), version);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Into this file, which is replaced when the backup is whole. */
    public void into(Path file, Instant begun) {
        try {
            String address = runningAt();
            if (address != null) {
                copy(address, file, begun);
                return;
            }
            log.info("The installation is not running; it is started for the backup");
            EmbeddedPostgres own = EmbeddedPostgres.in(data, version);
            try {
                copy(own.jdbcUrl(), file, begun);
            } finally {
                own.stop();
            }
        } catch (IOException | SQLException failure) {
            throw new DatabaseProblem(
                    "备份没有完成 / The backup was not made: " + failure.getMessage(),
                    "Run it as root or as the owner of " + data + ", with room for the file. Nothing was changed.",
                    failure);
        }
    }

    /** Null when no server answers on these files. */
    private @Nullable String runningAt() {
        List<String> pid = Leftovers.pidFile(data.resolve("database"));
        if (pid.size() < 4) {
            return null;
        }
        String address = "jdbc:postgresql://127.0.0.1:" + pid.get(3).strip() + "/" + Cluster.DATABASE;
        try (Connection answers = connection(address)) {
            return address;
        } catch (SQLException | IOException silent) {
            return null;
        }
    }

    private Connection connection(String address) throws SQLException, IOException {
        Properties login = new Properties();
        login.setProperty("user", Cluster.USER);
        login.setProperty("password", Files.readString(data.resolve("database.password")).strip());
        login.setProperty("ApplicationName", "huixiang backup");
        login.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(address, login);
    }

    private void copy(String address, Path file, Instant begun) throws SQLException, IOException {
        List<Path> files = files();
        try (Connection connection = connection(address);
                Statement sql = connection.createStatement();
                BackupWriter archive = new BackupWriter(file, sizeOf(files))) {
            archive.text(BackupManifest.NAME, manifest(sql, begun, sizeOf(files)).written());
            log.info("正在备份 / Backing up {} ({} MB)", data, sizeOf(files) >> 20);
            // Keeps the log that is written meanwhile; gone with the connection.
            one(sql, "select pg_create_physical_replication_slot('huixiang_backup_%d', true, true)"
                    .formatted(ProcessHandle.current().pid()));
            one(sql, "select pg_backup_start('huixiang', true)");
            copyOthers(archive, file);
            copyDatabase(archive);
            stop(sql, archive);
            archive.complete();
        }
        log.info("备份完成 / Done: {} ({} MB)", file.toAbsolutePath().normalize(), Files.size(file) >> 20);
    }

    private BackupManifest manifest(Statement sql, Instant begun, long bytes) throws SQLException {
        return new BackupManifest(
                BackupManifest.FORMAT,
                one(sql, "show server_version"),
                one(sql, "select system_identifier::text from pg_control_system()"),
                one(sql, "select coalesce((select mark from public.flyway_mark limit 1), '')"),
                begun,
                bytes);
    }

    /** Keys and everything else that lies beside the database. */
    private void copyOthers(BackupWriter archive, Path file) throws IOException {
        Path target = file.toAbsolutePath().normalize();
        try (Stream<Path> all = Files.list(data)) {
            for (Path each : all.sorted().toList()) {
                if (belongs(each.getFileName().toString()) && !each.equals(target)) {
                    copyTree(archive, each);
                }
            }
        }
    }

    /** What lies in a data folder and is part of the installation, beside the database itself. */
    static boolean belongs(String name) {
        boolean ours = name.equals("database")
                || name.startsWith("postgres-")
                || name.equals("application.lock")
                || name.equals("database-start.log")
                || name.equals(Restore.DRAFT)
                || name.startsWith(Restore.ASIDE);
        return !ours && !name.endsWith(".new") && !name.endsWith(".part");
    }

    private void copyTree(BackupWriter archive, Path top) throws IOException {
        try (Stream<Path> all = Files.walk(top)) {
            for (Path each : all.sorted().toList()) {
                String name = BackupManifest.DATA + data.relativize(each);
                if (Files.isDirectory(each)) {
                    archive.folder(name);
                } else if (Files.isRegularFile(each)) {
                    archive.copy(name, each);
                }
            }
        }
    }

    /** The control file comes last, as PostgreSQL's own tool does it. */
    private void copyDatabase(BackupWriter archive) throws IOException {
        Path database = data.resolve("database");
        Path control = database.resolve("global").resolve("pg_control");
        for (Path folder : folders()) {
            archive.folder(nameOf(folder));
        }
        for (Path each : files()) {
            if (!each.equals(control)) {
                archive.copy(nameOf(each), each);
            }
        }
        archive.copy(nameOf(control), control);
    }

    private void stop(Statement sql, BackupWriter archive) throws SQLException, IOException {
        String label;
        String last;
        try (ResultSet row = sql.executeQuery("select labelfile, pg_walfile_name(lsn) from pg_backup_stop(false)")) {
            row.next();
            label = row.getString(1);
            last = row.getString(2);
        }
        archive.text(BackupManifest.DATA + "database/backup_label", label.getBytes(StandardCharsets.UTF_8));
        Matcher first = START.matcher(label);
        if (!first.find()) {
            throw new IOException("PostgreSQL did not say where its log begins");
        }
        try (Stream<Path> wal = Files.list(data.resolve("database").resolve("pg_wal"))) {
            for (Path segment : wal.sorted().toList()) {
                String name = segment.getFileName().toString();
                boolean needed = name.endsWith(".history")
                        || name.compareTo(first.group(1)) >= 0 && name.compareTo(last) <= 0;
                if (SEGMENT.matcher(name).matches() && needed) {
                    archive.copy(nameOf(segment), segment);
                }
            }
        }
    }

    private String nameOf(Path path) {
        return BackupManifest.DATA + data.relativize(path);
    }

    private List<Path> files() throws IOException {
        return walk(false);
    }

    private List<Path> folders() throws IOException {
        return walk(true);
    }

    private List<Path> walk(boolean folders) throws IOException {
        Path database = data.resolve("database");
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(database, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                if (name.startsWith("pgsql_tmp")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (folders) {
                    found.add(folder);
                }
                boolean empty = EMPTY_FOLDERS.contains(name) && database.equals(folder.getParent());
                return empty ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (!folders && attributes.isRegularFile() && !LEFT_OUT.contains(name) && !name.startsWith("pgsql_tmp")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        return found;
    }

    private static long sizeOf(List<Path> files) {
        return files.stream().mapToLong(file -> file.toFile().length()).sum();
    }

    private static String one(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}

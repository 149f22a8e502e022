package com.huixiang.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.huixiang.database.embedded.Backup;
import com.huixiang.database.embedded.EmbeddedPostgres;
import com.huixiang.database.embedded.Restore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

/** A real installation, written to while it is copied, and restored somewhere else. */
class BackUpAndRestoreTests {

    private static final YamlPropertiesFactoryBean SETTINGS = settings();
    private static final String VERSION = SETTINGS.getObject().getProperty("huixiang.database.version");

    private static final List<EmbeddedPostgres> STARTED = new ArrayList<>();

    private static Path work;
    private static Path data;
    private Path file;

    /** Made once: with all tables of the product, and some rows. */
    @BeforeAll
    static void anInstallation() throws Exception {
        work = Files.createTempDirectory(Path.of("target").toRealPath(), "backup-");
        data = folder("data");
        furnish(running(data));
    }

    @BeforeEach
    void aFileForTheBackup() throws IOException {
        file = work.resolve("backups").resolve("one.tar.gz");
    }

    @AfterEach
    void nothingRuns() throws IOException {
        STARTED.forEach(EmbeddedPostgres::stop);
        STARTED.clear();
        FileSystemUtils.deleteRecursively(work.resolve("other"));
    }

    @AfterAll
    static void itIsRemoved() throws IOException {
        FileSystemUtils.deleteRecursively(work);
    }

    private static EmbeddedPostgres running(Path folder) {
        EmbeddedPostgres postgres = EmbeddedPostgres.in(folder, VERSION);
        STARTED.add(postgres);
        return postgres;
    }

    @Test
    void whatIsWrittenDuringTheBackupIsThereUpToItsEndAndTheRestIsExactlyTheSame() throws Exception {
        EmbeddedPostgres postgres = running(data);
        Files.writeString(data.resolve("some.key"), "secret");
        Map<String, String> resting = checksums(postgres, "hot");
        AtomicInteger written = new AtomicInteger();
        AtomicBoolean goOn = new AtomicBoolean(true);
        Thread writer = Thread.ofPlatform().start(() -> write(postgres, written, goOn));
        while (written.get() < 200) {
            Thread.onSpinWait();
        }

        int before = written.get();
        Backup.of(data, VERSION).into(file, Instant.parse("2026-11-22T01:00:00Z"));
        goOn.set(false);
        writer.join();

        Path other = folder("other");
        Restore.of(file, VERSION).into(other, false, "first");
        EmbeddedPostgres restored = running(other);
        assertThat(checksums(restored, "hot")).isEqualTo(resting).hasSizeGreaterThan(20);
        int kept = Integer.parseInt(one(restored, "select max(id) from hot"));
        assertThat(kept).isGreaterThanOrEqualTo(before);
        String upToThere = "select count(*) || md5(string_agg(id || text, ',' order by id)) from hot where id <= " + kept;
        assertThat(one(restored, upToThere)).isEqualTo(one(postgres, upToThere)).startsWith(Integer.toString(kept));
        assertThat(Files.readString(other.resolve("some.key"))).isEqualTo("secret");
        assertThat(other.resolve("restoring")).doesNotExist();
        assertThat(one(restored, "select nextval('counter')")).isEqualTo("8");
    }

    @Test
    void anInstallationThatRestsIsCopiedToo() throws Exception {
        running(data).stop();

        Backup.of(data, VERSION).into(file, Instant.EPOCH);

        Restore.of(file, VERSION).into(folder("other"), false, "first");
        assertThat(one(running(work.resolve("other")), "select count(*) from resting")).isEqualTo("5000");
    }

    @Test
    void nothingIsOverwrittenWithoutAClearWordAndTheOldOneIsKeptAside() throws Exception {
        EmbeddedPostgres postgres = running(data);
        Backup.of(data, VERSION).into(file, Instant.EPOCH);
        assertThatExceptionOfType(DatabaseProblem.class)
                .as("it runs")
                .isThrownBy(() -> Restore.of(file, VERSION).into(data, true, "first"))
                .withMessageContaining("already works with the data folder");
        execute(postgres, "delete from resting");
        postgres.stop();
        assertThatExceptionOfType(DatabaseProblem.class)
                .as("it is not empty")
                .isThrownBy(() -> Restore.of(file, VERSION).into(data, false, "first"))
                .withMessageContaining("holds an installation already");

        Restore.of(file, VERSION).into(data, true, "first");

        assertThat(one(running(data), "select count(*) from resting")).isEqualTo("5000");
        assertThat(data.resolve("before-restore-first").resolve("database").resolve("PG_VERSION")).exists();
    }

    @Test
    void aDamagedOrForeignFileChangesNothing() throws Exception {
        EmbeddedPostgres postgres = running(data);
        Backup.of(data, VERSION).into(file, Instant.EPOCH);
        postgres.stop();
        byte[] whole = Files.readAllBytes(file);
        Path cut = Files.write(work.resolve("cut.tar.gz"), Arrays.copyOf(whole, whole.length / 2));

        assertThatExceptionOfType(DatabaseProblem.class)
                .isThrownBy(() -> Restore.of(cut, VERSION).into(data, true, "first"));
        assertThatExceptionOfType(DatabaseProblem.class)
                .isThrownBy(() -> Restore.of(Path.of("pom.xml"), VERSION).into(data, true, "first"))
                .withMessageContaining("not a backup");
        assertThatExceptionOfType(DatabaseProblem.class)
                .isThrownBy(() -> Restore.of(file, "19.1").into(data, true, "first"))
                .withMessageContaining("comes with 19.1");

        assertThat(one(running(data), "select count(*) from resting")).isEqualTo("5000");
    }

    private static void furnish(EmbeddedPostgres postgres) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl());
        source.setUser(postgres.user());
        source.setPassword(postgres.password());
        String modules = SETTINGS.getObject().getProperty("huixiang.database.migrations");
        new Migrations(List.of(modules.split(",\\s*"))).run(source);
        execute(
                postgres,
                """
                create table resting as select n as id, md5(n::text) as text from generate_series(1, 5000) as n;
                create table hot (id int primary key, text text);
                create sequence counter;
                select setval('counter', 7)""");
    }

    private static void write(EmbeddedPostgres postgres, AtomicInteger written, AtomicBoolean goOn) {
        try (Connection connection = connection(postgres);
                Statement sql = connection.createStatement()) {
            while (goOn.get()) {
                int id = written.get() + 1;
                sql.execute("insert into hot values (%d, repeat(md5('%d'), 20))".formatted(id, id));
                written.set(id);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Count and checksum of each table, but for one. */
    private static Map<String, String> checksums(EmbeddedPostgres postgres, String but) throws SQLException {
        Map<String, String> checksums = new TreeMap<>();
        try (Connection connection = connection(postgres);
                Statement sql = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet row = sql.executeQuery(
                    """
                    select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
                       and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'""")) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            for (String table : tables) {
                if (!table.endsWith("." + but)) {
                    try (ResultSet row = sql.executeQuery(
                            "select count(*) || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from " + table + " t")) {
                        row.next();
                        checksums.put(table, row.getString(1));
                    }
                }
            }
        }
        return checksums;
    }

    private static void execute(EmbeddedPostgres postgres, String statement) throws SQLException {
        try (Connection connection = connection(postgres);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static String one(EmbeddedPostgres postgres, String query) throws SQLException {
        try (Connection connection = connection(postgres);
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connection(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    /** Unpacking PostgreSQL takes seconds; its programs are the same for all. */
    private static Path folder(String name) throws IOException {
        Path folder = work.resolve(name);
        Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path programs = Path.of("target", "test-data", "postgres-" + VERSION).toAbsolutePath();
        if (Files.isDirectory(programs) && holdsPrograms(programs)) {
            Files.createSymbolicLink(folder.resolve("postgres-" + VERSION), programs);
        }
        return folder;
    }

    private static boolean holdsPrograms(Path programs) throws IOException {
        try (Stream<Path> all = Files.list(programs)) {
            return all.findAny().isPresent();
        }
    }

    private static YamlPropertiesFactoryBean settings() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        return yaml;
    }
}

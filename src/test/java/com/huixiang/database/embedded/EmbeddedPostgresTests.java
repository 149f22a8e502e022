package com.huixiang.database.embedded;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.huixiang.database.DatabaseProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

/** Real servers, really killed. */
class EmbeddedPostgresTests {

    private static final String VERSION = version();

    private static final String MEMORY = "drop table if exists memory; create table memory as select 42 as answer";

    private static Path folder;
    private Process holder;

    @BeforeAll
    static void anInstallation() throws IOException {
        var target = Path.of("target").toRealPath();
        folder = Files.createTempDirectory(target, "installation-");
        Files.setPosixFilePermissions(folder, fromString("rwxr-xr-x"));
        // Unpacking takes seconds; the programs are the same for all.
        Files.createSymbolicLink(
                folder.resolve("postgres-" + VERSION),
                Binaries.unpacked(Files.createDirectories(target.resolve("test-data")), VERSION)
                        .folder());
    }

    @AfterEach
    void leavesNothingBehind() throws Exception {
        if (holder != null) {
            holder.destroyForcibly().waitFor();
        }
        EmbeddedPostgres.in(folder, VERSION).stop();
        assertThat(servers()).isEmpty();
    }

    @AfterAll
    static void theInstallationIsRemoved() throws IOException {
        Files.delete(folder.resolve("postgres-" + VERSION));
        FileSystemUtils.deleteRecursively(folder);
    }

    @Test
    void keepsItsRowsFromOneStartToTheNext() throws SQLException {
        var first = EmbeddedPostgres.in(folder, VERSION);
        execute(first, MEMORY);
        first.stop();

        assertThat(answer(EmbeddedPostgres.in(folder, VERSION))).isEqualTo(42);
    }

    @Test
    void promisesWhatACustomerServiceNeeds() throws SQLException {
        var postgres = EmbeddedPostgres.in(folder, VERSION);

        assertThat(text(postgres, "show fsync")).isEqualTo("on");
        assertThat(text(postgres, "show synchronous_commit")).isEqualTo("on");
        assertThat(text(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(text(postgres, "show data_checksums")).isEqualTo("on");
        assertThat(text(postgres, "select count(*) > 0 from pg_stat_statements"))
                .isEqualTo("t");
        assertThat(text(postgres, "select rolpassword like 'SCRAM-SHA-256%' from pg_authid where rolname = 'huixiang'"))
                .isEqualTo("t");
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        var postgres = EmbeddedPostgres.in(folder, VERSION);

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "guess")
                        .close())
                .withMessageContaining("password authentication failed");
        assertThat(folder.resolve("database.password"))
                .satisfies(
                        file -> assertThat(Files.getPosixFilePermissions(file)).isEqualTo(fromString("rw-------")));
    }

    @Test
    void comesBackByItselfAtTheSameAddressWhenTheServerIsKilled() throws Exception {
        var postgres = EmbeddedPostgres.in(folder, VERSION);
        var address = postgres.jdbcUrl();
        execute(postgres, MEMORY);

        for (var time = 0; time < 3; time++) {
            Signal.KILL.to(serverPid());
            awaitAnswer(postgres);
        }

        assertThat(postgres.jdbcUrl()).isEqualTo(address);
    }

    @Test
    void endsByItselfWhenTheApplicationIsKilled() throws Exception {
        startHolder();
        assertThat(servers()).hasSize(1);

        holder.destroyForcibly().waitFor();

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> servers().isEmpty());
    }

    @Test
    void recoversWhenApplicationAndServerWereKilledTogether() throws Exception {
        var address = startHolder();
        execute(address, MEMORY);

        Signal.KILL.to(holder.pid());
        Signal.KILL.to(serverPid());

        assertThat(answer(EmbeddedPostgres.in(folder, VERSION))).isEqualTo(42);
    }

    @Test
    void takesTheFolderOverFromAServerLeftBehind() throws Exception {
        var postgres = EmbeddedPostgres.in(folder, VERSION);
        execute(postgres, MEMORY);
        var command =
                Files.readString(Path.of("/proc/" + serverPid() + "/cmdline")).split("\0");
        postgres.stop();
        var orphan = new ProcessBuilder(UnprivilegedAccount.reaching(folder).command(List.of(command)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Awaitility.await()
                .until(() -> Leftovers.pidFile(folder.resolve("database")).size() > 7);

        assertThat(answer(EmbeddedPostgres.in(folder, VERSION))).isEqualTo(42);
        assertThat(orphan.isAlive()).isFalse();
    }

    @Test
    void isNotFooledByAPidFileWhoseNumberNowBelongsToSomebodyElse() throws Exception {
        EmbeddedPostgres.in(folder, VERSION).stop();
        Files.writeString(
                folder.resolve("database/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.resolve("database") + "\n1700000000\n5432\n\n\n");

        assertThat(text(EmbeddedPostgres.in(folder, VERSION), "select 1")).isEqualTo("1");
    }

    @Test
    void refusesASecondApplicationOnTheSameFolder() throws Exception {
        startHolder();

        assertThatExceptionOfType(DatabaseProblem.class)
                .isThrownBy(() -> EmbeddedPostgres.in(folder, VERSION))
                .withMessageContaining("Another application (process " + holder.pid() + ")");

        holder.destroyForcibly().waitFor();
    }

    @Test
    void runsAsRootEvenWhereOnlyRootMayGo() throws Exception {
        assumeTrue(UnprivilegedAccount.uidOf(Path.of("/proc/self")) == 0, "for root only");
        var enclosed = folder;
        var locked = Files.createTempDirectory(Path.of("target").toRealPath(), "locked-");
        Files.setPosixFilePermissions(locked, fromString("rwx------"));
        Files.move(enclosed, locked.resolve("installation"));
        folder = locked.resolve("installation");

        assertThat(text(EmbeddedPostgres.in(folder, VERSION), "select 1")).isEqualTo("1");
        EmbeddedPostgres.in(folder, VERSION).stop();
        // The same folder in the open again: its files change hands.
        Files.move(folder, enclosed);
        Files.delete(locked);
        folder = enclosed;

        assertThat(text(EmbeddedPostgres.in(folder, VERSION), "select 1")).isEqualTo("1");
    }

    private String startHolder() throws IOException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        holder = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        PostgresHolder.class.getName(),
                        folder.toString(),
                        VERSION)
                .redirectErrorStream(true)
                .start();
        var output = new BufferedReader(new InputStreamReader(holder.getInputStream()));
        return output.lines()
                .filter(line -> line.startsWith("jdbc:"))
                .findFirst()
                .orElseThrow();
    }

    private void awaitAnswer(EmbeddedPostgres postgres) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(() -> answer(postgres) == 42);
    }

    private int answer(EmbeddedPostgres postgres) throws SQLException {
        return Integer.parseInt(text(postgres, "select answer from memory"));
    }

    private String text(EmbeddedPostgres postgres, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        execute(postgres.jdbcUrl(), sql);
    }

    private void execute(String address, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(address, "huixiang", password())) {
            connection.createStatement().execute(sql);
        }
    }

    private String password() {
        try {
            return Files.readString(folder.resolve("database.password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long serverPid() {
        return Long.parseLong(Leftovers.pidFile(folder.resolve("database")).getFirst());
    }

    private List<Long> servers() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(folder.resolve("database").toString()::equals))
                .map(ProcessHandle::pid)
                .toList();
    }

    private static String version() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        return yaml.getObject().getProperty("huixiang.database.version");
    }
}

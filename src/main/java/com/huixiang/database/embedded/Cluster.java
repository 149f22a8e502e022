package com.huixiang.database.embedded;

import com.huixiang.database.DatabaseProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The database files of one installation, and the one way to start a server on them. */
final class Cluster {

    static final String USER = "huixiang";
    static final String DATABASE = "huixiang";

    private static final int STATUS_LINE = 7;
    private static final Logger log = LoggerFactory.getLogger(Cluster.class);

    private final DataFolder dataFolder;
    private final Path files;
    private final Binaries binaries;
    private final UnprivilegedAccount account;

    private Cluster(DataFolder dataFolder, Binaries binaries, UnprivilegedAccount account) {
        this.dataFolder = dataFolder;
        this.files = dataFolder.resolve("database");
        this.binaries = binaries;
        this.account = account;
    }

    static Cluster prepared(DataFolder dataFolder, Binaries binaries, UnprivilegedAccount account) {
        var cluster = new Cluster(dataFolder, binaries, account);
        try {
            if (!Files.exists(cluster.files)) {
                cluster.initialise();
            }
            account.own(cluster.files);
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made in a draft folder and moved into place at the end, so that a crash in the middle leaves nothing half done. */
    private void initialise() throws IOException {
        log.info("Creating the database in {}", files);
        var draft = dataFolder.resolve("database.new");
        var password = dataFolder.resolve("database.new.password");
        try {
            FileSystemUtils.deleteRecursively(draft);
            Files.createDirectory(draft);
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwx------"));
            account.own(draft);
            lend(password);
            run(
                    "",
                    List.of(
                            binaries.program("initdb"),
                            "-D",
                            draft.toString(),
                            "--username=" + USER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--locale=C.UTF-8",
                            "--data-checksums",
                            "--no-instructions"));
            run(
                    "create extension pg_stat_statements\ncreate database " + DATABASE + "\n",
                    List.of(binaries.program("postgres"), "--single", "-D", draft.toString(), "template1"));
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(draft, files, StandardCopyOption.ATOMIC_MOVE);
    }

    /** initdb runs under the other account and wants to read the password from a file. */
    private void lend(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, dataFolder.password());
        account.own(file);
    }

    private void run(String input, List<String> command) throws IOException {
        var process =
                builder(account.command(command)).redirectErrorStream(true).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new DatabaseProblem(
                        "The embedded database could not be created: " + output.strip(),
                        "Check that the data folder " + dataFolder.path() + " has room and can be written.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends whatever an earlier, killed process left running on these files. */
    void endLeftovers() {
        new Leftovers(files, clusterName()).end();
    }

    /** Own session: Ctrl-C in a terminal reaches the application alone, which then stops the server in good order. */
    Process launch(int port) throws IOException {
        var command = new ArrayList<String>(List.of("setsid"));
        command.addAll(account.command(List.of("setpriv", "--pdeathsig", "INT")));
        command.addAll(List.of(binaries.program("postgres"), "-D", files.toString()));
        for (var setting : settings(port)) {
            command.addAll(List.of("-c", setting));
        }
        return builder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(startLog().toFile())
                .start();
    }

    private List<String> settings(int port) {
        return List.of(
                "port=" + port,
                "cluster_name=" + clusterName(),
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=100",
                "shared_buffers=192MB",
                "effective_cache_size=1GB",
                "work_mem=8MB",
                "maintenance_work_mem=64MB",
                "random_page_cost=1.1",
                "jit=off",
                "fsync=on",
                "synchronous_commit=on",
                "wal_buffers=16MB",
                "min_wal_size=256MB",
                "max_wal_size=2GB",
                "checkpoint_timeout=15min",
                "shared_preload_libraries=pg_stat_statements",
                "timezone=UTC",
                "log_timezone=UTC",
                "logging_collector=on",
                "log_directory=log",
                "log_filename=postgresql-%a.log",
                "log_rotation_age=1d",
                "log_truncate_on_rotation=on",
                "log_min_duration_statement=1s");
    }

    /** Shown in the process titles of the server and its children, and different for each folder. */
    private String clusterName() {
        var hash = new CRC32();
        hash.update(files.toString().getBytes(StandardCharsets.UTF_8));
        return "huixiang-%08x".formatted(hash.getValue());
    }

    private ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command).directory(dataFolder.path().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    /** Waits until this server takes connections; false when it ended instead. Recovery after a crash may take its time. */
    boolean becomesReady(Process process) throws InterruptedException {
        while (process.isAlive()) {
            if (ready(process.pid())) {
                return true;
            }
            Thread.sleep(10);
        }
        return false;
    }

    private boolean ready(long pid) {
        var lines = Leftovers.pidFile(files);
        return lines.size() > STATUS_LINE
                && lines.getFirst().strip().equals(Long.toString(pid))
                && lines.get(STATUS_LINE).startsWith("ready");
    }

    Path startLog() {
        return dataFolder.resolve("database-start.log");
    }

    Path logs() {
        return files.resolve("log");
    }

    String lastWords() {
        try {
            var lines = Files.readAllLines(startLog());
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            return "nothing";
        }
    }
}

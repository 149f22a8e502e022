package com.huixiang.crowd;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The application as a process of its own, with a data folder of its own; it can be killed, and so can its database. */
public final class ServerUnderTest implements AutoCloseable {

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path data;
    private final Path log;
    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private @Nullable Process process;

    /** @param command starts the application, and becomes it: the process it makes is the one that is killed */
    public ServerUnderTest(List<String> command, Map<String, String> environment, Path data, int port) {
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.data = data;
        this.log = data.resolveSibling(data.getFileName() + ".log");
        this.port = port;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public Path data() {
        return data;
    }

    public Path log() {
        return log;
    }

    /**
     * Empties the data folder, but for the programs of PostgreSQL: unpacking them again tells nothing. A folder that is
     * not Huixiang's is not touched.
     */
    public void forgetEverything() throws IOException {
        Files.deleteIfExists(log);
        if (!Files.exists(data.resolve("database.password"))) {
            return;
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                String top = data.relativize(file).getName(0).toString();
                if (!top.isEmpty() && !top.startsWith("postgres-")) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Starts the process and returns at once. */
    public void launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("HUIXIANG_DATA", data.toString());
        builder.environment().put("HUIXIANG_PORT", Integer.toString(port));
        builder.environment().put("HUIXIANG_DEMO", "off");
        // Thousands of browsers at one address are no attack here.
        builder.environment().put("HUIXIANG_STAFF_ATTEMPTSPERADDRESS", "0");
        builder.environment().put("HUIXIANG_CHANNEL_SESSIONSPERADDRESS", "0");
        builder.environment().put("HUIXIANG_CHANNEL_MESSAGESPERVISITOR", "0");
        builder.environment().put("HUIXIANG_CHANNEL_FILESPERVISITOR", "0");
        builder.environment().put("HUIXIANG_JOURNEY_BATCHESPERADDRESS", "0");
        builder.environment().remove("HUIXIANG_DATABASE_URL");
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** Returns the seconds from here to healthy. */
    public double awaitHealthy() throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (!isHealthy()) {
            if (!isRunning()) {
                throw new IOException("The application ended instead of starting; see " + log);
            }
            Thread.sleep(20);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    public void start() throws IOException, InterruptedException {
        launch();
        awaitHealthy();
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    public boolean isHealthy() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address().resolve("/actuator/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public long pid() {
        return process == null ? -1 : process.pid();
    }

    /** The server process of PostgreSQL, whose children are the connections. */
    public Optional<ProcessHandle> postmaster() {
        return pidFileLine(0).flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
    }

    /** {@code kill -9}: nothing is said, written or closed. False when it was not running. */
    public boolean killApplication() throws InterruptedException {
        if (process == null || !process.isAlive()) {
            return false;
        }
        process.destroyForcibly().waitFor();
        return true;
    }

    /** {@code kill -9} of PostgreSQL's own main process. False when there was none to kill. */
    public boolean killDatabase() {
        return postmaster().map(ProcessHandle::destroyForcibly).orElse(false);
    }

    /** A connection of the observer's own, past the application. */
    public Connection database() throws SQLException, IOException {
        String databasePort = pidFileLine(3).orElseThrow(() -> new IOException("PostgreSQL is not running"));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/huixiang?ApplicationName=observer",
                "huixiang",
                Files.readString(data.resolve("database.password")).strip());
    }

    private Optional<String> pidFileLine(int number) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("database").resolve("postmaster.pid"));
            return lines.size() > number ? Optional.of(lines.get(number).strip()) : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Ends the application in good order. */
    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            process.destroy();
            process.onExit().join();
        }
    }
}

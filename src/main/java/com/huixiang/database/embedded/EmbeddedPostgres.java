package com.huixiang.database.embedded;

import com.huixiang.database.DatabaseProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that lives and dies with this process. One thread launches it and stays for as long as the process
 * does: the kernel stops the server when that thread ends, however it ends. The same thread starts the server again, on
 * the same port, when it ends without having been told to.
 */
public final class EmbeddedPostgres {

    private static final int FIRST_ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Map<Path, EmbeddedPostgres> RUNNING = new HashMap<>();
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final DataFolder folder;
    private final Cluster cluster;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private volatile boolean stopping;
    private volatile @Nullable Process server;

    private EmbeddedPostgres(DataFolder folder, Cluster cluster) {
        this.folder = folder;
        this.cluster = cluster;
    }

    /** Starts the server in this folder and returns when it takes connections; asked again, returns the same one. */
    public static EmbeddedPostgres in(Path dataFolder, String version) {
        synchronized (RUNNING) {
            return RUNNING.computeIfAbsent(dataFolder.toAbsolutePath().normalize(), path -> start(path, version));
        }
    }

    private static EmbeddedPostgres start(Path path, String version) {
        var folder = DataFolder.claim(path);
        try {
            var binaries = Binaries.unpacked(folder.path(), version);
            var postgres = new EmbeddedPostgres(
                    folder, Cluster.prepared(folder, binaries, UnprivilegedAccount.reaching(folder.path())));
            Thread.ofPlatform().daemon().name("postgres-keeper").start(postgres::keep);
            postgres.port.join();
            return postgres;
        } catch (CompletionException e) {
            folder.release();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } catch (RuntimeException e) {
            folder.release();
            throw e;
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port.join() + "/" + Cluster.DATABASE;
    }

    public String user() {
        return Cluster.USER;
    }

    public String password() {
        return folder.password();
    }

    /** Stops the server and gives the folder back; open transactions are rolled back, committed ones are on disk. */
    public void stop() {
        stopping = true;
        var process = server;
        if (process != null && process.isAlive()) {
            Signal.INTERRUPT.to(process.pid());
            if (!ends(process)) {
                Signal.QUIT.to(process.pid());
                ends(process);
            }
        }
        folder.release();
        synchronized (RUNNING) {
            RUNNING.values().remove(this);
        }
    }

    private static boolean ends(Process process) {
        try {
            return process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void keep() {
        try {
            var current = first();
            while (!stopping) {
                var exit = current.waitFor();
                if (!stopping) {
                    log.warn("PostgreSQL ended without having been told to (exit {}); starting it again", exit);
                    current = again();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | IOException e) {
            port.completeExceptionally(e);
        }
    }

    /** Another program may take the free port in the moment before the server does, so that is tried more than once. */
    private Process first() throws IOException, InterruptedException {
        for (var attempt = 1; ; attempt++) {
            var candidate = freePort();
            var process = launch(candidate);
            if (cluster.becomesReady(process)) {
                port.complete(candidate);
                return process;
            }
            if (attempt == FIRST_ATTEMPTS) {
                throw new DatabaseProblem(
                        "The embedded PostgreSQL did not start. It said: " + cluster.lastWords(),
                        "See " + cluster.startLog() + " and the folder " + cluster.logs() + ".");
            }
        }
    }

    private Process again() throws IOException, InterruptedException {
        for (var attempt = 1; ; attempt++) {
            var process = launch(port.join());
            if (stopping || cluster.becomesReady(process)) {
                log.info("PostgreSQL is back");
                return process;
            }
            if (Integer.bitCount(attempt) == 1) {
                log.error("PostgreSQL did not start again (attempt {}): {}", attempt, cluster.lastWords());
            }
            Thread.sleep(PAUSE);
        }
    }

    private Process launch(int port) throws IOException {
        cluster.endLeftovers();
        var process = cluster.launch(port);
        server = process;
        if (stopping) {
            Signal.INTERRUPT.to(process.pid());
        }
        return process;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

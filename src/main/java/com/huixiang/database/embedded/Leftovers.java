package com.huixiang.database.embedded;

import com.huixiang.database.DatabaseProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a killed process may leave on the database files: a server, children of a killed server, a pid file whose number
 * meanwhile belongs to somebody else. Only called by the one application that holds the data folder, so every server
 * found here is an orphan. Processes are known by their command line; a number alone proves nothing.
 */
record Leftovers(Path files, String clusterName) {

    private static final Duration POLITE = Duration.ofSeconds(20);
    private static final Duration FIRM = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

    static List<String> pidFile(Path files) {
        try {
            return Files.readAllLines(files.resolve("postmaster.pid"));
        } catch (IOException e) {
            return List.of();
        }
    }

    void end() {
        end(this::isServer, POLITE, Signal.INTERRUPT);
        end(this::isServer, FIRM, Signal.QUIT);
        end(this::isServer, FIRM, Signal.KILL);
        // Children of a killed server notice it by themselves, usually within milliseconds.
        awaitNone(this::isChild, Duration.ofSeconds(2));
        end(this::isChild, FIRM, Signal.QUIT);
        end(this::isChild, FIRM, Signal.KILL);
        if (exists(this::isServer) || exists(this::isChild)) {
            throw new DatabaseProblem(
                    "An older PostgreSQL still runs on " + files + " and does not end.",
                    "End it by hand: pkill -f " + clusterName);
        }
        forgetForeignPid();
    }

    private void end(LongPredicate kind, Duration patience, Signal signal) {
        var found = processes(kind);
        if (found.isEmpty()) {
            return;
        }
        log.info("Ending PostgreSQL left behind by an earlier run (process {})", found);
        found.forEach(signal::to);
        awaitNone(kind, patience);
    }

    private static void awaitNone(LongPredicate kind, Duration patience) {
        for (var waited = 0; waited < patience.toMillis() && exists(kind); waited += 20) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /**
     * PostgreSQL refuses to start while any process has the number in its pid file, even a stranger. With no process of
     * this cluster alive the file means nothing.
     */
    private void forgetForeignPid() {
        var lines = pidFile(files);
        if (!lines.isEmpty() && Files.exists(Path.of("/proc", lines.getFirst().strip()))) {
            try {
                Files.deleteIfExists(files.resolve("postmaster.pid"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private boolean isServer(long pid) {
        var words = commandLine(pid).split("\0");
        return words.length > 2
                && words[0].endsWith("/postgres")
                && List.of(words).contains(files.toString());
    }

    private boolean isChild(long pid) {
        return commandLine(pid).startsWith("postgres: " + clusterName + ":");
    }

    private static boolean exists(LongPredicate kind) {
        return !processes(kind).isEmpty();
    }

    private static List<Long> processes(LongPredicate kind) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(kind::test)
                .toList();
    }

    /** Empty for a process that is gone or only waits to be buried. */
    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}

package com.huixiang.bench;

import com.huixiang.crowd.ServerUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** CPU time the kernel has charged to the application and to PostgreSQL so far, in milliseconds. */
record ProcessTimes(double application, double database) {

    /** The kernel counts in hundredths of a second on every Linux Java runs on. */
    private static final double MILLIS_PER_TICK = 10;

    static ProcessTimes of(ServerUnderTest server) {
        double database = server.postmaster()
                .map(postmaster -> millis(postmaster.pid(), true)
                        + postmaster.children().mapToDouble(child -> millis(child.pid(), false)).sum())
                .orElse(0.0);
        return new ProcessTimes(millis(server.pid(), false), database);
    }

    ProcessTimes since(ProcessTimes earlier) {
        return new ProcessTimes(application - earlier.application, database - earlier.database);
    }

    double total() {
        return application + database;
    }

    /** Connections that have ended are on their parent's account. */
    private static double millis(long pid, boolean withEndedChildren) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // utime, stime, cutime, cstime are fields 14 to 17; the name in field 2 may hold blanks.
            List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
            long ticks = Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12));
            if (withEndedChildren) {
                ticks += Long.parseLong(fields.get(13)) + Long.parseLong(fields.get(14));
            }
            return ticks * MILLIS_PER_TICK;
        } catch (IOException ended) {
            return 0;
        }
    }
}

package com.huixiang.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The signals PostgreSQL understands; the JDK itself can only send two others. */
enum Signal {
    /** Fast shutdown: roll back what is open, write everything, end. */
    INTERRUPT("INT"),
    /** Immediate shutdown: end now, recover at the next start. */
    QUIT("QUIT"),
    KILL("KILL");

    private final String shortName;

    Signal(String shortName) {
        this.shortName = shortName;
    }

    void to(long pid) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + shortName + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

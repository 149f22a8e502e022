package com.huixiang.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.Huixiang;
import com.huixiang.crowd.ServerUnderTest;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** E-06 in short. The long form, with hundreds of people and dozens of blows, is {@code bench/run crash}. */
class CrashStory {

    private static final Path DATA = Path.of("target", "crash-data").toAbsolutePath();

    @Test
    void whatWasAcknowledgedSurvivesTheEndOfTheApplicationOfPostgresAndOfEveryLine() throws Exception {
        try (CrashTrial trial = new CrashTrial(application(), 20, 3, Duration.ofMillis(200))) {
            trial.begin();
            for (Blow blow : List.of(Blow.ALL_LINES, Blow.DATABASE, Blow.APPLICATION_AND_DATABASE)) {
                trial.awaitLife();
                trial.strike(blow);
            }
            trial.awaitLife();

            Verdict verdict = trial.end(Duration.ofMinutes(2));

            assertThat(verdict.evidence()).isEmpty();
            assertThat(verdict.isClean()).as("%s", verdict).isTrue();
            assertThat(verdict.acknowledged()).isGreaterThan(50);
        }
    }

    /** The classes of this build in a process of their own, so that it can be killed. */
    private static ServerUnderTest application() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                classPath(),
                Huixiang.class.getName());
        return new ServerUnderTest(command, Map.of(), DATA, freePort());
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

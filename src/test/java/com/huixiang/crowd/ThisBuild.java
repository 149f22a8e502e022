package com.huixiang.crowd;

import com.huixiang.Huixiang;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The application of this build, for tests that kill it. */
public final class ThisBuild {

    private ThisBuild() {}

    /** Not started yet. The folder below {@code target} keeps the programs of PostgreSQL for the next run. */
    public static ServerUnderTest inAProcessOfItsOwn(String folder) throws IOException {
        return inAProcessOfItsOwn(folder, Map.of());
    }

    /** The same, with settings of its own. */
    public static ServerUnderTest inAProcessOfItsOwn(String folder, Map<String, String> environment) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                classPath(),
                Huixiang.class.getName());
        return new ServerUnderTest(command, environment, Path.of("target", folder).toAbsolutePath(), freePort());
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

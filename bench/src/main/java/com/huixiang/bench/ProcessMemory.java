package com.huixiang.bench;

import com.huixiang.crowd.ServerUnderTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the application's memory holds: live objects on the heap, and what the kernel has given the process. */
final class ProcessMemory {

    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private ProcessMemory() {}

    /** Bytes of objects that survive a full collection. */
    static long liveHeap(ServerUnderTest server) throws IOException, InterruptedException {
        jcmd(server, "GC.run");
        jcmd(server, "GC.run");
        Matcher used = USED.matcher(jcmd(server, "GC.heap_info"));
        if (!used.find()) {
            throw new IOException("jcmd GC.heap_info has no used size");
        }
        return Long.parseLong(used.group(1)) * 1024;
    }

    /** Resident bytes. */
    static long resident(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        throw new IOException("The process has ended");
    }

    private static String jcmd(ServerUnderTest server, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(server.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}

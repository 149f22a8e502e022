package com.huixiang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says at once what is being done, and at the end prints the tables, the machine and the command to repeat it. */
final class Report {

    private final List<String> lines = new ArrayList<>();
    private final String command;
    private final Instant began = Instant.now();
    private final String loadBefore = firstWord("/proc/loadavg");

    Report(String[] arguments) {
        this.command = "bench/run " + String.join(" ", arguments);
    }

    void progress(String text, Object... values) {
        System.out.printf(
                Locale.ROOT, "[%4d s] %s%n", Duration.between(began, Instant.now()).toSeconds(), format(text, values));
    }

    void heading(String... cells) {
        lines.add("");
        row((Object[]) cells);
        lines.add("|" + "---|".repeat(cells.length));
    }

    void row(Object... cells) {
        StringBuilder row = new StringBuilder("|");
        for (Object cell : cells) {
            row.append(' ').append(cell instanceof Double number ? decimal(number) : cell).append(" |");
        }
        lines.add(row.toString());
    }

    void line(String text, Object... values) {
        lines.add("");
        lines.add(format(text, values));
        progress(text, values);
    }

    void print() {
        lines.forEach(System.out::println);
        System.out.println();
        System.out.println("Machine: " + machine());
        System.out.println("Command: " + command);
    }

    static String decimal(double number) {
        if (Double.isNaN(number)) {
            return "–";
        }
        double size = Math.abs(number);
        return String.format(Locale.ROOT, size >= 1000 ? "%,.0f" : size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", number);
    }

    private static String format(String text, Object... values) {
        return values.length == 0 ? text : String.format(Locale.ROOT, text, values);
    }

    private String machine() {
        return "%d cores (%s), %d GiB, Linux %s, Java %s, load average before %s and after %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        value("/proc/cpuinfo", "model name"),
                        Math.round(Long.parseLong(value("/proc/meminfo", "MemTotal").split(" ")[0]) / 1024.0 / 1024.0),
                        System.getProperty("os.version"),
                        System.getProperty("java.version"),
                        loadBefore,
                        firstWord("/proc/loadavg"));
    }

    private static String value(String file, String name) {
        return read(file).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("0 unknown");
    }

    private static String firstWord(String file) {
        return read(file).getFirst().split(" ")[0];
    }

    private static List<String> read(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package com.huixiang.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was asked for on the command line: {@code --name value} pairs and plain words. */
record Options(Map<String, String> named, List<String> plain) {

    static final String COMMON =
            """
            --data FOLDER    the data folder, emptied first  (default $HUIXIANG_DATA or /tmp/huixiang-bench)
            --port NUMBER    the port                       (default $HUIXIANG_PORT or 18086)
            --heap SIZE      -Xmx of the application        (default 1g)
            --warm-up N      seconds of load before the first figure (default 60)
            --seconds N      seconds of each measurement     (default 30)
            --java-options S more options for its JVM, space separated""";

    static Options parse(String[] arguments) {
        Map<String, String> named = new HashMap<>();
        List<String> plain = new ArrayList<>();
        for (int at = 1; at < arguments.length; at++) {
            if (arguments[at].startsWith("--") && at + 1 < arguments.length) {
                named.put(arguments[at].substring(2), arguments[++at]);
            } else {
                plain.add(arguments[at]);
            }
        }
        return new Options(Map.copyOf(named), List.copyOf(plain));
    }

    int number(String name, int otherwise) {
        return named.containsKey(name) ? Integer.parseInt(named.get(name)) : otherwise;
    }

    double decimal(String name, double otherwise) {
        return named.containsKey(name) ? Double.parseDouble(named.get(name)) : otherwise;
    }

    String text(String name, String otherwise) {
        return named.getOrDefault(name, otherwise);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(named.get(name));
    }

    int warmUpSeconds() {
        return number("warm-up", 60);
    }

    int seconds() {
        return number("seconds", 30);
    }

    Path data() {
        String folder = System.getenv().getOrDefault("HUIXIANG_DATA", "/tmp/huixiang-bench");
        return Path.of(text("data", folder)).toAbsolutePath();
    }

    int port() {
        return number("port", Integer.parseInt(System.getenv().getOrDefault("HUIXIANG_PORT", "18086")));
    }

    String heap() {
        return text("heap", "1g");
    }
}

package com.huixiang.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What docs/reference/api.md says about each request, by {@code METHOD /path}. */
record ApiWords(Map<String, Words> requests) {

    private static final Pattern ROW =
            Pattern.compile("\\| `(?<request>[A-Z]+ /[^`]*)` \\| `(?<id>\\w+)` \\| (?<chinese>.+?) \\| (?<english>.+?) \\|");

    record Words(String tag, String id, String chinese, String english) {}

    static ApiWords read() {
        Map<String, Words> requests = new LinkedHashMap<>();
        String tag = "";
        for (String line : lines(Path.of("docs/reference/api.md"))) {
            Matcher row = ROW.matcher(line);
            if (line.startsWith("## ")) {
                tag = line.substring(3);
            } else if (row.matches()) {
                requests.put(
                        row.group("request"),
                        new Words(tag, row.group("id"), row.group("chinese"), row.group("english")));
            }
        }
        return new ApiWords(requests);
    }

    private static Iterable<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

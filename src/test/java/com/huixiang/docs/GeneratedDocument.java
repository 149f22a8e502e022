package com.huixiang.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A page of the documentation that is written from the code and checked in. The test fails when it is out of date;
 * {@code bin/docs} writes it anew.
 */
record GeneratedDocument(Path path) {

    static GeneratedDocument at(String path) {
        return new GeneratedDocument(Path.of(path));
    }

    void shouldSay(String text) {
        if (Boolean.getBoolean("huixiang.docs")) {
            write(text);
        }
        String advice = "%s is out of date. Write it anew with bin/docs and look at what changed".formatted(path);
        assertThat(path).as(advice).exists();
        List<String> page = lines();
        List<String> code = text.lines().toList();
        assertThat(without(code, page)).as(advice + "; lines that are missing").isEmpty();
        assertThat(without(page, code)).as(advice + "; lines that are no longer true").isEmpty();
        assertThat(page).as(advice).isEqualTo(code);
    }

    private static List<String> without(List<String> lines, List<String> known) {
        Set<String> all = new HashSet<>(known);
        return lines.stream().filter(line -> !all.contains(line)).toList();
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

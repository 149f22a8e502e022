package com.huixiang.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
        assertThat(path)
                .as("%s is out of date. Write it anew with bin/docs and look at what changed", path)
                .exists()
                .content()
                .isEqualTo(text);
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

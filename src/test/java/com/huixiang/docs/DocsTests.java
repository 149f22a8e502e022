package com.huixiang.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages lead where they say. */
class DocsTests {

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern FILE = Pattern.compile("`((?:widget|console|bin|src|docs)/[\\w./-]+\\.\\w+|bin/\\w+)`");
    private static final Pattern JAVA = Pattern.compile("`([a-z]+/(?:[a-z]+/)*\\w+\\.java)`");
    private static final Path CODE = Path.of("src/main/java/com/huixiang");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        assertThat(pages().flatMap(page -> LINK.matcher(read(page)).results()
                        .map(link -> page.resolveSibling(link.group(1)).normalize())
                        .filter(target -> !Files.exists(target) && !isTakenByTheBrowserStories(target))
                        .map(target -> page + " -> " + target)))
                .isEmpty();
    }

    private static boolean isTakenByTheBrowserStories(Path target) {
        return target.startsWith("docs/images");
    }

    @Test
    void everyFileThatIsNamedIsThere() throws IOException {
        Stream<String> files = pages().flatMap(page -> FILE.matcher(read(page)).results()
                .filter(file -> !Files.exists(Path.of(file.group(1))))
                .map(file -> page + " names " + file.group(1)));
        Stream<String> code = Stream.of(Path.of("docs/explanation/life-of-a-message.md"))
                .flatMap(page -> JAVA.matcher(read(page)).results()
                        .filter(file -> !Files.exists(CODE.resolve(file.group(1))))
                        .map(file -> page + " names " + file.group(1)));

        assertThat(Stream.concat(files, code)).isEmpty();
    }

    @Test
    void everyPageIsInTheIndex() throws IOException {
        String index = read(Path.of("docs/README.md"));

        assertThat(pages().filter(page -> page.startsWith("docs") && !page.endsWith("README.md"))
                        .map(page -> Path.of("docs").relativize(page).toString())
                        .filter(page -> !index.contains("(" + page + ")")))
                .as("pages that docs/README.md does not lead to")
                .isEmpty();
    }

    @Test
    void decisionsHaveNumbersOfTheirOwn() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs/decisions"))) {
            List<String> numbers = files.map(file -> file.getFileName().toString().substring(0, 4)).toList();
            assertThat(numbers).doesNotHaveDuplicates();
        }
    }

    private static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"));
                Stream<Path> top = Files.list(Path.of(""))) {
            return Stream.concat(docs, top).filter(file -> file.toString().endsWith(".md")).toList().stream();
        }
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

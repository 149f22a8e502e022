package com.huixiang.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.channel.Channel;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/tutorials/add-a-channel.md lists the files of a channel that exists, in the order in which they are read. */
class AddingAChannelTests {

    private static final Path PAGE = Path.of("docs/tutorials/add-a-channel.md");
    private static final Pattern FILE = Pattern.compile("`((?:src|docs|bin)/[^`\\s]+)`");

    @Test
    void everyFileOfTheListExists() throws IOException {
        List<String> files = FILE.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(files).hasSizeGreaterThan(15);
        assertThat(files.stream().filter(file -> !Files.exists(Path.of(file)))).isEmpty();
    }

    @Test
    void theListHasEveryFileOfTheStoreTerminal() throws IOException {
        String page = Files.readString(PAGE);
        try (var files = Files.walk(Path.of("src/main/java/com/huixiang/store"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.endsWith("web/package-info.java"))
                            .map(file -> file.toString().replace('\\', '/'))
                            .filter(file -> !page.contains(file)))
                    .isEmpty();
        }
    }

    @Test
    void theTableNamesEveryChannelThatStandsBehindThePort() throws IOException {
        String page = Files.readString(PAGE);
        List<String> kinds = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("com.huixiang").stream()
                        .filter(type -> type.isAssignableTo(Channel.class) && !type.isInterface())
                        .map(JavaClass::getSimpleName)
                        .map(name -> name.replace("Channel", ""))
                        .toList();

        assertThat(kinds).hasSizeGreaterThanOrEqualTo(3);
        assertThat(kinds.stream().filter(kind -> !page.toLowerCase().contains("| " + kind.toLowerCase() + " "))).isEmpty();
        assertThat(Pattern.compile("(?m)^\\d+\\. ").matcher(page).results().map(MatchResult::group).toList())
                .hasSizeGreaterThan(8);
    }
}

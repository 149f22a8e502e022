package com.huixiang.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.Huixiang;
import com.huixiang.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** docs/reference/glossary.md knows the words of the house, and no others. */
class GlossaryTests {

    private static final Pattern OWNED = Pattern.compile("(?:Words:|[Ii]t owns the words) (?<words>[^.]*)");
    private static final Pattern NAME = Pattern.compile("`([A-Za-z]+)`");

    private final String page = Files.readString(Path.of("docs/reference/glossary.md"));

    GlossaryTests() throws IOException {}

    @Test
    void everyRoomIsInIt() {
        assertThat(ApplicationModules.of(Huixiang.class).stream()
                        .map(room -> room.getIdentifier().toString())
                        .filter(name -> !page.contains("`" + name + "`")))
                .isEmpty();
    }

    @Test
    void everyWordThatARoomOwnsIsInIt() {
        List<String> owned = ApplicationModules.of(Huixiang.class).stream()
                .flatMap(room -> wordsOf(
                        JavaSources.ofTheProduct().commentOfPackage(room.getBasePackage().getName()).text()))
                .toList();

        assertThat(owned).hasSizeGreaterThan(15);
        assertThat(owned.stream().filter(word -> !known(word))).isEmpty();
    }

    /** "It owns the words conversation, issue type." and "Words: StaffMember, Actor (a member who is doing something)." */
    private static Stream<String> wordsOf(String comment) {
        return OWNED.matcher(comment).results()
                .map(found -> found.group("words").replaceAll("\\([^)]*\\)", "").replaceAll(", and .*", ""))
                .flatMap(words -> Arrays.stream(words.split(",| and ")))
                .map(String::strip)
                .filter(word -> !word.isEmpty());
    }

    private boolean known(String word) {
        return page.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }

    @Test
    void noWordIsInItThatNobodyUses() {
        String code = String.join("\n", SourceFile.allOfTheProduct().stream().map(SourceFile::text).toList());

        assertThat(NAME.matcher(page).results()
                        .map(found -> found.group(1))
                        .distinct()
                        .filter(name -> !Pattern.compile("\\b" + name + "\\b").matcher(code).find()))
                .isEmpty();
    }
}

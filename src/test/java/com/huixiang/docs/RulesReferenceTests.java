package com.huixiang.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** docs/reference/rules.md tells the truth: what it names exists, and no rule in the code is forgotten. */
class RulesReferenceTests {

    private static final Pattern ID = Pattern.compile("\\b[A-Z]-\\d{2}\\b");
    private static final Pattern PLACE = Pattern.compile("(?<type>[a-z.]+[A-Z]\\w*)(?:\\.(?<verb>\\w+))?");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private record Rule(String id, List<String> where, List<String> proof) {}

    private static final List<Rule> RULES = text(Path.of("docs/reference/rules.md"))
            .lines()
            .filter(line -> line.matches("\\| [A-Z]-\\d{2} \\|.*"))
            .map(line -> line.split(" \\| "))
            .map(cells -> new Rule(cells[0].substring(2), names(cells[3]), names(cells[4])))
            .toList();

    private static final Map<String, SourceFile> TESTS = SourceFile.allBelow(Path.of("src/test/java")).stream()
            .collect(Collectors.toMap(RulesReferenceTests::simpleName, Function.identity(), (one, other) -> one));

    @Test
    void everyRuleSaysWhereItIsKeptAndWhatProvesIt() {
        assertThat(RULES).isNotEmpty();
        assertThat(RULES).filteredOn(rule -> rule.where().isEmpty() || rule.proof().isEmpty()).isEmpty();
    }

    @Test
    void everyPlaceExists() {
        assertThat(RULES.stream().flatMap(rule -> rule.where().stream()).filter(place -> !exists(place))).isEmpty();
    }

    private static boolean exists(String place) {
        // module, perhaps a sub-package, Class, perhaps verb
        Matcher parts = PLACE.matcher(place);
        Class<?> type = parts.matches() ? classNamed(parts.group("type")) : null;
        String name = parts.matches() ? parts.group("verb") : null;
        return type != null
                && (name == null
                        || Arrays.stream(type.getDeclaredMethods()).anyMatch(verb -> verb.getName().equals(name)));
    }

    @Test
    void everyProofIsATest() {
        assertThat(RULES.stream().flatMap(rule -> rule.proof().stream()).filter(proof -> !isTest(proof))).isEmpty();
    }

    private static boolean isTest(String proof) {
        String[] parts = proof.split("\\.");
        return TESTS.containsKey(parts[0])
                && Pattern.compile("@(?:Test|Property|RepeatedTest|ParameterizedTest)\\b(?:(?!void ).)*void " + parts[1] + "\\(", Pattern.DOTALL)
                        .matcher(TESTS.get(parts[0]).text())
                        .find();
    }

    @Test
    void noRuleOfTheCodeIsForgotten() throws IOException {
        Set<String> listed = RULES.stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            files.filter(file -> file.toString().matches(".*\\.(java|sql|yaml)"))
                    .flatMap(file -> ID.matcher(text(file)).results())
                    .map(MatchResult::group)
                    .forEach(named::add);
        }

        assertThat(listed).containsAll(named);
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    private static @Nullable Class<?> classNamed(String name) {
        try {
            return Class.forName("com.huixiang." + name, false, RulesReferenceTests.class.getClassLoader());
        } catch (ClassNotFoundException absent) {
            return null;
        }
    }

    private static String simpleName(SourceFile source) {
        return source.path().substring(source.path().lastIndexOf('/') + 1).replace(".java", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

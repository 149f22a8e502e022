package com.huixiang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One Java file as text, for the rules that compiled classes cannot show: comments and SQL. */
public record SourceFile(String path, String text) {

    private static final Path PRODUCT = Path.of("src/main/java");
    private static final Pattern TYPE = Pattern.compile(
            "(?m)^(?<open>public )?(?:(?:abstract|final|sealed|non-sealed) )*(?:class|interface|record|enum|@interface) \\w+");

    public static List<SourceFile> allOfTheProduct() {
        return allBelow(PRODUCT);
    }

    public static List<SourceFile> allBelow(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(file -> new SourceFile(folder.relativize(file).toString(), read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isPublicType() {
        Matcher type = TYPE.matcher(text);
        return type.find() && type.group("open") != null;
    }

    /** Whether a Javadoc comment stands before the type (or before the package, in a package-info). */
    boolean hasTypeComment() {
        Matcher type = TYPE.matcher(text);
        int end = type.find() ? type.start() : text.length();
        return text.substring(0, end).contains("/**");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

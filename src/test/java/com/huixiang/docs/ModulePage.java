package com.huixiang.docs;

import com.huixiang.Huixiang;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.scheduling.annotation.Scheduled;

/** Draws docs/reference/modules.md from the compiled classes, their comments and the migrations. */
final class ModulePage {

    private static final String HEAD = """
            # Modules

            The house as it stands: which room stands on which, what each is for, and what it shows to the others. Why it is
            built like this is told in [floors.md](../explanation/floors.md). This page is written from the code by `bin/docs`.

            An arrow leads from a module to one it may call. Every module may call `kernel`, so those arrows are left out.

            """;

    private static final Pattern TABLE = Pattern.compile("create table ([a-z_]+\\.)?([a-z_]+)(?! partition)\\b");

    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.huixiang");
    private final Map<String, List<String>> standsOn = new TreeMap<>();
    private final Map<String, Integer> floors = new TreeMap<>();

    ModulePage() {
        ApplicationModules.of(Huixiang.class).forEach(module -> standsOn.put(
                module.getIdentifier().toString(),
                Arrays.stream(house.getPackage(module.getBasePackage().getName())
                                .getAnnotationOfType(ApplicationModule.class)
                                .allowedDependencies())
                        .sorted()
                        .toList()));
        standsOn.keySet().forEach(this::floorOf);
    }

    private int floorOf(String module) {
        Integer known = floors.get(module);
        if (known == null) {
            known = standsOn.get(module).stream()
                    .filter(below -> !below.equals("kernel"))
                    .mapToInt(below -> floorOf(below) + 1)
                    .max()
                    .orElse(0);
            floors.put(module, known);
        }
        return known;
    }

    String text() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("```mermaid\ngraph TD\n");
        byFloor().forEach(module -> {
            page.append("    ").append(module).append('\n');
            standsOn.get(module).stream()
                    .filter(below -> !below.equals("kernel"))
                    .forEach(below -> page.append("    %s --> %s\n".formatted(module, below)));
        });
        page.append("```\n");
        byFloor().forEach(module -> describe(module, page));
        return page.toString();
    }

    /** Lowest first. */
    private List<String> byFloor() {
        return floors.keySet().stream()
                .sorted(Comparator.<String, Integer>comparing(floors::get).thenComparing(name -> name))
                .toList();
    }

    private void describe(String module, StringBuilder page) {
        page.append("\n## ").append(module).append("\n\n");
        page.append(JavaSources.ofTheProduct().commentOfPackage("com.huixiang." + module).text()).append("\n\n");
        line(page, "Stands on", standsOn.get(module).stream().map(ModulePage::code));
        line(page, "Front doors", doors(module, "FRONT DOOR"));
        line(page, "Read doors", doors(module, "READ DOOR"));
        line(page, "Tells", news(module));
        line(page, "Hears", heard(module));
        line(page, "Asks whoever knows", ports(module));
        line(page, "Settings", typesOf(module, type -> type.isAnnotatedWith(ConfigurationProperties.class))
                .map(type -> code(type.getAnnotationOfType(ConfigurationProperties.class).value() + ".*")));
        line(page, "Timers", methodsOf(module, method -> method.isAnnotatedWith(Scheduled.class))
                .map(method -> code(method.getOwner().getSimpleName() + "." + method.getName())));
        line(page, "Tables", tables(module));
    }

    private static void line(StringBuilder page, String title, Stream<String> items) {
        List<String> all = items.toList();
        if (!all.isEmpty()) {
            page.append("- **").append(title).append(":** ").append(String.join(", ", all)).append('\n');
        }
    }

    private Stream<String> doors(String module, String kind) {
        return typesOf(module, type -> commentOf(type).startsWith(kind))
                .map(type -> code(type.getSimpleName()) + " (" + verbsOf(type) + ")");
    }

    private static String verbsOf(JavaClass door) {
        return door.getMethods().stream()
                .filter(method -> method.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                .filter(method -> !method.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC))
                .map(JavaMethod::getName)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private Stream<String> news(String module) {
        return typesOf(module, type -> type.getSimpleName().endsWith("Event") && type.isInterface())
                .flatMap(type -> type.getAllSubclasses().stream())
                .map(JavaClass::getSimpleName)
                .sorted()
                .map(ModulePage::code);
    }

    private Stream<String> heard(String module) {
        return methodsOf(module, method -> method.isMetaAnnotatedWith(EventListener.class))
                .filter(method -> !method.getRawParameterTypes().isEmpty())
                .map(method -> code(method.getRawParameterTypes().getFirst().getSimpleName()) + " in "
                        + code(method.getOwner().getSimpleName()));
    }

    /** Small interfaces that a module declares and one above it implements: how an answer comes down. */
    private Stream<String> ports(String module) {
        return typesOf(module, type -> type.isInterface() && !type.getSimpleName().endsWith("Event"))
                .flatMap(type -> type.getAllSubclasses().stream()
                        .filter(implementor -> !implementor.getPackageName().startsWith("com.huixiang." + module))
                        .map(implementor -> code(type.getSimpleName()) + " (" + implementor.getSimpleName() + " in "
                                + implementor.getPackageName().substring("com.huixiang.".length()) + ")"))
                .sorted();
    }

    private Stream<String> tables(String module) {
        Path folder = Path.of("src/main/resources/db/migration", module);
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(ModulePage::read)
                    .flatMap(sql -> TABLE.matcher(sql).results())
                    .map(found -> code(found.group(2)))
                    .distinct()
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<JavaClass> typesOf(String module, Predicate<JavaClass> wanted) {
        String base = "com.huixiang." + module;
        return house.stream()
                .filter(type -> type.getPackageName().equals(base) || type.getPackageName().startsWith(base + "."))
                .filter(type -> !type.isAnonymousClass() && wanted.test(type))
                .sorted(Comparator.comparing(JavaClass::getName));
    }

    private Stream<JavaMethod> methodsOf(String module, Predicate<JavaMethod> wanted) {
        return typesOf(module, type -> true)
                .flatMap(type -> type.getMethods().stream())
                .filter(wanted)
                .sorted(Comparator.comparing(JavaMethod::getFullName));
    }

    private static String commentOf(JavaClass type) {
        return JavaSources.ofTheProduct().commentOf(type.reflect()).text();
    }

    private static String code(String name) {
        return "`" + name + "`";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

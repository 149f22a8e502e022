package com.huixiang.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** docs/reference/settings.md names every setting of the modules, with the default it really has. */
class SettingsReferenceTests {

    private static final Pattern ROW = Pattern.compile("\\| `(huixiang\\.[a-z-]+\\.[a-z-]+)` \\| `([^`]+)` \\|");
    private static final Pattern IN_A_TIMER = Pattern.compile("\\$\\{(huixiang\\.[a-z-]+\\.[a-z-]+):([^}]+)}");

    @Test
    void everySettingIsListedWithItsDefault() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        ROW.matcher(Files.readString(Path.of("docs/reference/settings.md")))
                .results()
                .forEach(row -> listed.put(row.group(1), row.group(2)));

        assertThat(listed).isEqualTo(real());
    }

    private static Map<String, String> real() {
        Map<String, String> settings = new TreeMap<>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("com.huixiang").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                        .map(JavaClass::reflect)
                        // The settings of the whole house are environment variables, in a table of their own.
                        .filter(type -> !prefixOf(type).equals("huixiang"))
                        .forEach(type -> settings.putAll(componentsOf(type)));
        com.huixiang.SourceFile.allOfTheProduct().forEach(source -> IN_A_TIMER.matcher(source.text())
                .results()
                .forEach(found -> settings.put(found.group(1), found.group(2))));
        return settings;
    }

    private static Map<String, String> componentsOf(Class<?> type) {
        Map<String, String> settings = new TreeMap<>();
        Parameter[] parameters = type.getDeclaredConstructors()[0].getParameters();
        RecordComponent[] components = type.getRecordComponents();
        for (int at = 0; at < components.length; at++) {
            String name = components[at].getName().replaceAll("([A-Z])", "-$1").toLowerCase();
            String value = Arrays.stream(parameters[at].getAnnotationsByType(DefaultValue.class))
                    .map(given -> String.join(",", given.value()))
                    .findFirst()
                    .orElse("none");
            settings.put(prefixOf(type) + "." + name, value);
        }
        return settings;
    }

    private static String prefixOf(Class<?> type) {
        return type.getAnnotation(ConfigurationProperties.class).value();
    }
}

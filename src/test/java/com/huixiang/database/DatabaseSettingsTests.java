package com.huixiang.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

/** Pins the names people write into their environment, and what holds when they write nothing. */
class DatabaseSettingsTests {

    @Test
    void withoutAnyEnvironmentTheDefaultsHold() {
        var environment = environment(Map.of());
        var settings = settings(environment);

        assertThat(settings.data()).isEqualTo(Path.of("data"));
        assertThat(settings.database().url()).isNull();
        assertThat(settings.database().version()).startsWith("18.");
        assertThat(environment.getProperty("server.port")).isEqualTo("8080");
        assertThat(environment.getProperty("huixiang.demo", Boolean.class)).isFalse();
    }

    @Test
    void theEnvironmentSaysWhereTheDataLives() {
        var environment = environment(Map.of(
                "HUIXIANG_DATA", "/var/lib/huixiang",
                "HUIXIANG_PORT", "9090",
                "HUIXIANG_DATABASE_URL", "postgresql://db/huixiang",
                "HUIXIANG_DEMO", "on"));
        var settings = settings(environment);

        assertThat(settings.data()).isEqualTo(Path.of("/var/lib/huixiang"));
        assertThat(settings.database().url()).isEqualTo("postgresql://db/huixiang");
        assertThat(environment.getProperty("server.port")).isEqualTo("9090");
        assertThat(environment.getProperty("huixiang.demo", Boolean.class)).isTrue();
    }

    @Test
    void everyFolderOfMigrationsIsRun() throws IOException {
        try (var folders = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(settings(environment(Map.of())).database().migrations())
                    .containsExactlyInAnyOrderElementsOf(
                            folders.map(folder -> folder.getFileName().toString())
                                    .toList());
        }
    }

    private static DatabaseSettings settings(ConfigurableEnvironment environment) {
        return Binder.get(environment).bindOrCreate("huixiang", DatabaseSettings.class);
    }

    private static ConfigurableEnvironment environment(Map<String, Object> variables) {
        try {
            var environment = new StandardEnvironment();
            environment
                    .getPropertySources()
                    .forEach(source -> environment.getPropertySources().remove(source.getName()));
            environment
                    .getPropertySources()
                    .addLast(new SystemEnvironmentPropertySource("systemEnvironment", variables));
            new YamlPropertySourceLoader()
                    .load("application", new ClassPathResource("application.yaml"))
                    .forEach(environment.getPropertySources()::addLast);
            ConfigurationPropertySources.attach(environment);
            return environment;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

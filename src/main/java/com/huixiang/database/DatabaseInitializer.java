package com.huixiang.database;

import com.huixiang.database.embedded.EmbeddedPostgres;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Provides the database before any bean exists. Runs in the application, in the start that trains the class cache and in
 * tests alike; an explicit {@code spring.datasource.url} is left alone.
 */
final class DatabaseInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (environment.containsProperty("spring.datasource.url")) {
            return;
        }
        var settings = Binder.get(environment).bindOrCreate("huixiang", DatabaseSettings.class);
        var properties = properties(address(settings));
        environment.getPropertySources().addFirst(new MapPropertySource("huixiang database", properties));
    }

    private static DatabaseAddress address(DatabaseSettings settings) {
        var url = settings.database().url();
        return url == null || url.isBlank() ? embedded(settings) : DatabaseAddress.parse(url.strip()).reachable();
    }

    private static DatabaseAddress embedded(DatabaseSettings settings) {
        var postgres = EmbeddedPostgres.in(settings.data(), settings.database().version());
        // After the contexts are closed, so that work still draining finds its database.
        SpringApplication.getShutdownHandlers().add(postgres::stop);
        return new DatabaseAddress(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    private static Map<String, Object> properties(DatabaseAddress address) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("spring.datasource.url", address.jdbcUrl());
        if (address.user() != null) {
            properties.put("spring.datasource.username", address.user());
        }
        if (address.password() != null) {
            properties.put("spring.datasource.password", address.password());
        }
        return properties;
    }
}

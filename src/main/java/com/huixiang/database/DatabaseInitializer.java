package com.huixiang.database;

import com.huixiang.database.embedded.EmbeddedPostgres;
import java.util.concurrent.FutureTask;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Provides the database, its tables up to date, before any bean asks for it. Runs in the application, in the start that
 * trains the class cache and in tests alike; an explicit {@code spring.datasource.url} is left alone.
 */
final class DatabaseInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (environment.containsProperty(DatabaseProperties.URL)) {
            return;
        }
        var settings = Binder.get(environment).bindOrCreate("huixiang", DatabaseSettings.class);
        var address = new FutureTask<>(() -> prepared(settings));
        environment.getPropertySources().addFirst(new DatabaseProperties(address));
        Thread.ofPlatform().daemon().name("database-start").start(address);
    }

    private static DatabaseAddress prepared(DatabaseSettings settings) {
        var address = address(settings);
        new Migrations(settings.database().migrations()).run(address.dataSource());
        return address;
    }

    private static DatabaseAddress address(DatabaseSettings settings) {
        var url = settings.database().url();
        return url == null || url.isBlank()
                ? embedded(settings)
                : DatabaseAddress.parse(url.strip()).reachable();
    }

    private static DatabaseAddress embedded(DatabaseSettings settings) {
        var postgres = EmbeddedPostgres.in(settings.data(), settings.database().version());
        // After the contexts are closed, so that work still draining finds its database.
        SpringApplication.getShutdownHandlers().add(postgres::stop);
        return new DatabaseAddress(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }
}

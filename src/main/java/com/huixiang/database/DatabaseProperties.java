package com.huixiang.database;

import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;

/** How to reach the database. Whoever asks waits until it can be reached; until then the application prepares the rest. */
final class DatabaseProperties extends EnumerablePropertySource<Future<DatabaseAddress>> {

    static final String URL = "spring.datasource.url";

    private static final Map<String, Function<DatabaseAddress, @Nullable String>> VALUES = Map.of(
            URL,
            DatabaseAddress::jdbcUrl,
            "spring.datasource.username",
            DatabaseAddress::user,
            "spring.datasource.password",
            DatabaseAddress::password);

    DatabaseProperties(Future<DatabaseAddress> address) {
        super("huixiang database", address);
    }

    @Override
    public String[] getPropertyNames() {
        return VALUES.keySet().toArray(String[]::new);
    }

    @Override
    public @Nullable Object getProperty(String name) {
        var value = VALUES.get(name);
        return value == null ? null : value.apply(address());
    }

    private DatabaseAddress address() {
        try {
            return source.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the database was starting", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e.getCause());
        }
    }
}

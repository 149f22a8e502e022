package com.huixiang;

import com.huixiang.database.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The data folder of the tests outlives a test run, to save the unpacking; its tables do not. */
final class EmptyTestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    static final String FOLDER = "target/test-data";

    private static final AtomicBoolean DONE = new AtomicBoolean();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (FOLDER.equals(environment.getProperty("huixiang.data")) && DONE.compareAndSet(false, true)) {
            empty(EmbeddedPostgres.in(Path.of(FOLDER), environment.getRequiredProperty("huixiang.database.version")));
        }
    }

    private static void empty(EmbeddedPostgres postgres) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(postgres.jdbcUrl());
        dataSource.setUser(postgres.user());
        dataSource.setPassword(postgres.password());
        var sql = JdbcClient.create(dataSource);
        sql.sql("""
                        select nspname from pg_namespace
                        where nspname not like 'pg\\_%' and nspname <> 'information_schema'
                        """).query(String.class).list().forEach(schema -> sql.sql("drop schema \"" + schema + "\" cascade")
                .update());
        sql.sql("create schema public").update();
        sql.sql("create extension pg_stat_statements").update();
    }

    /** Before the product looks at its tables. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}

package com.huixiang;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What differs from the real house while it is under test. */
@TestConfiguration(proxyBeanMethods = false)
class TestHouse {

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock();
    }

    /** The data folder outlives the test run, to save the unpacking; its tables do not. */
    @Bean
    @Primary
    FlywayMigrationStrategy emptyDatabaseFirst(@Qualifier("moduleMigrations") FlywayMigrationStrategy real) {
        return flyway -> {
            TestTables.dropAllOnce(flyway.getConfiguration().getDataSource());
            real.migrate(flyway);
        };
    }

    @Bean
    TestTables testTables(DataSource dataSource) {
        return new TestTables(dataSource);
    }
}

package com.huixiang;

import javax.sql.DataSource;
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

    @Bean
    TestTables testTables(DataSource dataSource) {
        return new TestTables(dataSource);
    }
}

package com.huixiang.conversation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps a month's table ready before its first message comes. One default partition catches what is older or newer, so
 * that no message is ever refused for its date.
 */
@Component
class Partitions implements InitializingBean {

    private static final int MONTHS_BEFORE = 1;
    private static final int MONTHS_AHEAD = 3;

    private final JdbcClient sql;
    private final Clock clock;

    Partitions(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        makeReady();
    }

    void makeReady() {
        YearMonth now = YearMonth.from(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        for (int month = -MONTHS_BEFORE; month <= MONTHS_AHEAD; month++) {
            YearMonth each = now.plusMonths(month);
            sql.sql("select conversation.make_month(?)").param(each.atDay(1)).query().singleColumn();
        }
    }
}

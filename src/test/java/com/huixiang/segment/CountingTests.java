package com.huixiang.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.agenda.DueAppointments;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** P-04: facts and memberships are true within seconds, after a crash, and each night again. */
@HuixiangTest
class CountingTests {

    @Autowired
    Shop shop;

    @Autowired
    Counting counting;

    @Autowired
    Listening listening;

    @Autowired
    NightlyCheck check;

    @Autowired
    DueAppointments due;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    @Test
    void aPurchaseMovesTheCustomerWithinTwoSecondsByItself() {
        CustomerId lin = shop.customer("林晓");
        long begin = System.nanoTime();
        shop.buys("林晓", 1, "6000");

        while (!shop.tagsOf(lin).contains("高价值")) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
            Thread.onSpinWait();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void newsThatWasLostWithTheProcessIsFoundByTheSweep() {
        CustomerId lin = shop.customer("林晓");
        shop.settles();
        shop.buys("林晓", 1, "6000");
        listening.take(1000);
        sql.sql("delete from segment.watermark").update();

        counting.findLost();

        assertThat(shop.tagsOf(lin)).contains("高价值");
    }

    @Test
    void onePurchaseCostsTheSameFewStatementsHoweverManyCustomersThereAre() {
        for (int n = 0; n < 200; n++) {
            shop.buys("M" + n, 10 + n % 300, "" + (100 + n));
        }
        shop.settles();
        CustomerId lin = shop.customer("M7");
        shop.settles();
        shop.buys("M7", 1, "6000");
        var heard = listening.take(1000);
        long before = statements();

        counting.count(heard.isEmpty() ? List.of(lin.value()) : heard);

        assertThat(statements() - before).as("statements for one purchase").isLessThanOrEqualTo(16);
        assertThat(shop.tagsOf(lin)).contains("高价值");
    }

    @Test
    void everybodyAtOnceAndOneByOneComeToTheSame() {
        for (int n = 0; n < 60; n++) {
            shop.customer("M" + n, Level.values()[n % 4]);
            for (int order = 0; order < n % 5; order++) {
                shop.buys("M" + n, 3 + 17 * order + n, "SKU" + n % 7, 1, "" + (50 * order + n));
            }
        }
        shop.settles();
        List<Map<String, Object>> oneByOne = facts();
        assertThat(oneByOne).hasSize(60);

        sql.sql("truncate segment.facts, segment.member").update();
        counting.countEverybody();

        assertThat(facts()).isEqualTo(oneByOne);
    }

    @Test
    void theNightlyCountCorrectsWhatIsNotSoAndReportsIt() {
        CustomerId lin = shop.customer("林晓");
        shop.buys("林晓", 1, "6000");
        shop.settles();
        sql.sql("update segment.facts set spent_year = 10, spent = 10, rules = '{}' where customer_id = ?").param(lin.value()).update();
        sql.sql("delete from segment.member where customer_id = ?").param(lin.value()).update();

        check.promise();
        clock.advance(Duration.ofDays(1));
        due.fulfil();

        var report = sql.sql("select facts, memberships, samples::text from segment.report").query().singleRow();
        assertThat((int) report.get("facts")).isPositive();
        assertThat((int) report.get("memberships")).isPositive();
        assertThat(report.get("samples").toString()).contains(lin.toString());
        assertThat(sql.sql("select spent_year from segment.facts").query(java.math.BigDecimal.class).single()).isEqualByComparingTo("6000");
        assertThat(counting.countEverybody().differences().facts()).as("nothing is left to correct").isZero();
    }

    private List<Map<String, Object>> facts() {
        return sql.sql("select " + FactsSql.columns("") + ", r, f, m, strategy, appraisal, rules::text as rules_text from segment.facts order by customer_id")
                .query()
                .listOfRows()
                .stream()
                .peek(row -> row.replaceAll((key, value) -> value == null ? null : value.toString()))
                .toList();
    }

    private long statements() {
        return sql.sql("select sum(calls)::bigint from pg_stat_statements").query(Long.class).single();
    }
}

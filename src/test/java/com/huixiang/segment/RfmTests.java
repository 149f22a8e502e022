package com.huixiang.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.customer.CustomerId;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Role;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffFixtures;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** P-05: recency, frequency and money as points, and what they mean for service. */
@HuixiangTest
class RfmTests {

    @Autowired
    Shop shop;

    @Autowired
    Rfm rfm;

    @Autowired
    Insights insights;

    @Autowired
    CustomerStandards standards;

    @Autowired
    StaffFixtures people;

    @Autowired
    Staff staff;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    private Actor lead;

    @BeforeEach
    void somebodyKeepsTheStandards() {
        lead = staff.actor(people.hire("赵磊", Role.ADMIN).id());
    }

    @Test
    void whoeverBuysOftenMuchAndLatelyIsLoyalWhoeverStaysAwayIsDormant() {
        fiftyBuyers();

        assertThat(cellOf("B49")).isEqualTo("555");
        assertThat(cellOf("B0")).isEqualTo("111");
        assertThat(insights.of(shop.customer("B49")).rfm().strategy().code()).isEqualTo(RfmStandard.Code.LOYAL);
        assertThat(insights.of(shop.customer("B0")).rfm().strategy().code()).isEqualTo(RfmStandard.Code.DORMANT);
        assertThat(insights.of(shop.customer("B49")).rfm().strategy().advice().zh()).contains("专属客服");
        assertThat(insights.of(shop.customer("B49")).rfm().why().zh()).contains("购买 6 次(5 分)");
    }

    @Test
    void eachFifthOfTheBuyersHasAPointMore() {
        fiftyBuyers();

        List<Integer> perPoint = Stream.of(1, 2, 3, 4, 5)
                .map(point -> sql.sql("select count(*) from segment.facts where m = ?").param(point).query(Integer.class).single())
                .toList();
        assertThat(perPoint).containsExactly(10, 10, 10, 10, 10);
        assertThat(rfm.map().buyers()).isEqualTo(50);
        assertThat(rfm.map().strategies().stream().mapToInt(Rfm.Share::customers).sum()).isEqualTo(50);
        assertThat(rfm.map().bounds().measured()).isTrue();
    }

    @Test
    void fixedBoundsAreTriedOutBeforeTheyAreSavedAndThenHold() {
        fiftyBuyers();
        RfmStandard wanted = thresholds(standards.current().rfm());

        Rfm.Map preview = rfm.preview(wanted);
        standards.change(lead, null, wanted);
        shop.settles();

        assertThat(preview.bounds().measured()).isFalse();
        assertThat(rfm.map().cells()).isEqualTo(preview.cells());
        assertThat(standards.book().versions()).hasSize(2);
        assertThat(sql.sql("select count(*) from audit.entry where verb = 'segment.standards.changed'").query(Integer.class).single())
                .isEqualTo(1);
        assertThatThrownBy(() -> standards.change(lead, null, unsound(wanted))).isInstanceOf(SegmentProblem.class);
    }

    @Test
    void pointsOfRecencyFallByThemselves() {
        standards.change(lead, null, thresholds(standards.current().rfm()));
        CustomerId lin = shop.customer("林晓");
        shop.buys("林晓", 9, "100");
        shop.settles();
        assertThat(insights.of(lin).rfm().recency()).isEqualTo(5);

        clock.advance(Duration.ofDays(2));
        shop.settles();

        assertThat(insights.of(lin).rfm().recency()).isEqualTo(4);
    }

    @Test
    void theCustomersOfACellAreListed() {
        fiftyBuyers();

        assertThat(rfm.customers("555", null, 50).items()).extracting(SegmentLists.Member::cell).containsOnly("555").isNotEmpty();
        assertThat(rfm.customers("5..", null, 50).items()).hasSizeGreaterThanOrEqualTo(rfm.customers("555", null, 50).items().size());
        assertThat(rfm.customers("...", null, 20).next()).isNotNull();
        assertThatThrownBy(() -> rfm.customers("9", null, 50)).isInstanceOf(SegmentProblem.class);
    }

    /** P-07 */
    @Test
    void theFunnelLeadsFromEverybodyToThoseWeWant() {
        shop.customer("只来过");
        shop.customer("周然");
        shop.buys("周然", 3, "50");
        shop.settles();

        assertThat(rfm.funnel()).extracting(Rfm.Step::code).containsExactly("market", "prospects", "target-customers");
        assertThat(rfm.funnel()).extracting(Rfm.Step::customers).containsExactly(2, 1, 1);
    }

    /** The later in the row, the more, the more often and the more lately. */
    private void fiftyBuyers() {
        for (int n = 0; n < 50; n++) {
            for (int order = 0; order <= n / 9; order++) {
                shop.buys("B" + n, 4 * (50 - n) + order, "" + (10 + n));
            }
        }
        shop.settles();
        shop.settles();
    }

    private String cellOf(String member) {
        return insights.of(shop.customer(member)).rfm().cell();
    }

    private static RfmStandard thresholds(RfmStandard from) {
        return new RfmStandard(
                RfmStandard.Method.THRESHOLDS, RfmStandard.Span.ALL, List.of(10, 30, 60, 90), bounds(2, 3, 4, 5),
                bounds(20, 100, 200, 300), from.loyal(), from.dormantRecency(), from.strategies());
    }

    private static RfmStandard unsound(RfmStandard from) {
        return new RfmStandard(
                from.method(), from.span(), List.of(10, 10, 60, 90), from.frequency(), from.money(), from.loyal(), from.dormantRecency(),
                from.strategies());
    }

    private static List<BigDecimal> bounds(int... values) {
        return java.util.Arrays.stream(values).mapToObj(BigDecimal::valueOf).toList();
    }
}

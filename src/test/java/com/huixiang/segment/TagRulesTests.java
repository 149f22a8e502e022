package com.huixiang.segment;

import static com.huixiang.customer.CustomerFixtures.AGENT_WANG;
import static com.huixiang.customer.CustomerFixtures.caller;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.customer.Author;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Level;
import com.huixiang.customer.Profiles;
import com.huixiang.kernel.Caller;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** P-04, T-03: the tags that come with the house, why a customer has them, and what he is worth. */
@HuixiangTest
class TagRulesTests {

    private static final Caller LEAD = caller(AGENT_WANG, true);

    @Autowired
    Shop shop;

    @Autowired
    Customers customers;

    @Autowired
    Profiles profiles;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    @Test
    void whoeverBuysForFiveThousandInAYearIsOfHighValueAndRoutedSo() {
        CustomerId lin = shop.customer("林晓");
        shop.buys("林晓", 300, "2000");
        shop.settles();
        assertThat(shop.tagsOf(lin)).doesNotContain("高价值");
        assertThat(valueOf(lin)).isEqualTo("VALUED");

        shop.buys("林晓", 1, "3000");
        shop.settles();

        assertThat(shop.tagsOf(lin)).contains("高价值");
        assertThat(shop.why(lin, "高价值")).isEqualTo("近一年消费 5,000 元(规则:近一年消费不少于 5,000 元)");
        assertThat(valueOf(lin)).isEqualTo("HIGH");
    }

    @Test
    void regionAndStageOfLifeAreTakenFromTheFileAndFollowIt() {
        CustomerId lin = shop.customer("林晓");
        profiles.write(lin, Map.of("region", "杭州", "life-stage", "expecting"), LEAD);
        shop.settles();
        assertThat(shop.tagsOf(lin)).contains("杭州", "备孕或孕期");

        profiles.write(lin, Map.of("region", "苏州"), LEAD);
        shop.settles();

        assertThat(shop.tagsOf(lin)).contains("苏州", "备孕或孕期").doesNotContain("杭州");
    }

    @Test
    void whatIsGivenBackDoesNotCount() {
        CustomerId lin = shop.customer("林晓");
        String no = shop.buys("林晓", 2, "A", 1, "5200");
        shop.settles();
        assertThat(shop.tagsOf(lin)).contains("高价值");

        shop.getsBack(no, "林晓", 2, "A", 1, "5200", "5200");
        shop.settles();

        assertThat(shop.tagsOf(lin)).doesNotContain("高价值");
        assertThat(valueOf(lin)).isEqualTo("ORDINARY");
    }

    @Test
    void whenTheYearIsOverTheTagGoesByItself() {
        CustomerId lin = shop.customer("林晓");
        shop.buys("林晓", 364, "6000");
        shop.settles();
        assertThat(shop.tagsOf(lin)).contains("高价值");

        clock.advance(Duration.ofDays(2));
        shop.settles();

        assertThat(shop.tagsOf(lin)).doesNotContain("高价值");
    }

    @Test
    void whoeverHasNotBoughtForThirtyDaysIsAtRiskAndTheTagSaysThatNobodyKnowsWhetherHeIsContent() {
        CustomerId lin = shop.customer("林晓");
        shop.buys("林晓", 29, "100");
        shop.settles();
        assertThat(shop.tagsOf(lin)).doesNotContain("流失风险");

        clock.advance(Duration.ofDays(2));
        shop.settles();

        assertThat(shop.tagsOf(lin)).contains("流失风险");
        assertThat(shop.why(lin, "流失风险")).contains("在 30 天以前").contains("满意度未知");

        shop.buys("林晓", 0, "100");
        shop.settles();
        assertThat(shop.tagsOf(lin)).doesNotContain("流失风险");
    }

    @Test
    void whoeverBoughtSomethingNewIsALoverOfNewProductsForThreeMonths() {
        CustomerId lin = shop.customer("林晓");
        CustomerId zhou = shop.customer("周然");
        shop.sells("NEW", "连衣裙", "300", clock.instant().minus(Duration.ofDays(20)));
        shop.sells("OLD", "连衣裙", "300", clock.instant().minus(Duration.ofDays(400)));
        shop.buys("林晓", 10, "NEW", 1, "300");
        shop.buys("周然", 10, "OLD", 1, "300");
        shop.settles();
        assertThat(shop.tagsOf(lin)).contains("新品爱好者");
        assertThat(shop.tagsOf(zhou)).doesNotContain("新品爱好者");

        clock.advance(Duration.ofDays(81));
        shop.settles();

        assertThat(shop.tagsOf(lin)).doesNotContain("新品爱好者");
    }

    @Test
    void whoeverBuysBelowTheListPriceIsSensitiveToPricesAndWhoeverBuysOneCategoryLovesIt() {
        CustomerId lin = shop.customer("林晓");
        shop.sells("A", "连衣裙", "100");
        shop.sells("B", "鞋", "100");
        shop.buys("林晓", 10, "A", 3, "70");
        shop.buys("林晓", 5, "B", 1, "80");
        shop.settles();

        assertThat(shop.tagsOf(lin)).contains("价格敏感", "偏爱连衣裙");
        assertThat(shop.why(lin, "价格敏感")).contains("平均优惠幅度 27.5%");
        assertThat(shop.why(lin, "偏爱连衣裙")).contains("72.41%");
    }

    @Test
    void theLevelIsATagAndChangesWithIt() {
        CustomerId lin = shop.customer("林晓", Level.SILVER);
        shop.settles();
        assertThat(shop.tagsOf(lin)).containsExactly("银卡会员");

        shop.customer("林晓", Level.GOLD);
        shop.settles();

        assertThat(shop.tagsOf(lin)).containsExactly("金卡会员");
    }

    @Test
    void aTagThatAPersonSetStaysHisOwn() {
        CustomerId lin = shop.customer("林晓");
        customers.tag(lin, "高价值", new Author(null, "王芳"), "老板的朋友");
        shop.buys("林晓", 1, "6000");
        shop.settles();
        clock.advance(Duration.ofDays(366));
        shop.settles();

        assertThat(shop.tagsOf(lin)).contains("高价值");
        assertThat(sql.sql("select by_name from customer.tag where name = '高价值'").query(String.class).single()).isEqualTo("王芳");
    }

    @Test
    void whenTwoFilesBecomeOneTheirPurchasesCountTogether() {
        CustomerId lin = shop.customer("林晓");
        CustomerId old = shop.customer("林晓的旧号");
        shop.buys("林晓", 3, "3000");
        shop.buys("林晓的旧号", 3, "2500");
        shop.settles();
        assertThat(shop.tagsOf(lin)).doesNotContain("高价值");

        CustomerId visitor = customers.current(old);
        merge(visitor, lin);
        shop.settles();

        assertThat(shop.tagsOf(lin)).contains("高价值");
        assertThat(sql.sql("select customer_id from segment.facts").query(java.util.UUID.class).list()).containsExactly(lin.value());
        assertThat(sql.sql("select count(*) from segment.member where customer_id = ?").param(old.value()).query(Integer.class).single())
                .isZero();
    }

    @Autowired
    com.huixiang.customer.CustomerMerges merges;

    private void merge(CustomerId from, CustomerId into) {
        merges.merge(from, into, "同一个人", LEAD);
    }

    private String valueOf(CustomerId customer) {
        return sql.sql("select customer.value_of(level, appraisal) from customer.customer where id = ?")
                .param(customer.value())
                .query(String.class)
                .single();
    }
}

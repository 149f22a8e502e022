package com.huixiang.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.search.SearchIndex;
import com.huixiang.staff.Role;
import com.huixiang.staff.SkillGroup;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** E-03: an agent finds a customer by pinyin, an order by its number and a sentence somebody wrote, and opens them. */
@HuixiangTest
class SearchStory {

    @Autowired
    StaffFixtures people;

    @Autowired
    Staff staff;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    Customers customers;

    @Autowired
    SearchIndex index;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    private ChromiumBrowser browser;
    private AgentInBrowser agent;

    @BeforeEach
    void anAgentAndACustomerWithAnOrder() {
        browser = new ChromiumBrowser("http://localhost:" + port);
        accounts.open(new ChannelAccount("shop", "青禾家居", "您好,欢迎光临青禾家居!", List.of()));
        SkillGroup service = people.group("在线客服");
        StaffMember wang = people.hire("王芳", Role.AGENT);
        staff.qualify(wang.id(), service.id(), 3);
        CustomerId lin = customers.recognise(
                Identity.member("M1001"), CustomerFacts.from("web").named("林晓").reachedBy("13800132203", null));
        sql.sql("insert into shop.shop (code, name) values ('tmall', '青禾旗舰店')").update();
        sql.sql("""
                insert into shop.order_mirror (id, customer_id, shop, no, state, placed_at, paid_at, amount, currency, changed_at,
                       content, source, taken_at)
                values (:id, :customer, 'tmall', 'HX20261101-07', 'SHIPPED', :at, :at, 599, 'CNY', :at, 'x', 'push', :at)""")
                .param("id", UUID.randomUUID())
                .param("customer", lin.value())
                .param("at", OffsetDateTime.now().minusDays(1))
                .update();
        agent = AgentInBrowser.signsIn(browser.window(1440, 900), wang.login());
    }

    @AfterEach
    void everybodyGoesHome() {
        browser.close();
    }

    @Test
    void oneBoxFindsACustomerByPinyinAnOrderByItsNumberAndASentence() {
        CustomerInBrowser.onTheChatPage(browser.window(390, 844), "shop").says("客厅三米宽放得下这款三人位沙发吗");
        agent.lookAt("我的").seesInTheList("客厅三米宽");
        index.catchUp();

        search("linxiao");
        assertThat(found("林晓").first().locator("mark").first()).hasText("林晓");
        press("Enter");
        assertThat(page()).hasURL(Pattern.compile("/customers/"));
        assertThat(page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("林晓")).first()).isVisible();

        search("HX20261101");
        assertThat(found("HX20261101-07").first()).isVisible();

        search("人位沙发");
        assertThat(found("三人位沙发").first()).isVisible();
        found("三人位沙发").first().click();
        agent.sees("客厅三米宽放得下这款三人位沙发吗");

        search("没有人说过的话");
        assertThat(page().getByText("没有找到")).isVisible();
        press("Escape");
        page().keyboard().press("Control+k");
        assertThat(page().getByText("最近搜索")).isVisible();
        assertThat(found("linxiao")).isVisible();
    }

    private void search(String words) {
        press("Escape");
        page().keyboard().press("Control+k");
        Locator box = page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^搜索客户")));
        assertThat(box).isFocused();
        box.fill(words);
    }

    private Locator found(String text) {
        return page().locator(".palette")
                .getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText(text));
    }

    private void press(String key) {
        page().keyboard().press(key);
    }

    private Page page() {
        return agent.page();
    }
}

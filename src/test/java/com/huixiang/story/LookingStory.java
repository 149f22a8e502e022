package com.huixiang.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.staff.Role;
import com.huixiang.staff.SkillGroup;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** E-03, P-03: a customer walks through the demo shop, and the agent sees where he is while they talk. */
@HuixiangTest
class LookingStory {

    @Autowired
    StaffFixtures people;

    @Autowired
    Staff staff;

    @Autowired
    ChannelAccounts accounts;

    @LocalServerPort
    int port;

    private ChromiumBrowser browser;
    private StaffMember wang;
    private StaffMember lead;

    @BeforeEach
    void theShopOpens() {
        browser = new ChromiumBrowser("http://localhost:" + port);
        accounts.open(new ChannelAccount("demo", "青禾家居", "您好,欢迎光临青禾家居!", List.of()));
        SkillGroup service = people.group("在线客服");
        wang = people.hire("王芳", Role.AGENT);
        lead = people.hire("赵磊", Role.SUPERVISOR);
        staff.qualify(wang.id(), service.id(), 3);
    }

    @AfterEach
    void everybodyGoesHome() {
        browser.close();
    }

    @Test
    void theAgentSeesWhatTheCustomerLooksAtInThisMoment() {
        Page shop = browser.window(1280, 860);
        shop.navigate("/shop/?q=沙发");
        shop.navigate("/shop/product.html?sku=QH-LP-0101");
        shop.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("加入购物袋")).click();
        CustomerInBrowser.inTheWidget(shop).says("这盏灯有现货吗");

        AgentInBrowser agent = AgentInBrowser.signsIn(browser.window(1440, 900), wang.login());
        agent.lookAt("我的").opens("这盏灯有现货吗");
        assertThat(looking(agent.page())).containsText("正在看 月影落地灯");

        shop.navigate("/shop/product.html?sku=QH-TB-1602");
        assertThat(looking(agent.page())).containsText("正在看 栖木白蜡木餐桌 1.6 米");
        shop.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("收藏")).click();

        agent.page().getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("足迹")).click();
        assertThat(agent.page().getByText("收藏商品")).isVisible();
        assertThat(agent.page().getByText("加入购物车")).isVisible();
        assertThat(agent.page().getByText("沙发", new Page.GetByTextOptions().setExact(true))).isVisible();

        Page floor = AgentInBrowser.signsIn(browser.window(1440, 900), lead.login()).page();
        floor.navigate("/console/wall/funnel");
        assertThat(floor.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(Pattern.compile("咨询 1 100")))).isVisible();
    }

    private static com.microsoft.playwright.Locator looking(Page page) {
        return page.locator(".head .looking");
    }
}

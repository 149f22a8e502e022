package com.huixiang.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.StaffBrowser;
import com.huixiang.agenda.DueAppointments;
import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.Role;
import com.huixiang.staff.SkillGroup;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The floor in three browsers: a customer waits, his agent's clock turns red, the lead is called and steps in. */
@HuixiangTest
class FloorStory {

    @Autowired
    StaffFixtures people;

    @Autowired
    Staff staff;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    SettableClock clock;

    @Autowired
    DueAppointments due;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    private ChromiumBrowser browser;
    private StaffMember wang;
    private StaffMember zhao;

    @BeforeEach
    void theShopOpens() {
        browser = new ChromiumBrowser("http://localhost:" + port);
        accounts.open(new ChannelAccount("shop", "青禾家居", "您好,欢迎光临青禾家居!", List.of()));
        SkillGroup service = people.group("在线客服");
        wang = people.hire("王芳", Role.AGENT);
        zhao = people.hire("赵磊", Role.SUPERVISOR);
        staff.qualify(wang.id(), service.id(), 3);
        // Nobody loses his customer for being slow: that is what this story is about.
        sql.sql("update routing.standard set silence_secs = 86400").update();
    }

    @AfterEach
    void everybodyGoesHome() {
        browser.close();
    }

    @Test
    void aCustomerWaitsTooLongAndTheLeadTakesOver() {
        AgentInBrowser agent = AgentInBrowser.signsIn(window(), wang.login());
        CustomerInBrowser customer = CustomerInBrowser.onTheChatPage(browser.window(390, 844), "shop");
        customer.says("沙发腿断了");
        agent.lookAt("我的").opens("沙发腿断了");
        Locator counting = agent.page().getByRole(AriaRole.TIMER);
        assertThat(counting).hasClass(Pattern.compile("is-calm"));

        LeadInBrowser lead = LeadInBrowser.atTheWall(window(), zhao.login());
        lead.seesOnDuty(wang.nickname());

        passes(ofSeconds(80));
        assertThat(counting).hasClass(Pattern.compile("is-attention"));
        lead.isWarned("即将超时");

        passes(ofSeconds(45));
        assertThat(counting).hasClass(Pattern.compile("is-late"));
        agent.seesOnThePage("位顾客等太久了");
        lead.isWarned("已超时");

        lead.takesOver("已超时").replies("非常抱歉,我马上给您安排换新");
        customer.sees("非常抱歉,我马上给您安排换新").sees("接管了会话");
    }

    @Test
    void aLeadListensInUnseenAndThenSpeaksIn() {
        AgentInBrowser agent = AgentInBrowser.signsIn(window(), wang.login());
        CustomerInBrowser customer = CustomerInBrowser.onTheChatPage(browser.window(390, 844), "shop");
        customer.says("可以再便宜一点吗");
        agent.lookAt("我的").opens("可以再便宜一点吗");

        AgentInBrowser lead = AgentInBrowser.signsIn(window(), zhao.login());
        lead.lookAt("同事").opens("可以再便宜一点吗");
        lead.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("旁听")).click();
        Locator banner = lead.page().getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("您正在旁听"));
        assertThat(banner).isVisible();

        agent.replies("这已经是活动价了");
        lead.sees("这已经是活动价了");

        banner.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("插话")).click();
        lead.replies("可以送您一张九折券");
        customer.sees("可以送您一张九折券");
        agent.sees("可以送您一张九折券");
    }

    @Test
    void aLeadSeesAnAgentsDayChangesHisStateAndGivesHisCustomerToAnother() {
        StaffMember li = people.hire("李婷", Role.AGENT);
        staff.qualify(li.id(), sql.sql("select id from staff.skill_group").query((row, n) -> new GroupId(row.getObject(1, java.util.UUID.class))).single(), 3);
        AgentInBrowser agent = AgentInBrowser.signsIn(window(), wang.login());
        CustomerInBrowser customer = CustomerInBrowser.onTheChatPage(browser.window(390, 844), "shop");
        customer.says("沙发腿断了");
        agent.lookAt("我的").opens("沙发腿断了");
        AgentInBrowser other = AgentInBrowser.signsIn(window(), li.login());
        Page wall = window();
        LeadInBrowser lead = LeadInBrowser.atTheWall(wall, zhao.login()).seesOnDuty(wang.nickname());

        Locator card = wall.locator(".agent-card").filter(new Locator.FilterOptions().setHasText(wang.nickname()));
        card.hover();
        assertThat(wall.locator(".agent-today")).containsText("接待");
        card.getByRole(AriaRole.BUTTON).click();
        wall.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("设为忙碌")).click();
        assertThat(card).hasAttribute("data-state", "busy");

        passes(ofSeconds(80));
        lead.isWarned("即将超时");
        Locator warning = wall.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("即将超时")).first();
        warning.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("更多操作")).click();
        wall.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("转派")).click();
        Locator dialog = wall.getByRole(AriaRole.DIALOG);
        dialog.getByText("李婷").first().click();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^转\\s?接$"))).last().click();
        other.lookAt("我的").opens("沙发腿断了");
        assertThat(warning).containsText(li.nickname());
    }

    @Test
    void theTilesTurnRedByTheStandardAsItIsSetToday() {
        StaffBrowser desk = new StaffBrowser(port).signIn(zhao.login(), StaffFixtures.PASSWORD);
        desk.put("/api/settings/standards", desk.get("/api/settings/standards").body().path("current").toString()
                .replaceFirst("\"seconds\":120", "\"seconds\":600"));
        CustomerInBrowser.onTheChatPage(browser.window(390, 844), "shop").says("有人吗");
        Page wall = window();
        LeadInBrowser.atTheWall(wall, zhao.login());
        Locator tile = wall.locator(".wall-tile").filter(new Locator.FilterOptions().setHasText("最长等待"));

        passes(ofSeconds(200));
        assertThat(tile.locator("b")).containsText(Pattern.compile("0[3-9]:"));
        assertThat(tile).not().hasClass(Pattern.compile("is-late|is-attention"));
        passes(ofSeconds(420));
        assertThat(tile).hasClass(Pattern.compile("is-late"));
    }

    private void passes(Duration time) {
        clock.advance(time);
        due.fulfil();
    }

    private Page window() {
        return browser.window(1440, 900);
    }
}

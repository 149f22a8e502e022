package com.huixiang.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.connect.OtherSystem;
import com.huixiang.staff.PresenceState;
import com.huixiang.staff.Presences;
import com.huixiang.staff.Role;
import com.huixiang.staff.SkillGroup;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What decides how customers are received, shaped in the browser: who gets whom, who is told, by when. */
@HuixiangTest
class ReceptionSettingsStory {

    @Autowired
    StaffFixtures people;

    @Autowired
    Staff staff;

    @Autowired
    Presences presences;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    private ChromiumBrowser browser;
    private Page page;
    private StaffMember admin;

    @BeforeEach
    void theAdministratorIsThere() {
        browser = new ChromiumBrowser("http://localhost:" + port);
        admin = people.hire("管理员", Role.ADMIN);
        page = browser.window(1440, 900);
        AgentInBrowser.signsIn(page, admin.login());
    }

    @AfterEach
    void everybodyGoesHome() {
        browser.close();
    }

    @Test
    void theTryOutSaysWhoWouldGetTheCustomerAsThingsAreNow() {
        SkillGroup presale = people.group("售前组");
        StaffMember wang = people.hire("王芳", Role.AGENT);
        staff.qualify(wang.id(), presale.id(), 5);
        page.navigate("/console/settings/matrix");
        button("看看会分给谁").click();
        Locator answer = page.locator(".try-out-answer");
        assertThat(answer).containsText("售前组");
        assertThat(answer).containsText("现在没有合适的人");

        AgentInBrowser.signsIn(browser.window(1440, 900), wang.login());
        presences.set(wang.id(), PresenceState.ONLINE, null);
        button("看看会分给谁").click();
        assertThat(answer).containsText("现在会分给王");
        picture("settings-matrix");
    }

    @Test
    void whatDidNotArriveIsSentAgainFromTheList() {
        try (OtherSystem other = new OtherSystem()) {
            StaffBrowser desk = new StaffBrowser(port).signIn(admin.login(), StaffFixtures.PASSWORD);
            desk.post("/api/settings/channels", "{\"id\":\"mini\",\"kind\":\"api\",\"name\":\"小程序\"}");
            desk.post("/api/settings/webhooks", """
                    {"account":"mini","url":"%s","events":["message"]}""".formatted(other.address()));
            other.answers(500);
            page.navigate("/console/settings/webhooks");
            page.getByRole(AriaRole.ROW)
                    .filter(new Locator.FilterOptions().setHasText("小程序"))
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("更多操作"))
                    .click();
            page.getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName("投递记录")).click();
            button("发送测试").click();
            Locator list = page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.TABLE);
            assertThat(list).containsText("已放弃");
            assertThat(list).containsText("HTTP 500");

            other.answers(200);
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("重发").setExact(true))
                    .click();
            assertThat(page.getByText("已重新发送 1 条")).isVisible();
            page.getByText("已送达", new Page.GetByTextOptions().setExact(true)).first().click();
            // The list reads itself again every five seconds.
            assertThat(list).containsText("HTTP 200", new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
            assertThat(other.heard()).hasSize(2);
        }
    }

    @Test
    void theTimesOfCallBacksAreChangedBesideTheStandards() {
        page.navigate("/console/settings/standards");
        Locator within = page.getByLabel("回电时限", new Page.GetByLabelOptions().setExact(true));
        assertThat(within).hasValue("30");
        within.fill("20");
        within.press("Tab");
        Locator part = page.locator(".settings-part").filter(new Locator.FilterOptions().setHasText("回电与留言"));
        part.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存")).click();
        assertThat(page.getByText("回电与留言的时限已保存")).isVisible();
        assertThat(sql.sql("select seconds from task.standard where kind = 'CALL_BACK'").query(Integer.class).single())
                .isEqualTo(1200);
        picture("settings-standards");
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures/" + name + ".png")));
    }
}

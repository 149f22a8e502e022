package com.huixiang.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator shapes the house in one browser; whom he let in finds in another what he may, and no more. */
@HuixiangTest
class SettingsStory {

    private static final String FIRST_PASSWORD = "Kaffee-Bohne-27";

    @Autowired
    StaffFixtures people;

    @LocalServerPort
    int port;

    private ChromiumBrowser browser;
    private Page settings;

    @BeforeEach
    void theAdministratorIsAtTheSettings() {
        browser = new ChromiumBrowser("http://localhost:" + port);
        people.group("售后服务");
        StaffMember admin = people.hire("管理员", Role.ADMIN);
        settings = browser.window(1440, 900);
        AgentInBrowser.signsIn(settings, admin.login());
        settings.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("设置")).click();
    }

    @AfterEach
    void everybodyGoesHome() {
        browser.close();
    }

    @Test
    void aMemberWithARoleOfTheHousesOwnSeesWhatTheRoleAllows() {
        givesARole("操作审计员", "查看操作记录");
        hires("钱多多", "qianduoduo", "操作审计员");

        Page other = browser.window(1440, 900);
        AgentInBrowser.signsIn(other, "qianduoduo", FIRST_PASSWORD);
        other.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("设置")).click();
        Locator menu = other.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("设置"));
        assertThat(menu.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("操作记录"))).isVisible();
        assertThat(menu.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("成员"))).hasCount(0);

        other.navigate("/console/settings/members");
        assertThat(other.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("成员"))).hasCount(0);

        menu.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("操作记录")).click();
        other.getByText("添加成员").last().click();
        assertThat(other.getByText("qianduoduo").last()).isVisible();
    }

    @Test
    void whatWasTypedIsNotLostWithoutAsking() {
        settings.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("添加成员")).first().click();
        dialog().getByLabel("姓名").fill("钱多多");
        settings.keyboard().press("Escape");
        settings.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("继续填写")).click();
        assertThat(dialog().getByLabel("姓名")).hasValue("钱多多");

        settings.keyboard().press("Escape");
        settings.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("不保存，离开")).click();
        assertThat(dialog().getByLabel("姓名")).hasCount(0);
    }

    private void givesARole(String name, String permission) {
        goesTo("角色");
        settings.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("新建角色")).click();
        dialog().getByLabel("角色名称").fill(name);
        dialog().getByText(permission).first().click();
        save();
        assertThat(settings.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)))
                .isVisible();
    }

    private void hires(String name, String login, String role) {
        goesTo("成员");
        settings.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("添加成员")).first().click();
        dialog().getByLabel("姓名").fill(name);
        dialog().getByLabel("账号").fill(login);
        dialog().getByLabel("初始密码").fill(FIRST_PASSWORD);
        dialog().getByLabel("角色", new Locator.GetByLabelOptions().setExact(true)).click();
        settings.getByText(role).last().click();
        save();
        assertThat(settings.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first())
                .isVisible();
    }

    private void goesTo(String page) {
        settings.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("设置"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(page))
                .click();
    }

    private void save() {
        dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存").setExact(true))
                .click();
        assertThat(dialog()).hasCount(0);
    }

    private Locator dialog() {
        return settings.getByRole(AriaRole.DIALOG);
    }
}

package com.huixiang.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.StaffBrowser;
import com.huixiang.staff.Authenticator;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Locks and keys in the browser: a second proof at sign-in, and the help of an administrator when somebody is locked out. */
@HuixiangTest
class AccountsStory {

    private static final String ANOTHER = "Kaffee-Bohne-27";

    @Autowired
    StaffFixtures people;

    @Autowired
    SettableClock clock;

    @LocalServerPort
    int port;

    private ChromiumBrowser browser;
    private StaffMember wang;

    @BeforeEach
    void somebodyWorksHere() {
        browser = new ChromiumBrowser("http://localhost:" + port);
        wang = people.hire("王芳", Role.AGENT);
    }

    @AfterEach
    void everybodyGoesHome() {
        browser.close();
    }

    @Test
    void aMemberTurnsTheSecondProofOnAndSignsInWithACodeAndWithARecoveryCode() {
        Page page = browser.window(1440, 900);
        AgentInBrowser.signsIn(page, wang.login());
        page.navigate("/console/settings/account");
        button(page, "开启两步验证").click();
        Authenticator phone =
                new Authenticator(page.locator(".two-factor-secret code").innerText().replace(" ", ""), clock);
        page.locator(".two-factor-code input").first().click();
        page.keyboard().type(phone.shows());
        button(page, "确认开启").click();
        assertThat(page.locator(".recovery code")).hasCount(10);
        String spare = page.locator(".recovery code").nth(3).innerText();
        button(page, "我已保存好").click();
        assertThat(button(page, "关闭两步验证")).isVisible();

        clock.advance(Duration.ofSeconds(30)); // a code is good once
        signsOut(page);
        signsInWith(page, phone.shows());

        signsOut(page);
        signsInWith(page, spare);
    }

    @Test
    void anAdministratorUnlocksRemovesTheSecondProofAndSetsAnotherPassword() {
        isLockedOut();
        Page page = browser.window(1440, 900);
        AgentInBrowser.signsIn(page, people.hire("管理员", Role.ADMIN).login());
        page.navigate("/console/settings/members");
        act(page, "解除锁定");
        assertThat(page.getByText("王芳 可以重新登录了")).isVisible();

        StaffBrowser desk = new StaffBrowser(port).signIn(wang.login(), StaffFixtures.PASSWORD);
        JsonNode offer = desk.post("/api/staff/me/two-factor", "").body();
        String code = new Authenticator(offer.path("secret").asString(), clock).shows();
        desk.put("/api/staff/me/two-factor", "{\"code\":\"" + code + "\"}");
        page.reload();
        act(page, "关闭他的两步验证");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("关闭他的两步验证"))
                .click();
        assertThat(page.getByText("关闭 王芳 的两步验证？")).hasCount(0);
        new StaffBrowser(port).signIn(wang.login(), StaffFixtures.PASSWORD);

        act(page, "重设密码");
        page.getByRole(AriaRole.DIALOG).getByLabel("新密码").fill(ANOTHER);
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存").setExact(true))
                .click();
        assertThat(page.getByText("王芳 的密码已重设")).isVisible();
        assertThat(desk.get("/api/session").status()).as("signed out everywhere").isEqualTo(401);
        AgentInBrowser.signsIn(browser.window(1440, 900), wang.login(), ANOTHER);
    }

    private void isLockedOut() {
        StaffBrowser stranger = new StaffBrowser(port);
        for (int guess = 0; guess < 5; guess++) {
            stranger.tryToSignIn(wang.login(), "grey-heron-" + guess);
        }
        assertThat(stranger.tryToSignIn(wang.login(), StaffFixtures.PASSWORD).code()).isEqualTo("staff.locked-out");
    }

    private static void act(Page page, String act) {
        page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("王芳"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("更多操作"))
                .click();
        page.getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName(act)).click();
    }

    private void signsOut(Page page) {
        button(page, "我的菜单").click();
        button(page, "退出登录").click();
        assertThat(page.getByLabel("账号")).isVisible();
    }

    private void signsInWith(Page page, String code) {
        page.getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("账号")).fill(wang.login());
        page.getByLabel("密码").first().fill(StaffFixtures.PASSWORD);
        page.keyboard().press("Enter");
        Locator field = page.getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("验证码"));
        field.fill(code);
        field.press("Enter");
        assertThat(page.getByRole(AriaRole.NAVIGATION, new GetByRoleOptions().setName("导航"))).isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }
}

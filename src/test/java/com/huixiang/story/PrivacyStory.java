package com.huixiang.story;

import static com.huixiang.customer.CustomerFixtures.web;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** P-01, P-08: a supervisor corrects a field, writes down a consent, gives the person his data and forgets him. */
@HuixiangTest
class PrivacyStory {

    @Autowired
    StaffFixtures people;

    @Autowired
    Customers customers;

    @LocalServerPort
    int port;

    private ChromiumBrowser browser;
    private Page page;
    private CustomerId lin;

    @BeforeEach
    void aLeadLooksAtLin() {
        lin = customers.recognise(Identity.member("M1001"), web().named("林晓").reachedBy("13800138000", null));
        browser = new ChromiumBrowser("http://localhost:" + port);
        page = browser.window(1440, 900);
        AgentInBrowser.signsIn(page, people.hire("周敏", Role.ADMIN).login());
    }

    @AfterEach
    void everybodyGoesHome() {
        browser.close();
    }

    @Test
    void aFieldIsCorrectedInItsPlaceAndCanBeTakenBack() {
        page.navigate("/console/customers/" + lin + "/fields");
        edit("姓名").fill("林小晓");
        button("保存").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("林小晓"))).isVisible();

        edit("姓名");
        button("撤回人工修改，恢复来源的值").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("林晓"))).isVisible();
    }

    @Test
    void aConsentIsWrittenDownWithItsHistory() {
        page.navigate("/console/customers/" + lin + "/privacy");
        Locator marketing = page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("营销信息"));
        assertThat(marketing).containsText("从未询问");

        marketing.getByRole(AriaRole.BUTTON).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByText("不同意").click();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("登记答复")).click();

        assertThat(marketing).containsText("不同意");
        page.navigate("/console/customers/" + lin + "/timeline");
        assertThat(page.getByText("不同意：营销信息")).isVisible();
    }

    @Test
    void whoAsksGetsHisDataAndIsForgotten() throws Exception {
        page.navigate("/console/customers/" + lin + "/privacy");
        Download archive = page.waitForDownload(() -> page.getByText("导出全部资料").click());
        org.assertj.core.api.Assertions.assertThat(Files.size(archive.path())).isPositive();

        button("删除客户资料").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("任何人都无法恢复");
        Locator doIt = dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("永久删除"));
        assertThat(doIt).isDisabled();
        dialog.getByLabel("原因").fill("客户来电要求删除");
        dialog.getByLabel("输入客户姓名").fill("林晓");
        doIt.click();

        assertThat(page.getByRole(AriaRole.HEADING).filter(new Locator.FilterOptions().setHasText("已删除的客户"))).isVisible();
    }

    private Locator edit(String field) {
        Locator row = page.locator(".profile-field").filter(new Locator.FilterOptions().setHasText(field)).first();
        row.hover();
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("修改" + field)).click();
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(field).setExact(true));
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}

package com.huixiang.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.segment.Shop;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** P-04: somebody puts a segment together, sees how many it finds and who, and takes the list out of the house. */
@HuixiangTest
class SegmentStory {

    @Autowired
    Shop shop;

    @Autowired
    StaffFixtures people;

    @LocalServerPort
    int port;

    private ChromiumBrowser browser;
    private Page page;

    @BeforeEach
    void theOperatorIsAtTheSegments() {
        shop.customer("林晓");
        shop.customer("周然");
        shop.buys("林晓", 3, "6000");
        shop.buys("周然", 3, "90");
        shop.settles();
        browser = new ChromiumBrowser("http://localhost:" + port);
        StaffMember operator = people.hire("赵磊", Role.ADMIN);
        page = browser.window(1440, 900);
        AgentInBrowser.signsIn(page, operator.login());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("客户分群与洞察")).click();
    }

    @AfterEach
    void everybodyGoesHome() {
        browser.close();
    }

    @Test
    void aSegmentIsBuiltSeenAndTakenOut() throws IOException {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("新建分群")).first().click();
        Locator editor = page.getByRole(AriaRole.DIALOG);
        editor.getByLabel("名称").fill("今年的大客户");
        editor.getByLabel("标签").fill("大客户");
        Locator preview = page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("实时预览"));
        assertThat(preview).containsText("1 位客户");
        assertThat(preview).containsText("近一年消费不少于 1,000 元");
        assertThat(preview).containsText("林晓");

        editor.getByRole(AriaRole.SPINBUTTON, new Locator.GetByRoleOptions().setName("值")).fill("50");
        assertThat(preview).containsText("2 位客户");
        editor.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存")).click();

        Locator row = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("今年的大客户"));
        assertThat(row.locator(".segment-size")).hasText("2", new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(20_000));
        row.getByText("今年的大客户").click();
        Locator members = page.getByRole(AriaRole.DIALOG);
        assertThat(members).containsText("周然");
        Download list = page.waitForDownload(() ->
                members.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("导出 CSV")).click());
        org.assertj.core.api.Assertions.assertThat(Files.readString(list.path(), StandardCharsets.UTF_8)).contains("林晓", "周然");
    }

    @Test
    void theMapOfRfmLeadsToTheCustomers() {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("RFM")).click();
        assertThat(page.getByText("2 位购买过的客户")).isVisible();
        assertThat(page.getByText("忠诚高价值").first()).isVisible();
        page.locator(".rfm-cells button").first().click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("林晓");
    }
}

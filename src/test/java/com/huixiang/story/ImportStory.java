package com.huixiang.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.agenda.DueAppointments;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** P-02: a newcomer drops the file of a real shop and sees its orders; what is wrong in a file is named and can be put right. */
@HuixiangTest
class ImportStory {

    private static final Path SAMPLE = Path.of("src/test/resources/retail/online_retail_sample.csv");

    @Autowired
    StaffFixtures people;

    @Autowired
    DueAppointments due;

    @LocalServerPort
    int port;

    private ChromiumBrowser browser;
    private Page page;

    @BeforeEach
    void aNewcomerIsAtTheImports() {
        browser = new ChromiumBrowser("http://localhost:" + port);
        StaffMember newcomer = people.hire("赵磊", Role.ADMIN);
        page = browser.window(1440, 900);
        AgentInBrowser.signsIn(page, newcomer.login());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("订单")).click();
        assertThat(page.getByText("还没有订单")).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("导入数据")).first().click();
    }

    @AfterEach
    void everybodyGoesHome() {
        browser.close();
    }

    @Test
    void theFileOfARealShopIsDroppedAndItsOrdersAreThere() throws IOException {
        drop("online_retail_sample.csv", Files.readAllBytes(SAMPLE));
        Locator row = page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("online_retail_sample.csv"));
        assertThat(row).containsText("发票明细");
        due.fulfil();
        assertThat(row).containsText("共 435 行，导入 435 行，退回 0 行");
        assertThat(row).containsText("新增或更新 47 条");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查看订单")).click();
        page.getByPlaceholder("订单号、运单号、会员号、手机号或客户名").fill("536365");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("536365")).click();
        Locator order = page.getByRole(AriaRole.DIALOG);
        assertThat(order).containsText("WHITE HANGING HEART T-LIGHT HOLDER");
        assertThat(order).containsText("£139.12");
    }

    @Test
    void whatIsWrongInAFileIsNamed() throws IOException {
        drop("订单.csv", """
                订单号,下单时间,会员号,商品编码,商品名称,数量,单价
                T-1,2026-11-01 10:00:00,M1,A,羊毛地毯,1,599
                T-2,昨天,M1,A,羊毛地毯,1,599
                T-3,2026-11-01 10:00:00,M2,A,羊毛地毯,1,-5
                """.getBytes(Charset.forName("GBK")));
        Locator row = page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("订单.csv"));
        assertThat(row).containsText("等待中");
        due.fulfil();
        assertThat(row).containsText("共 3 行，导入 1 行，退回 2 行");
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("2 行未导入")).click();
        Locator lines = page.getByRole(AriaRole.DIALOG);
        assertThat(lines).containsText("下单时间 不是日期时间:昨天");
        assertThat(lines).containsText("单价和金额不能为负");
        Download list = page.waitForDownload(() ->
                lines.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("导出 CSV")).click());
        org.assertj.core.api.Assertions.assertThat(Files.readString(list.path(), StandardCharsets.UTF_8))
                .contains("\"3\"", "昨天", "T-3");
    }

    private void drop(String name, byte[] content) {
        page.locator("input[type=file]").setInputFiles(new FilePayload(name, "text/csv", content));
    }
}

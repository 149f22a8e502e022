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
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** S-06: what is said often is written once, and offered to whoever begins to say it. */
@HuixiangTest
class ScriptsStory {

    @Autowired
    StaffFixtures people;

    @Autowired
    Staff staff;

    @Autowired
    ChannelAccounts accounts;

    @LocalServerPort
    int port;

    private ChromiumBrowser browser;

    @BeforeEach
    void theShopOpens() {
        browser = new ChromiumBrowser("http://localhost:" + port);
        accounts.open(new ChannelAccount("shop", "青禾家居", "您好", List.of()));
    }

    @AfterEach
    void everybodyGoesHome() {
        browser.close();
    }

    @Test
    void aTrainerWritesWordsACardAndAPictureAndTakesInATable() throws IOException {
        Page page = browser.window(1440, 900);
        AgentInBrowser.signsIn(page, people.hire("孙燕", Role.TRAINER).login());
        page.navigate("/console/settings/scripts");

        Locator form = begins(page, "退货地址");
        form.getByLabel("内容").fill("{customer}您好,退货请寄到青禾家居售后仓。");
        saves(page);
        form = begins(page, "沙发卡片");
        form.getByText("商品卡片", new Locator.GetByTextOptions().setExact(true)).click();
        form.getByLabel("商品名称").fill("木野沙发");
        form.getByLabel("价格").fill("1299.00");
        saves(page);
        form = begins(page, "尺码图");
        form.getByText("图片", new Locator.GetByTextOptions().setExact(true)).click();
        form.locator("input[type=file]").setInputFiles(new FilePayload("尺码.png", "image/png", aPicture()));
        assertThat(form.getByText("尺码.png").first()).isVisible();
        saves(page);
        page.getByPlaceholder("搜索，支持拼音首字母").fill("沙发卡片");
        assertThat(page.getByText("木野沙发").first()).isVisible();

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("导入")).click();
        page.getByRole(AriaRole.DIALOG)
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "scripts.csv",
                        "text/csv",
                        "folder,title,content\n开场,周末好,周末好,请讲\n开场,,没有标题\n".getBytes(StandardCharsets.UTF_8)));
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(java.util.regex.Pattern.compile("^导\\s?入$")))
                .last()
                .click();
        assertThat(page.getByRole(AriaRole.DIALOG).getByText("没有导入").first()).isVisible();
        assertThat(page.getByRole(AriaRole.DIALOG).getByText("第 3 行")).isVisible();
    }

    @Test
    void whoeverBeginsToSayItIsOfferedTheRest() {
        SkillGroup service = people.group("在线客服");
        StaffMember wang = people.hire("王芳", Role.AGENT);
        staff.qualify(wang.id(), service.id(), 3);
        AgentInBrowser agent = AgentInBrowser.signsIn(browser.window(1440, 900), wang.login());
        CustomerInBrowser customer = CustomerInBrowser.onTheChatPage(browser.window(390, 844), "shop");
        customer.says("我要退货");
        agent.lookAt("我的").opens("我要退货");
        Page page = agent.page();
        Locator reply = page.getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("回复").setExact(true));
        Locator offered = page.getByRole(AriaRole.GROUP, new GetByRoleOptions().setName("话术建议"));

        reply.pressSequentially("请问还有其他");
        assertThat(offered).isVisible();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures/workbench-suggestions.png")));
        reply.press("Escape");
        assertThat(offered).hasCount(0);
        assertThat(reply).hasValue("请问还有其他");

        reply.fill("");
        reply.pressSequentially("请问还有其他");
        reply.press("Tab");
        assertThat(reply).hasValue(java.util.regex.Pattern.compile("请问还有其他可以帮您的吗.+"));
        reply.press("Enter");
        customer.sees("请问还有其他可以帮您的吗");

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("我的菜单")).click();
        page.getByRole(AriaRole.SWITCH, new GetByRoleOptions().setName("输入时建议话术")).click();
        page.keyboard().press("Escape");
        reply.click();
        reply.pressSequentially("请问还有其他");
        assertThat(offered).hasCount(0);
    }

    private static Locator begins(Page page, String title) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("新建话术")).first().click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        form.getByLabel("标题").fill(title);
        form.getByLabel("分组").fill("退换");
        return form;
    }

    private static void saves(Page page) {
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存").setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    private static byte[] aPicture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}

package com.huixiang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.agenda.DueAppointments;
import com.huixiang.story.AgentInBrowser;
import com.huixiang.story.ChromiumBrowser;
import com.huixiang.story.CustomerInBrowser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Walks through the main screens of the demo shop and takes a picture of each. The pictures of the documentation are
 * made with {@code bin/test -Dtest=ScreensStory -Dhuixiang.images=docs/images}; otherwise they lie in target/images.
 */
@HuixiangTest
class ScreensStory {

    private static final Path IMAGES = Path.of(System.getProperty("huixiang.images", "target/images"));

    @Autowired
    DemoFixtures demo;

    @Autowired
    SettableClock clock;

    @Autowired
    DueAppointments due;

    @LocalServerPort
    int port;

    private ChromiumBrowser browser;

    @BeforeEach
    void theDemoShopOpens() throws IOException {
        Files.createDirectories(IMAGES);
        demo.story.tell();
        browser = new ChromiumBrowser("http://localhost:" + port);
    }

    @AfterEach
    void everybodyGoesHome() {
        browser.close();
    }

    @Test
    void theWorkbenchAndTheChatAreReadInLightAndDarkInChineseAndEnglish() {
        Page signIn = browser.window(1440, 900);
        signIn.navigate("/console/");
        signIn.getByLabel("密码").first().waitFor();
        picture(signIn, "sign-in");

        Page light = browser.window(1440, 900);
        AgentInBrowser agent = AgentInBrowser.signsIn(light, "wangfang", password());
        CustomerInBrowser customer = CustomerInBrowser.onTheChatPage(browser.window(390, 844), "demo");
        picture(customer.page(), "chat-empty");
        customer.says("你好,这款布艺沙发有浅灰色吗?").says("客厅三米宽放得下吗");
        agent.lookAt("我的").opens("客厅三米宽放得下吗").replies("您好,有浅灰色,现货今天可发。");
        customer.sees("您好,有浅灰色,现货今天可发。").says("那安装费怎么算?");
        agent.sees("那安装费怎么算?").notes("老客户介绍来的,可以送一次上门安装");
        agent.replies("三人位沙发免费上门安装,约 40 分钟。");
        customer.sees("三人位沙发免费上门安装,约 40 分钟。");
        picture(light, "workbench");
        picture(customer.page(), "chat");

        light.keyboard().press("Alt+t");
        picture(light, "transfer");
        light.keyboard().press("Escape");
        light.keyboard().press("Alt+e");
        picture(light, "end-conversation");
        light.keyboard().press("Escape");
        agent.lookAt("历史");
        picture(light, "history");

        Page dark = browser.window(1440, 900, "zh-CN", ColorScheme.DARK);
        AgentInBrowser.signsIn(dark, "wangfang", password()).lookAt("我的").opens("三人位沙发免费上门安装");
        picture(dark, "workbench-dark");

        Page shop = browser.window(1280, 860);
        shop.navigate("/shop/");
        CustomerInBrowser.inTheWidget(shop).says("床单可以机洗吗");
        picture(shop, "shop-widget");

        Page darkChat = browser.window(390, 844, "en-US", ColorScheme.DARK);
        darkChat.navigate("/chat?site=demo");
        darkChat.getByRole(AriaRole.TEXTBOX).first().waitFor();
        picture(darkChat, "chat-dark-en");
    }

    @Test
    void theFloorIsSeenFromTheWallAndItsPromisesAreSet() {
        Page light = browser.window(1440, 900);
        AgentInBrowser.signsIn(light, "wangfang", password());
        // They wrote a while ago, so that the browsers' own clocks show what the clocks of the house say.
        clock.advance(Duration.ofSeconds(-130));
        CustomerInBrowser.onTheChatPage(browser.window(390, 844), "demo").says("你好,沙发腿松了,能安排人来看看吗?");
        clock.advance(Duration.ofSeconds(40));
        CustomerInBrowser.onTheChatPage(browser.window(390, 844), "demo").says("窗帘可以订做吗");
        Page wall = browser.window(1440, 900);
        AgentInBrowser.signsIn(wall, "zhaolei", password());
        open(wall, "wall", ".agent-grid");
        clock.advance(Duration.ofSeconds(90));
        due.fulfil();
        wall.locator(".warning").first().waitFor();
        picture(wall, "wall");
        open(wall, "tasks", ".tasks");
        picture(wall, "tasks");
        open(wall, "wall/figures", ".ant-table-row");
        picture(wall, "figures");
        open(wall, "settings/standards", ".standard");
        picture(wall, "standards");
        open(wall, "settings/hours", ".week");
        picture(wall, "service-hours");

        Page television = browser.window(1920, 1080);
        AgentInBrowser.signsIn(television, "zhaolei", password());
        open(television, "wall/screen", ".agent-grid");
        picture(television, "wall-television");

        Page dark = browser.window(1440, 900, "en-US", ColorScheme.DARK);
        AgentInBrowser.signsIn(dark, "zhaolei", password());
        dark.evaluate("() => localStorage.setItem('huixiang.preferences', JSON.stringify({ language: 'en-US' }))");
        open(dark, "wall", ".agent-grid");
        picture(dark, "wall-dark-en");
    }

    private static void open(Page page, String address, String sign) {
        page.navigate("/console/" + address);
        page.locator(sign).first().waitFor();
    }

    private static String password() {
        return new StoryBook().password();
    }

    /** Taken when nothing moves any more. */
    private static void picture(Page page, String name) {
        page.waitForFunction("() => document.fonts.status === 'loaded' && !document.querySelector('[aria-busy=true]')");
        page.waitForTimeout(600);
        byte[] image = page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(name + ".png")));
        assertThat(image).isNotEmpty();
    }
}

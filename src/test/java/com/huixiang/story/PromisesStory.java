package com.huixiang.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.agenda.DueAppointments;
import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Role;
import com.huixiang.staff.ServiceCalendar;
import com.huixiang.staff.ServiceCalendar.Period;
import com.huixiang.staff.ServiceCalendar.WeekDay;
import com.huixiang.staff.ServiceHours;
import com.huixiang.staff.ServiceHours.Assignments;
import com.huixiang.staff.ServiceHours.Hours;
import com.huixiang.staff.SkillGroup;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import com.huixiang.staff.Store;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** T-08, E-08, E-09 in browsers: a call that was promised, a word after hours, a customer sent on to a store. */
@HuixiangTest
class PromisesStory {

    @Autowired
    StaffFixtures people;

    @Autowired
    Staff staff;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    ServiceHours hours;

    @Autowired
    DueAppointments due;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    private ChromiumBrowser browser;
    private StaffMember wang;

    @BeforeEach
    void theShopOpens() {
        browser = new ChromiumBrowser("http://localhost:" + port);
        accounts.open(new ChannelAccount("shop", "青禾家居", "您好", List.of()));
        SkillGroup service = people.group("在线客服");
        wang = people.hire("王芳", Role.AGENT);
        staff.qualify(wang.id(), service.id(), 3);
        sql.sql("update routing.standard set silence_secs = 86400").update();
    }

    @AfterEach
    void everybodyGoesHome() {
        browser.close();
    }

    @Test
    void aCallThatIsNotMadeInTimeRingsAtItsOwnersBellUntilItIsDone() {
        CustomerInBrowser customer = CustomerInBrowser.onTheChatPage(browser.window(390, 844), "shop");
        customer.says("你好");
        Page visitor = customer.page();
        visitor.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("请回电")).click();
        visitor.getByLabel("手机号").fill("123");
        visitor.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("预约回电")).click();
        customer.sees("请填写正确的手机号");
        visitor.getByLabel("手机号").fill("138 0013 8000");
        visitor.getByLabel("想咨询什么（可不填）").fill("衣柜上门测量怎么约");
        visitor.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("预约回电")).click();
        customer.sees("衣柜上门测量怎么约").sees("前联系您");

        AgentInBrowser agent = AgentInBrowser.signsIn(browser.window(1440, 900), wang.login());
        agent.lookAt("我的").opens("衣柜上门测量怎么约").sees("已登记回电").replies("好的,我给您打过去");
        Page desk = agent.page();
        passes(Duration.ofMinutes(31));
        Locator bell = desk.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(Pattern.compile("预警，1 条")));
        assertThat(bell).isVisible();
        bell.click();
        assertThat(desk.getByRole(AriaRole.ARTICLE, new GetByRoleOptions().setName("回电到期"))).isVisible();
        picture(desk, "warning-call-back");
        desk.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("去处理任务")).click();

        desk.getByRole(AriaRole.ARTICLE)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^完\\s?成$")))
                .click();
        desk.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^完\\s?成$")))
                .click();
        assertThat(desk.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(Pattern.compile("预警，0 条"))))
                .isVisible();
    }

    @Test
    void whoeverWritesAfterHoursIsToldWhenHeWillBeAnswered() {
        Actor lead = people.supervisor("李强");
        List<WeekDay> week = IntStream.rangeClosed(1, 7)
                .mapToObj(day -> new WeekDay(day, List.of(new Period("09:00", "18:00"))))
                .toList();
        ServiceCalendar daytime = hours.add(lead, new Hours("白天", "Asia/Shanghai", week, List.of()));
        hours.assign(lead, new Assignments(daytime.id(), Map.of(), Map.of()));
        clock.stopAt(Instant.parse("2026-11-16T14:00:00Z")); // 22:00 in Shanghai

        CustomerInBrowser customer = CustomerInBrowser.onTheChatPage(browser.window(390, 844), "shop");
        customer.says("沙发什么时候到");

        customer.sees("现在是非营业时间,我们将在 11月17日 10:00 前回复您");
        picture(customer.page(), "visitor-after-hours");
    }

    @Test
    void anOnlineCustomerIsSentOnToAStoreAndACardGoesWithHim() {
        Store west = staff.openStore("CX", "城西店", "城西大道 18 号", "028-1");
        StaffMember mei = people.hire("何梅", Role.STORE_SPECIALIST);
        staff.post(mei.id(), west.id());
        AgentInBrowser agent = AgentInBrowser.signsIn(browser.window(1440, 900), wang.login());
        CustomerInBrowser customer = CustomerInBrowser.onTheChatPage(browser.window(390, 844), "shop");
        customer.says("想到店里看看床架");
        agent.lookAt("我的").opens("想到店里看看床架");
        Page desk = agent.page();

        desk.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("商品卡片")).click();
        Locator card = desk.getByRole(AriaRole.DIALOG);
        card.getByLabel("商品名称").fill("原野床架");
        card.getByLabel("规格").fill("1.8 米");
        card.getByLabel("价格").fill("2399.00");
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^发\\s?送$"))).click();
        customer.sees("原野床架");

        desk.keyboard().press("Alt+t");
        Locator dialog = desk.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName("转给门店")).click();
        dialog.getByText("城西店").first().click();
        dialog.getByRole(AriaRole.TEXTBOX).last().fill("看 1.8 米的床架");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^转\\s?接$"))).last().click();

        Page phone = browser.window(390, 844);
        phone.navigate("/store/");
        phone.getByLabel("账号").fill(mei.login());
        phone.getByLabel("密码").fill(StaffFixtures.PASSWORD);
        phone.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("登录")).click();
        assertThat(phone.getByText("线上转来").first()).isVisible();
        picture(phone, "store-phone-from-online");
    }

    @Test
    void whoeverLooksElsewhereIsCalledAsHeChose() {
        Page desk = browser.window(1440, 900);
        desk.addInitScript("""
                window.heard = [];
                window.Notification = class {
                  constructor(title, options) { window.heard.push(title + ' | ' + (options?.body ?? '')) }
                  static permission = 'granted'
                  static requestPermission() { return Promise.resolve('granted') }
                  close() {}
                };
                Object.defineProperty(document, 'hidden', { get: () => window.away === true });
                """);
        AgentInBrowser.signsIn(desk, wang.login());
        desk.evaluate("window.away = true");
        CustomerInBrowser.onTheChatPage(browser.window(390, 844), "shop").says("在吗");
        desk.waitForCondition(() -> (boolean) desk.evaluate("window.heard.length > 0"));

        desk.evaluate("window.away = false; window.heard = []");
        desk.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("我的菜单")).click();
        desk.getByRole(AriaRole.SWITCH, new GetByRoleOptions().setName("桌面通知")).click();
        desk.getByRole(AriaRole.SWITCH, new GetByRoleOptions().setName("声音提醒")).click();
        desk.evaluate("window.away = true");
        CustomerInBrowser.onTheChatPage(browser.window(390, 844), "shop").says("第二位");
        assertThat(desk.getByText("第二位").first()).isVisible();
        assertThat(desk.evaluate("window.heard.length")).isEqualTo(0);
        assertThat(desk.evaluate("JSON.parse(localStorage.getItem('huixiang.preferences')).sound")).isEqualTo(false);
    }

    private void passes(Duration time) {
        clock.advance(time);
        due.fulfil();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures/" + name + ".png")));
    }
}

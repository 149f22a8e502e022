package com.huixiang.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.staff.Role;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import com.huixiang.staff.Store;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S-03, E-04: a customer registers at the door, a specialist receives him with the phone in his hand. */
@HuixiangTest
class StorePhoneStory {

    @Autowired
    StaffFixtures people;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    private ChromiumBrowser browser;
    private StaffMember zhou;

    @BeforeEach
    void theStoreOpens() {
        browser = new ChromiumBrowser("http://localhost:" + port);
        Store store = staff.openStore("NJ", "南京西路店", "南京西路 1 号", "021-1");
        zhou = people.hire("周敏", Role.STORE_SPECIALIST);
        staff.post(zhou.id(), store.id());
        sql.sql("insert into conversation.category values ('0190aaaa-0000-7000-8000-00000000000a', null, '到店咨询', 1)").update();
    }

    @AfterEach
    void theStoreCloses() {
        browser.close();
    }

    @Test
    void aWalkInRegistersIsReceivedOnThePhoneAndServedToTheEnd() {
        Page phone = signedIn(browser.window(390, 844));
        picture(phone, "store-phone-empty");
        phone.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("我").setExact(true)).click();
        Page terminal = phone.waitForPopup(() -> phone.getByText("打开到店登记屏").click());
        terminal.setViewportSize(820, 1180);

        terminal.getByLabel("称呼").fill("林晓");
        terminal.getByLabel("手机号").fill("138 0013 8000");
        terminal.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("退换货")).click();
        picture(terminal, "store-terminal");
        terminal.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("登记").setExact(true)).click();
        assertThat(terminal.getByText("登记成功")).isVisible();

        phone.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("接待")).first().click();
        assertThat(phone.getByRole(AriaRole.TIMER)).isVisible();
        assertThat(phone.getByText("林晓")).isVisible();
        picture(phone, "store-phone-reception");
        phone.locator(".card").getByRole(AriaRole.BUTTON).click();
        assertThat(phone.getByText("到店:退换货")).isVisible();

        phone.context().setOffline(true);
        phone.getByLabel("写给客户…").fill("稍等,我去仓库看看");
        phone.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("发送")).click();
        assertThat(phone.getByText("待发送").first()).isVisible();
        picture(phone, "store-phone-offline");
        phone.context().setOffline(false);
        assertThat(phone.locator(".pending")).hasCount(0);
        assertThat(phone.getByText("稍等,我去仓库看看")).isVisible();
        picture(phone, "store-phone-chat");

        phone.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("结束接待")).click();
        phone.getByLabel("小结").fill("退了一个靠垫");
        phone.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("完成")).click();
        assertThat(phone.getByText("还没有接待中的客户")).isVisible();
    }

    @Test
    void theSamePhoneInTheDarkAndInEnglish() {
        Page phone = browser.window(390, 844, "en-US", ColorScheme.DARK);
        phone.navigate("/store/");
        assertThat(phone.getByLabel("Login")).isVisible();
        picture(phone, "store-phone-sign-in-dark-en");
        phone.getByLabel("Login").fill(zhou.login());
        phone.getByLabel("Password").fill(StaffFixtures.PASSWORD);
        phone.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in")).click();
        phone.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Register")).click();
        phone.getByLabel("Name").fill("Alex");
        picture(phone, "store-phone-register-dark-en");
        phone.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Register")).click();
        assertThat(phone.getByRole(AriaRole.TIMER)).isVisible();
        assertThat(phone.getByRole(AriaRole.DIALOG)).isHidden();
        picture(phone, "store-phone-reception-dark-en");
    }

    private Page signedIn(Page phone) {
        phone.navigate("/store/");
        phone.getByLabel("账号").fill(zhou.login());
        phone.getByLabel("密码").fill(StaffFixtures.PASSWORD);
        phone.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("登录")).click();
        assertThat(phone.getByText("没有客户在等")).isVisible();
        return phone;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures/" + name + ".png")));
    }
}

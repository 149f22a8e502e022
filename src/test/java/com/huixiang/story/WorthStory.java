package com.huixiang.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.order.Order;
import com.huixiang.order.Order.Kind;
import com.huixiang.order.Order.Line;
import com.huixiang.order.Order.State;
import com.huixiang.order.OrderFixtures;
import com.huixiang.order.Orders;
import com.huixiang.segment.worth.Worths;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** P-05: a supervisor looks at the model behind every customer's worth. */
@HuixiangTest
class WorthStory {

    @Autowired
    StaffFixtures people;

    @Autowired
    Orders orders;

    @Autowired
    Worths worths;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private ChromiumBrowser browser;
    private Page page;

    @BeforeEach
    void theAdministratorComes() {
        browser = new ChromiumBrowser("http://localhost:" + port);
        StaffMember admin = people.hire("管理员", Role.ADMIN);
        page = browser.window(1440, 900);
        AgentInBrowser.signsIn(page, admin.login());
    }

    @AfterEach
    void everybodyGoesHome() {
        browser.close();
    }

    @Test
    void whereThereAreTooFewCustomersThePageSaysSo() {
        worths.fit();

        opensTheModel();

        assertThat(page.getByText("客户还太少，不估算")).isVisible();
    }

    @Test
    void theModelShowsItsParametersAndHowWellItTells() {
        aYearOfOrders();
        worths.fit();

        opensTheModel();

        assertThat(page.getByText("再次购买的次数：实际与模型").first()).isVisible();
        assertThat(page.getByText("留出检验：用前一半预测后一半").first()).isVisible();
        assertThat(page.getByText("购买（BG/NBD）")).isVisible();
        assertThat(page.getByText("金额（Gamma-Gamma，CNY）")).isVisible();

        page.getByLabel("多少天内应再来").fill("90");
        page.locator("#worth").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存")).click();
        assertThat(page.getByText("已保存，正在按新标准重算")).isVisible();
    }

    private void opensTheModel() {
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("导航"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("价值模型"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("价值模型"))).isVisible();
    }

    /** 400 customers with a pace and a patience of their own. */
    private void aYearOfOrders() {
        Random random = new Random(365);
        Instant now = clock.instant();
        List<Order> all = new ArrayList<>();
        for (int who = 0; who < 400; who++) {
            double pace = 15 + 60 * random.nextDouble();
            double day = 300 * random.nextDouble();
            int no = 0;
            do {
                all.add(order("W" + who, who + "-" + no++, now.minus(Duration.ofHours((long) (24 * (360 - day)))), 40 + 200 * random.nextDouble()));
                day += -Math.log(1 - random.nextDouble()) * pace;
            } while (day < 360 && random.nextDouble() > 0.3);
        }
        orders.take("push", all);
    }

    private static Order order(String who, String no, Instant at, double amount) {
        return new Order(
                "shop", no, Kind.ONLINE, null, State.COMPLETED, false, at, at, null, null, null, "CNY", null,
                OrderFixtures.member(who), List.of(new Line("A", "A", 1, BigDecimal.valueOf(Math.round(amount * 100), 2), null)),
                null, null, null, null);
    }
}

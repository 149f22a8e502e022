package com.huixiang.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.customer.Level;
import com.huixiang.order.Order;
import com.huixiang.order.Order.Buyer;
import com.huixiang.order.Order.Line;
import com.huixiang.order.Order.Parcel;
import com.huixiang.order.Order.Shipment;
import com.huixiang.order.Orders;
import com.huixiang.search.SearchIndex;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * P-01, E-03: a lead looks through the customers, keeps a view, opens one, and sees his life in the shop. Pictures of the
 * pages are made with {@code bin/test -Dtest=CustomersStory -Dhuixiang.images=docs/images}.
 */
@HuixiangTest
class CustomersStory {

    private static final Path IMAGES = Path.of(System.getProperty("huixiang.images", "target/images"));
    private static final String[] NAMES = {
        "林晓", "王芳", "白洁", "陈默", "赵思源", "周子涵", "吴佳怡", "孙浩宇", "郑若曦", "何一诺", "单雨泽", "曾欣怡", "许文华", "沈梦琪", "韩磊", "唐婉",
        "冯涛", "邓丽", "彭宇", "苏慧", "叶青", "程诺", "魏晨", "蒋欣"
    };
    private static final String[] GOODS = {"布艺沙发 三人位 浅灰", "实木餐桌 1.4 米", "乳胶枕", "胡桃木书柜", "遮光窗帘", "羊毛地毯"};

    @Autowired
    StaffFixtures people;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    Customers customers;

    @Autowired
    Orders orders;

    @Autowired
    SearchIndex index;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    private ChromiumBrowser browser;
    private String lead;

    @BeforeEach
    void aShopWithBuyers() throws IOException {
        Files.createDirectories(IMAGES);
        browser = new ChromiumBrowser("http://localhost:" + port);
        accounts.open(new ChannelAccount("shop", "青禾家居", "您好,欢迎光临青禾家居!", List.of()));
        lead = people.hire("赵蕾", Role.SUPERVISOR).login();
        Instant now = Instant.now();
        List<Order> bought = new ArrayList<>();
        for (int who = 0; who < NAMES.length; who++) {
            String member = "M%04d".formatted(who);
            customers.recognise(
                    Identity.member(member),
                    CustomerFacts.from("web").named(NAMES[who]).of(Level.values()[(who + 2) % 4]).reachedBy("1380013%04d".formatted(2203 + who), null));
            for (int nth = 0; nth < (who * 7 + 3) % 6; nth++) {
                bought.add(order(member, who, nth, now.minus(Duration.ofDays(9L * who + 61L * nth + 1))));
            }
        }
        orders.take("story", bought);
        long buyers = bought.stream().map(order -> order.buyer().member()).distinct().count();
        Instant patience = now.plusSeconds(30);
        while (counted() < buyers && Instant.now().isBefore(patience)) {
            Thread.onSpinWait();
        }
        index.catchUp();
    }

    private int counted() {
        return sql.sql("select count(*)::int from segment.facts where orders > 0 and r is not null").query(Integer.class).single();
    }

    private static Order order(String member, int who, int nth, Instant at) {
        BigDecimal price = BigDecimal.valueOf(399 + 731L * ((who + nth) % 7));
        boolean recent = nth == 0 && who < 3;
        return new Order(
                "tmall",
                "HX2026%02d%02d".formatted(who, nth),
                Order.Kind.ONLINE,
                null,
                recent ? Order.State.SHIPPED : Order.State.COMPLETED,
                false,
                at,
                at.plusSeconds(60),
                at.plusSeconds(7_200),
                null,
                null,
                "CNY",
                null,
                new Buyer(member, null, null, null, null),
                List.of(new Line("S" + (who + nth) % GOODS.length, GOODS[(who + nth) % GOODS.length], 1, price, null)),
                null,
                List.of(new Shipment(
                        "顺丰速运",
                        "SF10%02d%02d".formatted(who, nth),
                        recent ? Parcel.UNDERWAY : Parcel.DELIVERED,
                        at.plusSeconds(7_200),
                        null,
                        List.of(new Order.Step(at.plusSeconds(9_000), "快件已到达上海浦东集散中心")))),
                null,
                null);
    }

    @AfterEach
    void everybodyGoesHome() {
        browser.close();
    }

    @Test
    void aLeadFindsCustomersKeepsAViewAndOpensOne() {
        Page page = browser.window(1440, 900);
        AgentInBrowser.signsIn(page, lead);
        page.navigate("/console/customers");
        assertThat(rows(page)).hasCount(NAMES.length);
        picture(page, "customers");

        page.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName("累计消费")).click();
        assertThat(page).hasURL(Pattern.compile("sort=spent"));
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^姓名"))).fill("linxiao");
        assertThat(rows(page)).hasCount(1);
        assertThat(rows(page).first()).containsText("林晓");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存为视图")).click();
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("视图名称")).fill("林晓们");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("林晓们"))).isVisible();

        rows(page).first().click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("林晓")).first()).isVisible();
        assertThat(page.getByText("布艺沙发").first()).isVisible();
        assertThat(page.getByText("快件已到达上海浦东集散中心").first()).isVisible();
        assertThat(page.locator(".chart svg").first()).isVisible();
        picture(page, "customer");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("订单")).click();
        assertThat(page.getByText("SF100000").first()).isVisible();

        Page dark = browser.window(1440, 900, "en-US", ColorScheme.DARK);
        AgentInBrowser.signsIn(dark, lead);
        dark.evaluate("() => localStorage.setItem('huixiang.preferences', JSON.stringify({ language: 'en-US' }))");
        dark.navigate("/console/customers?sort=spent");
        rows(dark).first().waitFor();
        picture(dark, "customers-dark-en");
    }

    @Test
    void anAgentSeesTheBasicsTheStageAndNamesAnOrder() {
        Page page = browser.window(1440, 900);
        AgentInBrowser agent = AgentInBrowser.signsIn(page, lead);
        sql.sql("""
                insert into conversation.conversation (id, customer_id, channel_id, channel_kind, channel_name, state, agent_id,
                       last_at, last_by, last_preview, opened_at)
                select gen_random_uuid(), i.customer_id, 'shop', 'web', '青禾家居', 'HELD', m.id, :at, 'CUSTOMER', '快递到哪了', :at
                  from customer.identity i, staff.member m
                 where i.value = 'M0000' and m.login = :login""")
                .param("at", OffsetDateTime.now())
                .param("login", lead)
                .update();
        page.reload();
        agent.lookAt("我的").opens("快递到哪了");

        assertThat(page.locator(".file-pane").getByText("布艺沙发").first()).isVisible();
        assertThat(page.locator(".file-pane").getByText("快件已到达上海浦东集散中心").first()).isVisible();
        assertThat(page.locator(".head").getByText("售后")).isVisible();

        Locator reply = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("回复").setExact(true));
        reply.pressSequentially("您的订单 #");
        Locator offered = page.getByRole(AriaRole.LISTBOX, new Page.GetByRoleOptions().setName("订单"));
        assertThat(offered).containsText("HX20260000");
        picture(page, "workbench-file");
        page.keyboard().press("Enter");
        assertThat(reply).hasValue(Pattern.compile("^您的订单 HX2026"));

        page.keyboard().press("Control+k");
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^搜索客户"))).fill("布艺沙发");
        assertThat(page.locator(".palette mark").first()).isVisible();
        picture(page, "search");
    }

    private static Locator rows(Page page) {
        return page.locator(".customers tbody tr.ant-table-row");
    }

    /** Taken when nothing moves any more. */
    private static void picture(Page page, String name) {
        page.waitForFunction("() => document.fonts.status === 'loaded' && !document.querySelector('[aria-busy=true]')");
        page.waitForTimeout(600);
        page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(name + ".png")));
    }
}

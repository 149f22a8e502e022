package com.huixiang.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.staff.Role;
import com.huixiang.staff.SkillGroup;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The widget on somebody else's page, from another origin: it opens, and the shop's own server says who the customer is. */
@HuixiangTest
class WidgetElsewhereStory {

    private static final String SECRET = "a-secret-of-the-other-shop-with-more-than-32-characters";

    @Autowired
    StaffFixtures people;

    @Autowired
    Staff staff;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    private ChromiumBrowser browser;
    private HttpServer shop;
    private String identify = "";

    @BeforeEach
    void anotherShopHasAPage() throws IOException {
        sql.sql("""
                insert into channel.account (id, kind, name, secret, greeting, menu, created_at)
                values ('elsewhere', 'WEB', '青禾家居', ?, '您好', '[]', current_timestamp)""")
                .param(SECRET)
                .update();
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/", exchange -> {
            byte[] page = """
                    <!doctype html><meta charset="utf-8"><title>别家的网店</title><h1>别家的网店</h1>
                    <script>window.Huixiang = window.Huixiang || function () { (Huixiang.q = Huixiang.q || []).push(arguments) }; %s</script>
                    <script async src="http://localhost:%d/widget.js" data-site="elsewhere" data-lang="zh-CN"></script>
                    """.formatted(identify, port).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        shop.start();
        browser = new ChromiumBrowser("http://127.0.0.1:" + shop.getAddress().getPort());
    }

    @AfterEach
    void bothShopsClose() {
        browser.close();
        shop.stop(0);
    }

    @Test
    void theCustomerOfAnotherSiteIsKnownByTheSignatureOfItsServer() throws GeneralSecurityException {
        SkillGroup service = people.group("在线客服");
        StaffMember wang = people.hire("王芳", Role.AGENT);
        staff.qualify(wang.id(), service.id(), 3);
        try (ChromiumBrowser house = new ChromiumBrowser("http://localhost:" + port)) {
            AgentInBrowser agent = AgentInBrowser.signsIn(house.window(1440, 900), wang.login());
            String identity = "{\"id\":\"M1001\",\"name\":\"林晓\",\"level\":\"gold\",\"issuedAt\":\"" + clock.instant() + "\"}";
            identify = "Huixiang('identify', { identity: '%s', signature: '%s' })".formatted(identity, signature(identity));

            Page page = browser.window(1280, 800);
            page.navigate("/");
            CustomerInBrowser customer = CustomerInBrowser.inTheWidget(page);
            customer.says("跨站也能聊吗");

            agent.lookAt("我的").opens("跨站也能聊吗").seesOnThePage("林晓").replies("可以的");
            customer.sees("可以的");
            assertThat(page.locator("h1")).hasText("别家的网店");
        }
    }

    private static String signature(String identity) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(identity.getBytes(StandardCharsets.UTF_8)));
    }
}

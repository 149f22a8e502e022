package com.huixiang.connect.web;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.StaffBrowser;
import com.huixiang.channel.ChannelFixtures;
import com.huixiang.kernel.Seal;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** P-02: a shop pushes its orders, and calls when something happens; signed, and harmless when sent twice. */
@HuixiangTest
class ShopMessagesTests {

    @Autowired
    StaffFixtures people;

    @Autowired
    ChannelFixtures channels;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    String key;
    String secret;

    private static final String ORDER = """
            {"shop":"tmall","no":"T-1","state":"%s","placedAt":"2026-11-02T10:00:00+08:00","paidAt":"2026-11-02T10:01:00+08:00",
             "customer":{"member":"M1","phone":"13800138000","name":"林晓"},
             "lines":[{"sku":"QH-1","name":"羊毛地毯","quantity":1,"price":"599.00"}],
             "changedAt":"%s"}""";

    @BeforeEach
    void aShopIsConnected() {
        StaffBrowser admin = new StaffBrowser(port).signIn(people.hire("赵磊", Role.ADMIN).login(), PASSWORD);
        channels.api("erp");
        JsonNode made = admin.post("/api/settings/keys", "{\"account\":\"erp\",\"name\":\"订单中台\"}").body();
        key = made.path("key").path("prefix").asString();
        secret = made.path("secret").asString();
    }

    @Test
    void aBatchIsTakenAndWhatIsWrongInItIsNamed() throws Exception {
        JsonNode answer = send("orders", "{\"orders\":[" + ORDER.formatted("paid", "2026-11-02T10:01:00+08:00")
                + ",{\"shop\":\"tmall\",\"no\":\"T-2\",\"state\":\"paid\",\"placedAt\":\"yesterday\"}]}");

        assertThat(answer.path("received").asInt()).isEqualTo(2);
        assertThat(answer.path("changed").asInt()).isEqualTo(1);
        assertThat(answer.path("rejected").get(0).path("at").asInt()).isEqualTo(1);
        assertThat(answer.path("rejected").get(0).path("zh").asString()).contains("placedAt");
        assertThat(sql.sql("select amount from shop.order_mirror").query(String.class).single()).isEqualTo("599.000");
    }

    @Test
    void aWebhookMovesTheOrderOnAndAnOldOneDoesNot() throws Exception {
        send("webhook", "{\"event\":\"order.shipped\",\"order\":" + ORDER.formatted("shipped", "2026-11-03T10:00:00+08:00") + "}");
        JsonNode late = send("webhook", "{\"event\":\"order.paid\",\"order\":" + ORDER.formatted("paid", "2026-11-02T10:01:00+08:00") + "}");

        assertThat(late.path("changed").asInt()).isZero();
        assertThat(sql.sql("select state from shop.order_mirror").query(String.class).single()).isEqualTo("SHIPPED");
    }

    @Test
    void productsAndCartsComeTheSameWay() throws Exception {
        send("products", "[{\"sku\":\"QH-1\",\"name\":\"羊毛地毯\",\"price\":\"599\",\"category\":\"地毯\"}]");
        send("carts", """
                [{"shop":"tmall","customer":{"member":"M1"},"changedAt":"2026-11-02T10:00:00+08:00",
                  "items":[{"sku":"QH-1","name":"羊毛地毯","quantity":2,"price":"599"}]}]""");

        assertThat(sql.sql("select count(*) from shop.product").query(Integer.class).single()).isEqualTo(1);
        assertThat(sql.sql("select sum(quantity) from shop.cart_line").query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void nonsenseAndAForgedSignatureAreRefused() throws Exception {
        assertThat(send("orders", "not json").path("code").asString()).isEqualTo("order.bad-message");
        assertThat(send("orders", "{}").path("code").asString()).isEqualTo("order.bad-message");
        assertThat(send("nowhere", "{}").path("code").asString()).isEqualTo("order.unknown-source");
        secret = "wrong";
        assertThat(send("orders", "[]").path("code").asString()).isEqualTo("connect.bad-signature");
    }

    private JsonNode send(String source, String body) throws IOException, InterruptedException {
        String now = String.valueOf(clock.instant().getEpochSecond());
        String signature = HexFormat.of()
                .formatHex(Seal.hmacSha256(secret.getBytes(StandardCharsets.UTF_8), now + "." + body));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/shop/erp/" + source))
                .header("Content-Type", "application/json")
                .header("X-Huixiang-Key", key)
                .header("X-Huixiang-Timestamp", now)
                .header("X-Huixiang-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return JsonMapper.shared()
                .readTree(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}

package com.huixiang.connect.web;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.StaffBrowser;
import com.huixiang.channel.ChannelFixtures;
import com.huixiang.connect.OtherSystem;
import com.huixiang.kernel.Seal;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** E-01: another system writes and hears the answers, over real HTTP. */
@HuixiangTest
class ApiChannelTests {

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

    OtherSystem shop;
    StaffBrowser admin;
    StaffMember zhao;
    String key;
    String secret;

    record Answer(int status, JsonNode body) {
        String code() {
            return body.path("code").asString("");
        }
    }

    @BeforeEach
    void aSystemIsConnected() {
        shop = new OtherSystem();
        zhao = people.hire("赵磊", Role.ADMIN);
        admin = new StaffBrowser(port).signIn(zhao.login(), PASSWORD);
        channels.api("mini");
        JsonNode made = admin.post("/api/settings/keys", "{\"account\":\"mini\",\"name\":\"小程序后台\"}").body();
        key = made.path("key").path("prefix").asString();
        secret = made.path("secret").asString();
    }

    @AfterEach
    void theSystemGoesAway() {
        shop.close();
    }

    // ---- In --------------------------------------------------------------------------------------------------------

    @Test
    void aSignedMessageIsOnTheRecord() {
        Answer received = send("mini", message("m-1", "我的快递到哪了"));

        assertThat(received.status()).isEqualTo(200);
        JsonNode row = admin.get("/api/conversations/" + received.body().path("conversation").asString()).body();
        assertThat(row.path("channel").path("kind").asString()).isEqualTo("api");
        assertThat(row.path("channel").path("name").asString()).isEqualTo("小程序商城");
        assertThat(row.path("customer").path("name").asString()).isEqualTo("林晓");
        assertThat(row.path("lastPreview").asString()).isEqualTo("我的快递到哪了");
        assertThat(admin.get("/api/settings/keys").body().get(0).path("lastUsedAt").isNull()).isFalse();
    }

    @Test
    void theSameMessageSentTwiceIsWrittenOnce() {
        Answer first = send("mini", message("m-1", "在吗"));
        Answer again = send("mini", message("m-1", "在吗"));

        assertThat(again.body().path("seq").asInt()).isEqualTo(first.body().path("seq").asInt());
        assertThat(again.body().path("again").asBoolean()).isTrue();
        assertThat(sql.sql("select count(*) from conversation.message where author = 'CUSTOMER'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoeverIsKnownByHisMemberNumberIsTheSameCustomer() {
        String one = send("mini", message("m-1", "在吗")).body().path("conversation").asString();
        String other = send("mini", """
                        {"id":"m-2","customer":{"id":"another-device","member":"M1001"},"kind":"text","body":{"text":"还是我"}}""")
                .body()
                .path("conversation")
                .asString();

        assertThat(other).isEqualTo(one);
    }

    @Test
    void cardsAndPicturesComeInToo() {
        Answer card = send("mini", """
                {"id":"m-1","customer":{"id":"u1"},"kind":"card","body":{"title":"羊毛地毯","price":"599.00","sku":"QH-1"}}""");
        JsonNode kept = upload(picture()).body();
        Answer picture = send("mini", """
                {"id":"m-2","customer":{"id":"u1"},"kind":"picture","body":{"fileId":"%s"}}"""
                        .formatted(kept.path("id").asString()));

        assertThat(card.status()).isEqualTo(200);
        assertThat(kept.path("type").asString()).isEqualTo("image/png");
        assertThat(picture.status()).isEqualTo(200);
    }

    @Test
    void aPictureIsFetchedFromItsAddressAndMustBeOne() {
        Answer refused = send("mini", """
                {"id":"m-1","customer":{"id":"u1"},"kind":"picture","body":{"url":"%s"}}""".formatted(shop.address()));
        Answer away = send("mini", """
                {"id":"m-2","customer":{"id":"u1"},"kind":"picture","body":{"url":"http://localhost:1/x.png"}}""");

        assertThat(refused.code()).isEqualTo("connect.bad-message");
        assertThat(away.code()).isEqualTo("connect.picture-not-reached");
    }

    @Test
    void aWrongSignatureAnOldOneOrAForeignAccountIsRefused() {
        String body = message("m-1", "在吗");
        channels.api("other");

        assertThat(send("mini", body, key, now(), "00").code()).isEqualTo("connect.bad-signature");
        assertThat(send("mini", body, key, now(), sign("wrong secret", now(), body)).code())
                .isEqualTo("connect.bad-signature");
        assertThat(send("mini", body + " ", key, now(), sign(secret, now(), body)).code())
                .isEqualTo("connect.bad-signature");
        String old = String.valueOf(clock.instant().minus(Duration.ofMinutes(6)).getEpochSecond());
        assertThat(send("mini", body, key, old, sign(secret, old, body)).code()).isEqualTo("connect.stale-timestamp");
        assertThat(send("mini", body, "hx_nobody", now(), sign(secret, now(), body)).code())
                .isEqualTo("connect.unknown-key");
        assertThat(send("other", body).code()).isEqualTo("connect.unknown-key");
        assertThat(sql.sql("select count(*) from conversation.conversation").query(Integer.class).single())
                .isZero();
    }

    @Test
    void aRevokedKeyIsWorthNothing() {
        String id = admin.get("/api/settings/keys").body().get(0).path("id").asString();

        assertThat(admin.delete("/api/settings/keys/" + id).status()).isEqualTo(204);

        assertThat(send("mini", message("m-1", "在吗")).code()).isEqualTo("connect.unknown-key");
    }

    @Test
    void whoeverSendsTooFastIsSlowedDown() {
        sql.sql("update connect.api_key set per_minute = 2").update();
        clock.stop();

        assertThat(send("mini", message("m-1", "一")).status()).isEqualTo(200);
        assertThat(send("mini", message("m-2", "二")).status()).isEqualTo(200);
        assertThat(send("mini", message("m-3", "三")).code()).isEqualTo("connect.too-many-requests");
        clock.advance(Duration.ofSeconds(31));
        assertThat(send("mini", message("m-3", "三")).status()).isEqualTo(200);
    }

    @Test
    void nonsenseIsRefusedWithItsReason() {
        assertThat(send("mini", "[]").code()).isEqualTo("connect.bad-message");
        assertThat(send("mini", "{\"id\":\"m-1\"}").code()).isEqualTo("connect.bad-message");
        assertThat(send("mini", message("m-1", "")).code()).isEqualTo("message.empty");
        assertThat(send("mini", message("m-1", "x".repeat(70_000))).code()).isEqualTo("connect.too-large");
    }

    @Test
    void aSecretIsShownOnceAndLiesNowhereInPlainText() {
        JsonNode listed = admin.get("/api/settings/keys").body().get(0);

        assertThat(listed.has("secret")).isFalse();
        assertThat(sql.sql("select encode(locked_secret, 'escape') from connect.api_key").query(String.class).single())
                .doesNotContain(secret);
    }

    // ---- Out -------------------------------------------------------------------------------------------------------

    @Test
    void theAnswersGoOutSignedAndInOrder() {
        String webhookSecret = webhook("message", "assigned", "closed").path("secret").asString();
        String conversation = aConversationThatIsAnswered("您好", "已经发出了");

        channels.sendEverythingDue();

        assertThat(shop.heard()).extracting(heard -> heard.body().path("event").asString())
                .containsExactly("assigned", "message", "message");
        assertThat(shop.heard().subList(1, 3))
                .extracting(heard -> heard.body().path("body").path("text").asString())
                .containsExactly("您好", "已经发出了");
        OtherSystem.Heard last = shop.heard().getLast();
        assertThat(last.headers().get("x-huixiang-signature"))
                .isEqualTo(sign(webhookSecret, last.headers().get("x-huixiang-timestamp"), last.text()));
        assertThat(last.headers()).containsKey("x-huixiang-delivery");
        assertThat(last.body().path("conversation").asString()).isEqualTo(conversation);
        channels.sendEverythingDue();
        assertThat(shop.heard()).hasSize(3);
    }

    @Test
    void whatFailsIsTriedAgainLaterAndNobodyOvertakesIt() {
        webhook("message");
        shop.answers(500);
        clock.stop();
        aConversationThatIsAnswered("第一句", "第二句");

        channels.sendEverythingDue();
        assertThat(textsHeard()).containsExactly("第一句");
        clock.advance(Duration.ofSeconds(5));
        channels.sendEverythingDue();
        assertThat(textsHeard()).as("not yet").containsExactly("第一句");
        clock.advance(Duration.ofSeconds(10));
        shop.answers(200);
        channels.sendEverythingDue();

        assertThat(textsHeard()).containsExactly("第一句", "第一句", "第二句");
        assertThat(shop.heard()).extracting(heard -> heard.headers().get("x-huixiang-delivery"))
                .as("the same delivery id, so that it can be recognised")
                .satisfies(ids -> assertThat(ids.get(0)).isEqualTo(ids.get(1)));
    }

    @Test
    void whatNeverArrivesIsADeadLetterAndCanBeReplayed() {
        String id = webhook("message").path("webhook").path("id").asString();
        shop.answers(503);
        clock.stop();
        aConversationThatIsAnswered("有货");
        for (int attempt = 0; attempt < 8; attempt++) {
            channels.sendEverythingDue();
            clock.advance(Duration.ofHours(2));
        }

        JsonNode dead = deliveries(id, "dead");
        assertThat(dead.size()).isEqualTo(1);
        assertThat(dead.get(0).path("attempts").asInt()).isEqualTo(8);
        assertThat(dead.get(0).path("status").asInt()).isEqualTo(503);
        assertThat(dead.get(0).path("error").asString()).isEqualTo("out of order");
        assertThat(textsHeard()).hasSize(8);

        shop.answers(200);
        admin.post("/api/settings/webhooks/deliveries/" + dead.get(0).path("id").asString() + "/replay", "{}");
        channels.sendEverythingDue();

        assertThat(deliveries(id, "dead").size()).isZero();
        assertThat(deliveries(id, "delivered").size()).isEqualTo(1);
        assertThat(textsHeard()).hasSize(9);
    }

    @Test
    void allDeadLettersAreReplayedAtOnce() {
        String id = webhook("message").path("webhook").path("id").asString();
        shop.answers(500);
        aConversationThatIsAnswered("一", "二");
        channels.sendEverythingDue();
        sql.sql("update connect.delivery set state = 'DEAD'").update();
        shop.answers(200);

        assertThat(admin.post("/api/settings/webhooks/" + id + "/replay", "{}").body().path("replayed").asInt())
                .isEqualTo(2);
        channels.sendEverythingDue();

        assertThat(textsHeard()).endsWith("一", "二");
        assertThat(deliveries(id, "delivered").size()).isEqualTo(2);
    }

    @Test
    void aTestThatFailedIsSentAgainToo() {
        String id = webhook("message").path("webhook").path("id").asString();
        shop.answers(404);
        String failed = admin.post("/api/settings/webhooks/" + id + "/test", "{}").body().path("id").asString();
        shop.answers(200);

        admin.post("/api/settings/webhooks/deliveries/" + failed + "/replay", "{}");

        await().untilAsserted(() -> assertThat(deliveries(id, "delivered").size()).isEqualTo(1));
        assertThat(shop.heard()).hasSize(2);
    }

    @Test
    void theTestButtonSaysHowItWent() {
        String id = webhook("message").path("webhook").path("id").asString();

        JsonNode fine = admin.post("/api/settings/webhooks/" + id + "/test", "{}").body();
        shop.answers(404);
        JsonNode failed = admin.post("/api/settings/webhooks/" + id + "/test", "{}").body();

        assertThat(fine.path("state").asString()).isEqualTo("delivered");
        assertThat(failed.path("state").asString()).isEqualTo("dead");
        assertThat(failed.path("status").asInt()).isEqualTo(404);
        assertThat(shop.heard().getFirst().body().path("event").asString()).isEqualTo("test");
    }

    @Test
    void onlyWhoeverConnectsSystemsSeesAndChangesThis() {
        StaffBrowser lead =
                new StaffBrowser(port).signIn(people.hire("李强", Role.SUPERVISOR).login(), PASSWORD);

        for (String address : List.of("/api/settings/keys", "/api/settings/webhooks", "/api/settings/channels")) {
            assertThat(lead.get(address).code()).as(address).isEqualTo("staff.not-allowed");
        }
        assertThat(lead.post("/api/settings/keys", "{\"account\":\"mini\",\"name\":\"x\"}").code())
                .isEqualTo("staff.not-allowed");
    }

    @Test
    void whatIsChangedIsOnTheTrail() {
        webhook("message");

        List<String> verbs = sql.sql("select verb from audit.entry order by id").query(String.class).list();
        assertThat(verbs).contains("connect.key.made", "connect.webhook.added");
        assertThat(sql.sql("select coalesce(string_agg(after::text, ''), '') from audit.entry").query(String.class).single())
                .doesNotContain(secret);
    }

    // ---- What the tests say --------------------------------------------------------------------------------------------

    private String aConversationThatIsAnswered(String... answers) {
        String conversation = send("mini", message("m-1", "在吗")).body().path("conversation").asString();
        admin.put("/api/conversations/" + conversation + "/assignment", "{\"agentId\":\"" + zhao.id() + "\"}");
        for (String answer : answers) {
            admin.post("/api/conversations/" + conversation + "/messages", """
                    {"clientId":"%s","kind":"text","body":{"text":"%s"}}""".formatted(UUID.randomUUID(), answer));
        }
        return conversation;
    }

    private List<String> textsHeard() {
        return shop.heard().stream().map(heard -> heard.body().path("body").path("text").asString()).toList();
    }

    private JsonNode deliveries(String webhook, String state) {
        return admin.get("/api/settings/webhooks/" + webhook + "/deliveries?state=" + state).body().path("items");
    }

    private JsonNode webhook(String... events) {
        var answer = admin.post("/api/settings/webhooks", """
                {"account":"mini","url":"%s","events":["%s"]}""".formatted(shop.address(), String.join("\",\"", events)));
        assertThat(answer.status()).isEqualTo(201);
        return answer.body();
    }

    private static String message(String id, String text) {
        return """
                {"id":"%s","customer":{"id":"u1","member":"M1001","name":"林晓","level":"gold"},"kind":"text","body":{"text":"%s"}}"""
                .formatted(id, text);
    }

    private String now() {
        return String.valueOf(clock.instant().getEpochSecond());
    }

    private static String sign(String secret, String timestamp, String body) {
        return HexFormat.of()
                .formatHex(Seal.hmacSha256(secret.getBytes(StandardCharsets.UTF_8), timestamp + "." + body));
    }

    private Answer send(String account, String body) {
        return send(account, body, key, now(), sign(secret, now(), body));
    }

    private Answer send(String account, String body, String key, String timestamp, String signature) {
        return call("/api/channel/" + account + "/messages", body.getBytes(StandardCharsets.UTF_8), key, timestamp, signature);
    }

    private Answer upload(byte[] content) {
        byte[] head = (now() + ".").getBytes(StandardCharsets.UTF_8);
        byte[] text = new byte[head.length + content.length];
        System.arraycopy(head, 0, text, 0, head.length);
        System.arraycopy(content, 0, text, head.length, content.length);
        String signature = HexFormat.of().formatHex(Seal.hmacSha256(secret.getBytes(StandardCharsets.UTF_8), text));
        return call("/api/channel/mini/uploads?name=dot.png", content, key, now(), signature);
    }

    private static byte[] picture() {
        return java.util.Base64.getDecoder()
                .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    }

    private Answer call(String path, byte[] body, String key, String timestamp, String signature) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .header("X-Huixiang-Key", key)
                .header("X-Huixiang-Timestamp", timestamp)
                .header("X-Huixiang-Signature", signature)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JsonMapper.shared().readTree(answer.body()));
        } catch (IOException | InterruptedException cause) {
            throw new IllegalStateException(cause);
        }
    }
}

package com.huixiang.store;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.conversation.ConversationProblem;
import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.staff.Role;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import com.huixiang.staff.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** E-01, S-03: the store behind the channel port, over real HTTP. */
@HuixiangTest
class StoreTerminalTests {

    @Autowired
    StaffFixtures people;

    @Autowired
    Staff staff;

    @Autowired
    Customers customers;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    Store nanjing;
    StaffBrowser specialist;
    StaffBrowser neighbour;

    record Answer(int status, JsonNode body) {}

    @BeforeEach
    void twoStores() {
        nanjing = staff.openStore("NJ", "南京西路店", "南京西路 1 号", "021-1");
        Store xuhui = staff.openStore("XH", "徐汇店", "漕溪北路 2 号", "021-2");
        specialist = worksIn(nanjing, "周敏");
        neighbour = worksIn(xuhui, "吴杰");
    }

    private StaffBrowser worksIn(Store store, String name) {
        StaffMember member = people.hire(name, Role.STORE_SPECIALIST);
        staff.post(member.id(), store.id());
        return new StaffBrowser(port).signIn(member.login(), PASSWORD);
    }

    @Test
    void aSpecialistRegistersReceivesAndFinishesAWalkIn() {
        CustomerId lin = customers.recognise(Identity.member("M1001"), CustomerFacts.from("web").named("林晓"));
        sql.sql("insert into conversation.category values ('0190aaaa-0000-7000-8000-00000000000a', null, '到店', 1)").update();

        JsonNode visit = specialist.post("/api/store/walk-ins", """
                {"store":"%s","memberCode":"M1001","issue":"return","text":"想退一个靠垫"}""".formatted(nanjing.id())).body();
        assertThat(visit.path("customer").path("id").asString()).isEqualTo(lin.toString());
        assertThat(visit.path("channel").path("kind").asString()).isEqualTo("store");
        JsonNode floor = specialist.get("/api/store/" + nanjing.id() + "/queue").body();
        assertThat(floor.path("waiting").size()).isEqualTo(1);
        assertThat(floor.path("waiting").get(0).path("lastPreview").asString()).isEqualTo("想退一个靠垫");
        assertThat(floor.path("waiting").get(0).path("issue").asString()).isEqualTo("return");

        String id = visit.path("id").asString();
        JsonNode received = specialist.put("/api/store/walk-ins/" + id + "/reception", "{}").body();
        assertThat(received.path("state").asString()).isEqualTo("held");
        assertThat(received.path("firstReplyAt").isNull()).isFalse();
        JsonNode closed = specialist.put("/api/conversations/" + id + "/closure", """
                {"categoryId":"0190aaaa-0000-7000-8000-00000000000a","summary":"已退"}""").body();
        assertThat(closed.path("state").asString()).isEqualTo("closed");

        JsonNode timeline = specialist.get("/api/customers/" + lin + "/conversations").body().path("items");
        assertThat(timeline.get(0).path("channel").path("name").asString()).isEqualTo("南京西路店");
    }

    @Test
    void aStoreInWhichSomebodyStillWaitsIsNotClosed() {
        String id = specialist.post("/api/store/walk-ins", """
                {"store":"%s","name":"王先生","issue":"order"}""".formatted(nanjing.id())).body().path("id").asString();
        specialist.put("/api/store/walk-ins/" + id + "/reception", "{}");
        sql.sql("delete from staff.store_member where store_id = ?").param(nanjing.id().value()).update();
        StaffBrowser admin = new StaffBrowser(port).signIn(people.hire("管理员", Role.ADMIN).login(), PASSWORD);

        assertThat(admin.delete("/api/settings/stores/" + nanjing.id()).code()).isEqualTo("staff.store-in-use");
    }

    @Test
    void whatAStoreCannotCarryIsRefusedBeforeItIsWritten() {
        String id = specialist.post("/api/store/walk-ins", """
                {"store":"%s","name":"王先生","issue":"order"}""".formatted(nanjing.id())).body().path("id").asString();
        specialist.put("/api/store/walk-ins/" + id + "/reception", "{}");
        String messages = "/api/conversations/" + id + "/messages";

        StaffBrowser.Answer refused = specialist.post(messages, """
                {"clientId":"%s","kind":"card","body":{"type":"product","title":"靠垫"}}""".formatted(java.util.UUID.randomUUID()));

        assertThat(refused.code()).isEqualTo("channel.not-carried");
        assertThat(refused.body().toString()).contains("商品卡片");
        assertThat(specialist.post(messages, """
                {"clientId":"%s","kind":"text","body":{"text":"这边请"}}""".formatted(java.util.UUID.randomUUID())).status())
                .isEqualTo(200);
    }

    @Test
    void onlyTheStoresOwnPeopleSeeRegisterAndReceive() {
        String id = specialist.post("/api/store/walk-ins", """
                {"store":"%s","name":"王先生","issue":"order"}""".formatted(nanjing.id())).body().path("id").asString();

        assertThat(neighbour.get("/api/store/" + nanjing.id() + "/queue").code()).isEqualTo("store.not-yours");
        assertThat(neighbour.put("/api/store/walk-ins/" + id + "/reception", "{}").code()).isEqualTo("store.not-yours");
        assertThat(neighbour.post("/api/store/walk-ins", "{\"store\":\"%s\",\"name\":\"x\"}".formatted(nanjing.id())).code())
                .isEqualTo("store.not-yours");
        assertThat(neighbour.post("/api/store/" + nanjing.id() + "/terminal", "{}").code()).isEqualTo("store.not-yours");
        assertThat(neighbour.get("/api/conversations/" + id).code()).isEqualTo(ConversationProblem.notYours().code());
    }

    @Test
    void whoeverSaysNothingOfHimselfIsAskedWhoHeIs() {
        var refused = specialist.post("/api/store/walk-ins", "{\"store\":\"%s\",\"issue\":\"order\"}".formatted(nanjing.id()));

        assertThat(refused.code()).isEqualTo("store.who-is-it");
    }

    @Test
    void theCustomerRegistersHimselfAtTheDoor() {
        String token = specialist.post("/api/store/" + nanjing.id() + "/terminal", "{}").body().path("token").asString();

        assertThat(terminal("GET", "", token, null).body().path("store").asString()).isEqualTo("南京西路店");
        JsonNode first = terminal("POST", "/walk-ins", token, "{\"name\":\"王先生\",\"issue\":\"order\"}").body();
        JsonNode second = terminal("POST", "/walk-ins", token, "{\"phone\":\"138 0013 8000\"}").body();

        assertThat(first.path("ahead").asInt()).isZero();
        assertThat(second.path("ahead").asInt()).isEqualTo(1);
        assertThat(specialist.get("/api/store/" + nanjing.id() + "/queue").body().path("waiting").size()).isEqualTo(2);
    }

    @Test
    void aForgedTerminalOrOneFromBeforeTheNewSecretIsRefused() {
        String token = specialist.post("/api/store/" + nanjing.id() + "/terminal", "{}").body().path("token").asString();
        StaffBrowser admin = new StaffBrowser(port).signIn(people.hire("赵磊", Role.ADMIN).login(), PASSWORD);
        String account = sql.sql("select id from channel.account where kind = 'STORE'").query(String.class).single();

        assertThat(terminal("GET", "", token + "0", null).status()).isEqualTo(401);
        assertThat(terminal("GET", "", "", null).status()).isEqualTo(401);
        admin.post("/api/settings/channels/" + account + "/secret", "{}");
        assertThat(terminal("GET", "", token, null).status()).isEqualTo(401);
    }

    private Answer terminal(String method, String path, String token, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/store/terminal" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JsonMapper.shared().readTree(answer.body()));
        } catch (IOException | InterruptedException cause) {
            throw new IllegalStateException(cause);
        }
    }
}

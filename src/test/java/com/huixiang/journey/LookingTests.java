package com.huixiang.journey;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.LiveLine;
import com.huixiang.SettableClock;
import com.huixiang.StaffBrowser;
import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** E-03: the agent sees what the customer looks at while they talk. */
@HuixiangTest
class LookingTests {

    private static final String BROWSER = "b2f0e1aa-0000-4000-8000-000000000001";

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    StaffFixtures people;

    @Autowired
    SettableClock clock;

    @LocalServerPort
    int port;

    EventDoor door;
    StaffMember wang;
    StaffBrowser agent;
    LiveLine desk;
    LiveLine chat;

    @BeforeEach
    void aCustomerWhoLookedAroundWrites() {
        accounts.open(new ChannelAccount("shop", "青禾家居商城", "您好", List.of()));
        door = new EventDoor(port, clock);
        wang = people.hire("王芳", Role.AGENT);
        agent = new StaffBrowser(port).signIn(wang.login(), PASSWORD);
        desk = LiveLine.of(agent, port).says("{\"type\":\"hello\"}");
        desk.hears("welcome");
        chat = LiveLine.ofVisitor(port);
    }

    @AfterEach
    void everybodyGoesHome() {
        desk.close();
        chat.close();
    }

    @Test
    void whoeverHasTheConversationOpenSeesWhatTheCustomerLooksAt() {
        JsonNode session = enter(null);
        String conversation = write(session);
        open(conversation);
        view("m-1", "QH-1", "羊毛地毯");

        JsonNode frame = desk.hears("looking");
        assertThat(frame.path("customer").asString()).isEqualTo(session.path("customer").path("id").asString());
        assertThat(frame.path("now").path("product").path("name").asString()).isEqualTo("羊毛地毯");

        desk.says("{\"type\":\"unsubscribe\",\"conversation\":\"" + conversation + "\"}");
        desk.says("{\"type\":\"ping\"}").hears("pong");
        view("m-2", "QH-2", "茶几");
        assertThat(desk.heard().stream().filter(each -> each.path("type").asString().equals("looking"))).hasSize(1);
    }

    @Test
    void whatWasLookedAtBeforeTheFirstWordIsHisTooAndGoesOnBeingHis() {
        view("m-1", "QH-1", "羊毛地毯");
        JsonNode session = enter(null);
        String customer = session.path("customer").path("id").asString();
        open(write(session));
        view("m-2", "QH-2", "茶几");

        desk.hears("looking", frame -> frame.path("now").path("product").path("sku").asString().equals("QH-2"));
        assertThat(agent.get("/api/customers/" + customer + "/journey").body().path("items")).hasSize(2);
    }

    @Test
    void whoeverDidNothingForAWhileLooksAtNothing() {
        JsonNode session = enter(null);
        write(session);
        view("m-1", "QH-1", "羊毛地毯");
        String now = "/api/customers/" + session.path("customer").path("id").asString() + "/now";
        assertThat(agent.get(now).body().path("product").path("sku").asString()).isEqualTo("QH-1");

        clock.advance(Duration.ofMinutes(6));
        assertThat(agent.get(now).body().isObject()).isFalse();
    }

    /** An id that was copied from somebody's browser must not open his file. */
    @Test
    void aCopiedBrowserIdLeadsNowhere() {
        JsonNode his = enter(null);
        write(his);
        JsonNode thief = enter(null);

        assertThat(thief.path("customer").path("id").asString()).isNotEqualTo(his.path("customer").path("id").asString());
        assertThat(thief.path("conversation").isObject()).isFalse();
        view("m-1", "QH-1", "羊毛地毯");
        assertThat(agent.get("/api/customers/" + his.path("customer").path("id").asString() + "/journey").body().path("items"))
                .hasSize(1);
    }

    private JsonNode enter(String token) {
        return new StaffBrowser(port)
                .post("/api/visitor/session", "{\"site\":\"shop\",\"anonymousId\":\"" + BROWSER + "\"}")
                .body();
    }

    private String write(JsonNode session) {
        chat.says("{\"type\":\"hello\",\"token\":\"" + session.path("token").asString() + "\"}").hears("welcome");
        return chat.says("{\"type\":\"post\",\"clientId\":\"%s\",\"kind\":\"text\",\"body\":{\"text\":\"在吗\"}}"
                        .formatted(UUID.randomUUID()))
                .hears("ack")
                .path("conversation")
                .asString();
    }

    private void open(String conversation) {
        agent.put("/api/conversations/" + conversation + "/assignment", "{\"agentId\":\"" + wang.id() + "\"}");
        desk.says("{\"type\":\"subscribe\",\"conversation\":\"" + conversation + "\",\"after\":0}").hears("messages");
    }

    private void view(String id, String sku, String name) {
        door.fromPage("shop", """
                {"type":"track","messageId":"%s","anonymousId":"%s","event":"Product Viewed",
                 "properties":{"sku":"%s","name":"%s","price":"599.00"},"timestamp":"%s"}"""
                .formatted(id, BROWSER, sku, name, clock.instant()));
    }
}

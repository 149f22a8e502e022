package com.huixiang.staff.web;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.staff.Role;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@HuixiangTest
class FloorTests {

    @Autowired
    StaffFixtures people;

    @Autowired
    Staff staff;

    @LocalServerPort
    int port;

    StaffMember wang;
    StaffBrowser browser;

    @BeforeEach
    void wangSignsIn() {
        wang = people.hire("王芳", Role.STORE_SPECIALIST);
        browser = new StaffBrowser(port).signIn(wang.login(), PASSWORD);
    }

    @Test
    void anAgentTakesABreakForAReason() {
        JsonNode reasons = browser.get("/api/staff/break-reasons").body();
        assertThat(reasons.get(0).asString()).isEqualTo("用餐");

        var refused = browser.put("/api/staff/me/presence", "{\"state\":\"break\"}");
        var taken = browser.put("/api/staff/me/presence", "{\"state\":\"break\",\"reason\":\"用餐\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("staff.break-needs-reason");
        assertThat(taken.body().path("state").asString()).isEqualTo("break");
        assertThat(taken.body().path("reason").asString()).isEqualTo("用餐");
        assertThat(taken.body().path("since").asString()).endsWith("Z");
    }

    @Test
    void aStateNobodyKnowsIsRefused() {
        assertThat(browser.put("/api/staff/me/presence", "{\"state\":\"asleep\"}").code())
                .isEqualTo("request.invalid");
    }

    @Test
    void colleaguesAreListedWithGroupsPresenceAndLoad() {
        var group = people.group("门店组");
        staff.qualify(wang.id(), group.id(), 3);

        JsonNode me = null;
        for (JsonNode member : browser.get("/api/staff/members").body()) {
            if (member.path("id").asString().equals(wang.id().toString())) {
                me = member;
            }
        }

        assertThat(me).isNotNull();
        assertThat(me.path("role").asString()).isEqualTo("store-specialist");
        assertThat(me.path("presence").path("state").asString()).isEqualTo("online");
        assertThat(me.path("load").asInt()).isZero();
        assertThat(me.path("capacity").asInt()).isEqualTo(5);
        assertThat(me.path("groups").get(0).path("name").asString()).isEqualTo("门店组");
        assertThat(me.has("login")).isFalse();
        JsonNode shown = browser.get("/api/staff/groups").body().get(0);
        assertThat(shown.path("id").asString()).isEqualTo(group.id().toString());
        assertThat(shown.path("overflowId").isNull()).isTrue();
    }

    @Test
    void anAgentKeepsHisOwnScripts() {
        var written = browser.post("/api/scripts", """
                {"folder": "常用", "title": "晚安", "content": "晚安,{customer}!"}""");
        String address = "/api/scripts/" + written.body().path("id").asString();

        assertThat(written.status()).isEqualTo(201);
        assertThat(written.body().path("shared").asBoolean()).isFalse();
        assertThat(browser.get("/api/scripts").body().get(0)).isEqualTo(written.body());

        var changed = browser.put(address, """
                {"folder": "常用", "title": "早安", "content": "早上好"}""");
        assertThat(changed.body().path("initials").asString()).isEqualTo("zazsh");

        assertThat(browser.delete(address).status()).isEqualTo(204);
        assertThat(browser.delete(address).code()).isEqualTo("staff.script-not-found");
        assertThat(browser.delete("/api/scripts/not-an-id").code()).isEqualTo("request.invalid");
    }
}

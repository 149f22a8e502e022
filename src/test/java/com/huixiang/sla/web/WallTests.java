package com.huixiang.sla.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.LiveLine;
import com.huixiang.StaffBrowser;
import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.staff.PresenceState;
import com.huixiang.staff.Presences;
import com.huixiang.staff.Role;
import com.huixiang.staff.SkillGroup;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The supervisor's wall, as it comes over HTTP and live. */
@HuixiangTest
class WallTests {

    @Autowired
    StaffFixtures people;

    @Autowired
    Staff staff;

    @Autowired
    Presences presences;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    @Test
    void theWallShowsTheFloorAsItStands() {
        SkillGroup group = people.group("售前组");
        StaffMember wang = people.hire("王芳", Role.AGENT);
        staff.qualify(wang.id(), group.id(), 3);
        presences.set(wang.id(), PresenceState.BREAK, "用餐");
        StaffBrowser lead = browserOf(people.hire("赵磊", Role.SUPERVISOR));
        askForHuman("在吗,转人工");

        try (LiveLine line = LiveLine.of(lead, port)) {
            line.says("{\"type\":\"hello\"}").hears("welcome");
            line.says("{\"type\":\"watch-wall\"}");
            JsonNode wall = line.hears("wall", frame -> frame.path("wall").path("tiles").path("queued").asInt() == 1)
                    .path("wall");

            assertThat(wall.path("tiles").path("longestWaitSeconds").isNumber()).isTrue();
            assertThat(wall.path("tiles").path("spark").path("wait").size()).isEqualTo(24);
            assertThat(wall.path("tiles").path("botShare").isNull()).isTrue();
            assertThat(wall.path("agents").findValuesAsString("name")).contains(wang.nickname());
            assertThat(wall.path("agents").get(0).path("state").asString()).isEqualTo("break");
            assertThat(wall.path("groups").get(0).path("name").asString()).isEqualTo("售前组");
            assertThat(wall.path("heat").get(0).path("hours").size()).isEqualTo(24);
            assertThat(lead.get("/api/wall").body().path("tiles").path("queued").asInt()).isEqualTo(1);
            line.says("{\"type\":\"unwatch-wall\"}");
        }
    }

    @Test
    void theWallKnowsWhatIsPromisedToday() {
        StaffBrowser lead = browserOf(people.hire("赵磊", Role.SUPERVISOR));
        assertThat(lead.get("/api/wall").body().path("promised").toString())
                .isEqualTo("{\"answerSeconds\":120,\"warnShare\":0.6,\"averageWaitSeconds\":30}");

        String changed = lead.get("/api/settings/standards").body().path("current").toString()
                .replaceFirst("\"seconds\":120,\"warnShare\":0.6", "\"seconds\":90,\"warnShare\":0.5")
                .replace("\"averageWaitSeconds\":30", "\"averageWaitSeconds\":45");
        lead.put("/api/settings/standards", changed);

        assertThat(lead.get("/api/wall").body().path("promised").toString())
                .isEqualTo("{\"answerSeconds\":90,\"warnShare\":0.5,\"averageWaitSeconds\":45}");
    }

    @Test
    void aLeadOfOneGroupSeesOnlyItsPartAndAnAgentNone() {
        SkillGroup mine = people.group("售前组");
        SkillGroup other = people.group("售后组");
        StaffMember agent = people.hire("李雷", Role.AGENT);

        assertThat(browserOf(agent).get("/api/wall").code()).isEqualTo("staff.not-allowed");

        StaffMember leader = people.hire("韩梅", leadOfGroups());
        staff.qualify(leader.id(), mine.id(), 3);
        JsonNode wall = browserOf(leader).get("/api/wall").body();
        assertThat(wall.path("groups").findValuesAsString("name")).containsExactly("售前组");
        assertThat(browserOf(leader).get("/api/wall?group=" + other.id()).code()).isEqualTo("staff.not-allowed");
    }

    @Test
    void standardsAreReadAndChangedByWhoMayAndKeepTheirVersions() {
        StaffBrowser lead = browserOf(people.hire("赵磊", Role.SUPERVISOR));
        JsonNode book = lead.get("/api/settings/standards").body();
        assertThat(book.path("current").path("items").findValuesAsString("rule"))
                .contains("S-01", "S-02", "S-03", "T-04", "T-05");

        String changed = book.path("current").toString().replaceFirst("\"seconds\":120", "\"seconds\":90");
        JsonNode after = lead.put("/api/settings/standards", changed).body();

        assertThat(after.path("current").path("version").asInt()).isEqualTo(2);
        assertThat(after.path("current").path("items").get(0).path("seconds").asInt()).isEqualTo(90);
        assertThat(after.path("versions").size()).isEqualTo(2);
        assertThat(lead.get("/api/settings/standards/versions/1").body().path("items")).isEqualTo(book.path("current").path("items"));
        assertThat(lead.get("/api/settings/standards/versions/2").body().path("items")).isEqualTo(after.path("current").path("items"));
        assertThat(lead.get("/api/settings/standards/versions/9").code()).isEqualTo("sla.version-not-found");
        assertThat(lead.put("/api/settings/standards", changed.replace("\"warnShare\":0.6", "\"warnShare\":0.05")).code())
                .isEqualTo("sla.bad-standards");
        assertThat(browserOf(people.hire("王芳", Role.AGENT)).get("/api/settings/standards").code())
                .isEqualTo("staff.not-allowed");
    }

    private void askForHuman(String words) {
        accounts.open(new ChannelAccount("docs", "青禾家居", "您好", List.of()));
        String token = new StaffBrowser(port)
                .post("/api/visitor/session", "{\"site\":\"docs\"}")
                .body()
                .path("token")
                .asString();
        try (LiveLine customer = LiveLine.ofVisitor(port)) {
            customer.says("{\"type\":\"hello\",\"token\":\"" + token + "\"}").hears("welcome");
            customer.says("{\"type\":\"post\",\"clientId\":\"%s\",\"kind\":\"text\",\"body\":{\"text\":\"%s\"}}"
                            .formatted(UUID.randomUUID(), words))
                    .hears("ack");
            customer.hears(
                    "conversation", frame -> frame.path("conversation").path("state").asString().equals("queued"));
        }
    }

    private Role leadOfGroups() {
        sql.sql("""
                insert into staff.role (code, name, permissions, built_in)
                values ('group-lead', '组长', array['serve', 'lead-group'], false)""")
                .update();
        return new Role("group-lead");
    }

    private StaffBrowser browserOf(StaffMember member) {
        return new StaffBrowser(port).signIn(member.login(), StaffFixtures.PASSWORD);
    }
}

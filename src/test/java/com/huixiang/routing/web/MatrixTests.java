package com.huixiang.routing.web;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.staff.Role;
import com.huixiang.staff.SkillGroup;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** T-03: the matrix is edited by people, who may ask first what it would do. */
@HuixiangTest
class MatrixTests {

    @Autowired
    StaffFixtures people;

    @Autowired
    Staff staff;

    @LocalServerPort
    int port;

    StaffBrowser lead;
    SkillGroup presales;
    SkillGroup complaints;

    @BeforeEach
    void twoGroups() {
        lead = new StaffBrowser(port).signIn(people.hire("赵主管", Role.SUPERVISOR).login(), PASSWORD);
        presales = people.group("售前组");
        complaints = people.group("投诉组");
    }

    @Test
    void theMatrixIsKeptAsAWholeAndTheChangeIsOnTheTrail() {
        JsonNode kept = keep(row("complaint", complaints, 4)).body();

        assertThat(kept.at("/rows/0/issue").asString()).isEqualTo("complaint");
        assertThat(kept.at("/rows/0/id").asString()).isNotEmpty();
        assertThat(kept.at("/standard/overflowSecs").asInt()).isEqualTo(45);
        JsonNode entry = lead.get("/api/audit?verb=routing.matrix").body().at("/items/0");
        assertThat(entry.at("/before/standard/overflowSecs").asInt()).isEqualTo(90);
        assertThat(entry.at("/after/rows/0/minLevel").asInt()).isEqualTo(4);
    }

    @Test
    void twoLinesForTheSameCaseAreRefused() {
        assertThat(keep(row("complaint", complaints, 4) + "," + row("complaint", presales, 1)).code())
                .isEqualTo("routing.same-cell-twice");
        assertThat(keep(row("weather", complaints, 4)).code()).isEqualTo("routing.unknown-issue");
        assertThat(keep(row("complaint", complaints, 9)).status()).isEqualTo(400);
    }

    @Test
    void whoWouldGetThisIsAnsweredByTheRulesThemselvesWithTheReason() {
        StaffMember wang = serving("王芳", 5);
        StaffMember chen = serving("陈晨", 2);
        keep(row("complaint", complaints, 4));
        new StaffBrowser(port).signIn(wang.login(), PASSWORD);
        new StaffBrowser(port).signIn(chen.login(), PASSWORD);

        JsonNode outcome = ask("complaint");

        assertThat(outcome.at("/group/name").asString()).isEqualTo("投诉组");
        assertThat(outcome.at("/row/minLevel").asInt()).isEqualTo(4);
        assertThat(outcome.at("/why/zh").asString()).contains("投诉 ·").contains("→ 投诉组");
        assertThat(outcome.at("/agents/0/id").asString()).isEqualTo(wang.id().toString());
        assertThat(outcome.at("/agents/0/next").asBoolean()).isTrue();
        assertThat(outcome.at("/agents/1/why/en").asString()).isEqualTo("Level 2 is below the wanted 4; waiting relaxes that");
    }

    @Test
    void whereNoLineFitsTheFirstGroupAnswers() {
        JsonNode outcome = ask("invoice");

        assertThat(outcome.at("/group/name").asString()).isEqualTo("售前组");
        assertThat(outcome.path("row").isNull()).isTrue();
        assertThat(outcome.path("agents")).isEmpty();
    }

    @Test
    void aGroupTheMatrixSendsCustomersToIsNotClosed() {
        keep(row("complaint", complaints, 1));
        StaffBrowser admin = new StaffBrowser(port).signIn(people.hire("管理员", Role.ADMIN).login(), PASSWORD);

        assertThat(admin.delete("/api/settings/groups/" + complaints.id()).code()).isEqualTo("staff.group-in-use");
    }

    private StaffMember serving(String name, int level) {
        StaffMember member = people.hire(name, Role.AGENT);
        staff.qualify(member.id(), complaints.id(), level);
        return member;
    }

    private JsonNode ask(String issue) {
        return lead.post("/api/settings/matrix/try-out", """
                {"issue":"%s","urgency":"normal","value":"ordinary"}""".formatted(issue)).body();
    }

    private StaffBrowser.Answer keep(String rows) {
        return lead.put("/api/settings/matrix", """
                {"rows":[%s],"standard":{"dedicatedWaitSecs":30,"relaxLevelSecs":30,"overflowSecs":45,"silenceSecs":180}}"""
                .formatted(rows));
    }

    private static String row(String issue, SkillGroup group, int level) {
        return """
                {"issue":"%s","urgency":null,"value":null,"groupId":"%s","minLevel":%d}""".formatted(issue, group.id(), level);
    }
}

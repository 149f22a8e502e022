package com.huixiang.staff.web;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.StaffBrowser.Answer;
import com.huixiang.staff.Role;
import com.huixiang.staff.SkillGroup;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import com.huixiang.staff.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The settings of members, roles, groups and stores. */
@HuixiangTest
class RosterTests {

    @Autowired
    StaffFixtures people;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    StaffMember owner;
    StaffBrowser admin;

    @BeforeEach
    void theOwnerIsThere() {
        owner = people.hire("张总", Role.ADMIN);
        admin = new StaffBrowser(port).signIn(owner.login(), PASSWORD);
    }

    @Test
    void somebodyNewIsHiredForAGroupAndAStoreAndSignsIn() {
        SkillGroup group = people.group("售后组");
        Store store = staff.openStore("SH01", "徐汇店", "上海", "021-1");

        JsonNode hired = admin.post("/api/settings/members", """
                {"login":"chenhao","name":"陈浩","nickname":"阿浩","role":"agent","capacity":6,"password":"grey-heron-7",
                 "groups":[{"id":"%s","level":4}],"stores":[{"id":"%s"}]}""".formatted(group.id(), store.id())).body();

        assertThat(hired.at("/groups/0/name").asString()).isEqualTo("售后组");
        assertThat(hired.at("/groups/0/level").asInt()).isEqualTo(4);
        assertThat(hired.at("/stores/0/name").asString()).isEqualTo("徐汇店");
        JsonNode me = new StaffBrowser(port).signIn("chenhao", "grey-heron-7").get("/api/session").body();
        assertThat(me.path("permissions").toString()).isEqualTo("[\"serve\",\"reveal\"]");
        assertThat(me.at("/stores/0/id").asString()).isEqualTo(store.id().toString());
        assertThat(member("chenhao").path("lastSignInAt").isNull()).isFalse();
    }

    @Test
    void everyChangeIsOnTheTrailWithBeforeAndAfterAndNeverAPassword() {
        StaffMember wang = people.hire("王芳", Role.AGENT);

        change(wang, "王小芳", "trainer");

        JsonNode entry = admin.get("/api/audit?verb=staff.member").body().at("/items/0");
        assertThat(entry.path("verb").asString()).isEqualTo("staff.member.changed");
        assertThat(entry.at("/by/name").asString()).isEqualTo("张总");
        assertThat(entry.at("/before/role").asString()).isEqualTo("agent");
        assertThat(entry.at("/after/role").asString()).isEqualTo("trainer");
        assertThat(entry.at("/after/name").asString()).isEqualTo("王小芳");
        assertThat(entry.toString()).doesNotContain("bcrypt").doesNotContain(PASSWORD);
    }

    @Test
    void theAdministratorCannotLockHimselfOut() {
        assertThat(change(owner, "张总", "agent").code()).isEqualTo("staff.own-role");
        assertThat(activity(owner, false).code()).isEqualTo("staff.own-account");
    }

    @Test
    void somebodyWhoMayKeepTheStaffAlwaysRemains() {
        sql.sql("update staff.member set active = false where role = 'admin' and id <> ?").param(owner.id().value()).update();
        admin.post("/api/settings/roles", """
                {"code":"clerk","name":"人事","permissions":["staff","serve","reveal","lead-group","lead-all","teach","standards",
                 "channels","contacts","merge","audit","export","import"]}""");
        StaffMember clerk = people.hire("李人事", new Role("clerk"));
        StaffBrowser clerks = new StaffBrowser(port).signIn(clerk.login(), PASSWORD);

        assertThat(clerks.put("/api/settings/members/" + owner.id() + "/activity", "{\"active\":false}").status())
                .isEqualTo(200);
        Answer last = clerks.put("/api/settings/roles/clerk", "{\"name\":\"人事\",\"permissions\":[\"serve\"]}");

        assertThat(last.code()).isEqualTo("staff.own-role");
        assertThat(admin.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void nobodyGivesMoreThanHeHas() {
        admin.post("/api/settings/roles", "{\"code\":\"clerk\",\"name\":\"人事\",\"permissions\":[\"staff\",\"serve\",\"reveal\"]}");
        StaffBrowser clerk =
                new StaffBrowser(port).signIn(people.hire("李人事", new Role("clerk")).login(), PASSWORD);
        StaffMember wang = people.hire("王芳", Role.AGENT);

        assertThat(clerk.post("/api/settings/roles", "{\"name\":\"神\",\"permissions\":[\"audit\"]}").code())
                .isEqualTo("staff.more-than-yours");
        assertThat(clerk.post("/api/settings/members/" + owner.id() + "/password", "{\"password\":\"grey-heron-7\"}")
                        .code())
                .isEqualTo("staff.more-than-yours");
        assertThat(clerk.put("/api/settings/members/" + wang.id(), member(wang, "王芳", "admin")).code())
                .isEqualTo("staff.more-than-yours");
        assertThat(clerk.put("/api/settings/members/" + wang.id(), member(wang, "王芳芳", "agent")).status())
                .isEqualTo(200);
    }

    @Test
    void whatIsTakenIsRefused() {
        StaffMember wang = people.hire("王芳", Role.AGENT);
        people.group("售后组");
        staff.openStore("SH01", "徐汇店", "", "");

        assertThat(admin.post("/api/settings/members", """
                {"login":"%s","name":"别人","role":"agent","capacity":5,"password":"grey-heron-7"}"""
                .formatted(wang.login().toUpperCase())).code()).isEqualTo("staff.login-taken");
        assertThat(admin.post("/api/settings/groups", "{\"name\":\" 售后组 \"}").code()).isEqualTo("staff.group-taken");
        assertThat(admin.post("/api/settings/stores", "{\"code\":\"sh01\",\"name\":\"又一家\"}").code())
                .isEqualTo("staff.store-taken");
        assertThat(admin.post("/api/settings/roles", "{\"code\":\"agent\",\"name\":\"坐席\",\"permissions\":[]}").code())
                .isEqualTo("staff.role-taken");
        assertThat(admin.post("/api/settings/roles", "{\"code\":\"Chef!\",\"name\":\"大厨\",\"permissions\":[]}").code())
                .isEqualTo("staff.role-code-invalid");
    }

    @Test
    void whatIsInUseStays() {
        SkillGroup group = people.group("售后组");
        SkillGroup other = staff.form("投诉组", group.id());
        StaffMember wang = people.hire("王芳", Role.AGENT);
        staff.qualify(wang.id(), other.id(), 3);
        Store store = staff.openStore("SH01", "徐汇店", "", "");
        staff.post(wang.id(), store.id());

        assertThat(admin.delete("/api/settings/groups/" + group.id()).code()).isEqualTo("staff.group-in-use");
        assertThat(admin.delete("/api/settings/groups/" + other.id()).code()).isEqualTo("staff.group-in-use");
        assertThat(admin.delete("/api/settings/stores/" + store.id()).code()).isEqualTo("staff.store-in-use");
        assertThat(admin.delete("/api/settings/roles/agent").code()).isEqualTo("staff.role-built-in");
        SkillGroup unused = people.group("临时组");
        assertThat(admin.delete("/api/settings/groups/" + unused.id()).status()).isEqualTo(204);
    }

    @Test
    void theAdministratorsRoleAllowsEverythingForEver() {
        assertThat(admin.put("/api/settings/roles/admin", "{\"name\":\"管理员\",\"permissions\":[\"staff\"]}").code())
                .isEqualTo("staff.administrator-role-fixed");
    }

    @Test
    void membersAreFoundByNameRoleGroupAndWhetherTheyAreStillHere() {
        SkillGroup group = people.group("售后组");
        StaffMember wang = people.hire("王芳", Role.AGENT);
        staff.qualify(wang.id(), group.id(), 3);
        StaffMember gone = people.hire("王离开", Role.TRAINER);
        activity(gone, false);

        assertThat(found("q=%E7%8E%8B")).isEqualTo(2);
        assertThat(found("q=%E7%8E%8B&active=true")).isEqualTo(1);
        assertThat(found("group=" + group.id())).isEqualTo(1);
        assertThat(found("role=trainer")).isEqualTo(1);
    }

    @Test
    void aForgottenPasswordIsReplacedAndALockOutLifted() {
        StaffMember wang = people.hire("王芳", Role.AGENT);
        StaffBrowser browser = new StaffBrowser(port);
        for (int wrong = 0; wrong < 5; wrong++) {
            browser.tryToSignIn(wang.login(), "not-the-password");
        }
        assertThat(browser.tryToSignIn(wang.login(), PASSWORD).code()).isEqualTo("staff.locked-out");

        admin.delete("/api/settings/members/" + wang.id() + "/lock-out");
        assertThat(browser.tryToSignIn(wang.login(), PASSWORD).status()).isEqualTo(200);

        admin.post("/api/settings/members/" + wang.id() + "/password", "{\"password\":\"grey-heron-7\"}");
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
        assertThat(browser.tryToSignIn(wang.login(), "grey-heron-7").status()).isEqualTo(200);
    }

    private JsonNode member(String words) {
        return admin.get("/api/settings/members?q=" + words).body().at("/items/0");
    }

    private int found(String filter) {
        return admin.get("/api/settings/members?" + filter).body().path("items").size();
    }

    private Answer change(StaffMember member, String name, String role) {
        return admin.put("/api/settings/members/" + member.id(), member(member, name, role));
    }

    private Answer activity(StaffMember member, boolean active) {
        return admin.put("/api/settings/members/" + member.id() + "/activity", "{\"active\":" + active + "}");
    }

    private static String member(StaffMember member, String name, String role) {
        return """
                {"login":"%s","name":"%s","nickname":"%s","role":"%s","capacity":5}"""
                .formatted(member.login(), name, name, role);
    }
}

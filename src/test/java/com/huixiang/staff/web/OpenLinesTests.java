package com.huixiang.staff.web;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.LiveLine;
import com.huixiang.StaffBrowser;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An open line lasts no longer than the right to it. */
@HuixiangTest
class OpenLinesTests {

    @Autowired
    StaffFixtures people;

    @Autowired
    DoorWatch watch;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    StaffMember wang;
    StaffBrowser browser;
    LiveLine line;
    StaffBrowser admin;

    @BeforeEach
    void wangIsConnected() {
        wang = people.hire("王芳", Role.AGENT);
        browser = new StaffBrowser(port).signIn(wang.login(), PASSWORD);
        line = LiveLine.of(browser, port).says("{\"type\":\"hello\"}");
        line.hears("welcome");
        admin = new StaffBrowser(port).signIn(people.hire("管理员", Role.ADMIN).login(), PASSWORD);
    }

    @Test
    void itEndsWithTheSignOutAndOtherBrowsersOfTheMemberStay() {
        StaffBrowser telephone = new StaffBrowser(port).signIn(wang.login(), PASSWORD);
        LiveLine other = LiveLine.of(telephone, port).says("{\"type\":\"hello\"}");
        other.hears("welcome");

        browser.delete("/api/session");

        assertThat(line.ends()).isTrue();
        other.says("{\"type\":\"ping\"}").hears("pong");
    }

    @Test
    void itEndsWhenTheMemberIsDeactivatedAndHeIsSignedOutEverywhere() {
        assertThat(admin.put("/api/settings/members/" + wang.id() + "/activity", "{\"active\": false}").status())
                .isEqualTo(200);

        assertThat(line.ends()).isTrue();
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
        assertThat(sql.sql("select count(*) from spring_session where principal_name = ?")
                        .param(wang.id().toString())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void itEndsWhenHisRoleChangesAndComesBackWithTheNewOne() {
        admin.put("/api/settings/members/" + wang.id(), """
                {"login":"%s","name":"王芳","nickname":"小芳","role":"supervisor","capacity":5}""".formatted(wang.login()));

        assertThat(line.ends()).isTrue();
        LiveLine again = LiveLine.of(browser, port).says("{\"type\":\"hello\"}");
        assertThat(again.hears("welcome").at("/me/role").asString()).isEqualTo("supervisor");
    }

    @Test
    void itEndsWhenWhatHisRoleAllowsChanges() {
        admin.put("/api/settings/roles/agent", "{\"name\":\"客服\",\"permissions\":[\"serve\"]}");

        assertThat(line.ends()).isTrue();
    }

    @Test
    void whatHappenedAtAnotherNodeIsFoundByTheSweep() {
        sql.sql("update staff.member set active = false where id = ?").param(wang.id().value()).update();

        watch.showOutWhoeverMayNotStay();

        assertThat(line.ends()).isTrue();
    }

    @Test
    void aNewPasswordSignsTheOtherBrowsersOut() {
        StaffBrowser telephone = new StaffBrowser(port).signIn(wang.login(), PASSWORD);

        browser.put("/api/staff/me/password", "{\"current\":\"%s\",\"next\":\"quite-another-1\"}".formatted(PASSWORD));

        assertThat(telephone.get("/api/session").status()).isEqualTo(401);
        assertThat(browser.get("/api/session").status()).isEqualTo(200);
    }
}

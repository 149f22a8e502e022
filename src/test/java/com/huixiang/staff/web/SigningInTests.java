package com.huixiang.staff.web;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.StaffBrowser;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import java.io.ByteArrayInputStream;
import java.io.ObjectInputStream;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Over real HTTP, as the console does it. */
@HuixiangTest
class SigningInTests {

    @Autowired
    StaffFixtures people;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    StaffBrowser browser;
    StaffMember wang;

    @BeforeEach
    void wangSitsDown() {
        wang = people.hire("王芳", Role.AGENT);
        browser = new StaffBrowser(port);
    }

    @Test
    void whoeverIsNotSignedInLearnsItInTwoLanguagesAndGetsTheTokenToSignInWith() {
        var answer = browser.get("/api/session");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("staff.not-signed-in");
        assertThat(answer.body().path("detail").asString()).isEqualTo("请先登录。");
        assertThat(answer.body().path("detailEn").asString()).isEqualTo("Please sign in first.");
        assertThat(answer.raw().headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(browser.cookie("XSRF-TOKEN")).isPresent();
    }

    @Test
    void whoeverSignsInIsTheMemberAndAtHisDesk() {
        var me = browser.tryToSignIn(wang.login(), PASSWORD);

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.body().path("id").asString()).isEqualTo(wang.id().toString());
        assertThat(me.body().path("role").asString()).isEqualTo("agent");
        assertThat(me.body().path("presence").path("state").asString()).isEqualTo("online");
        assertThat(me.body().has("passwordHash")).isFalse();
        assertThat(browser.get("/api/session").body()).isEqualTo(me.body());
        assertThat(browser.cookie("HXSESSION")).isPresent();
    }

    @Test
    void withoutTheTokenNobodySignsIn() {
        browser.get("/api/session");
        browser.forgetCookie("XSRF-TOKEN");

        var answer = browser.post("/api/session", "{\"login\":\"x\",\"password\":\"y\"}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("staff.stale-token");
    }

    @Test
    void anUnknownLoginAndAWrongPasswordGetTheSameAnswer() {
        var wrong = browser.tryToSignIn(wang.login(), "not-the-password");
        var unknown = browser.tryToSignIn("nobody-here", "not-the-password");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("staff.wrong-login");
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void fiveWrongPasswordsLockTheLoginOutForAWhile() {
        clock.stop();
        for (int i = 0; i < 5; i++) {
            assertThat(browser.tryToSignIn(wang.login(), "guess-" + i).status()).isEqualTo(401);
        }

        var locked = browser.tryToSignIn(wang.login(), PASSWORD);
        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.code()).isEqualTo("staff.locked-out");
        assertThat(locked.body().path("detail").asString()).contains("15 分钟");

        clock.advance(Duration.ofMinutes(15));
        assertThat(browser.tryToSignIn(wang.login(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void anEmptyFormIsRefused() {
        assertThat(browser.tryToSignIn("", "").code()).isEqualTo("request.invalid");
    }

    @Test
    void signingInGivesANewSessionSoThatAPlantedOneIsWorthless() {
        var thief = new StaffBrowser(port).signIn(people.hire("外人", Role.AGENT).login(), PASSWORD);
        String planted = thief.cookie("HXSESSION").orElseThrow();
        browser.setCookie("HXSESSION", planted);

        browser.signIn(wang.login(), PASSWORD);

        assertThat(browser.cookie("HXSESSION").orElseThrow()).isNotEqualTo(planted);
        assertThat(thief.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void theSessionInTheDatabaseHoldsTheMembersIdAndNothingElse() throws Exception {
        browser.signIn(wang.login(), PASSWORD);

        byte[] attribute = sql.sql("select attribute_bytes from spring_session_attributes")
                .query(byte[].class)
                .single();

        try (var stored = new ObjectInputStream(new ByteArrayInputStream(attribute))) {
            assertThat(stored.readObject()).isEqualTo(wang.id().toString());
        }
        assertThat(sql.sql("select principal_name from spring_session").query(String.class).single())
                .isEqualTo(wang.id().toString());
    }

    @Test
    void aChangedRoleCountsAtOnceAndWhoeverLeavesIsOut() {
        browser.signIn(wang.login(), PASSWORD);
        change("role = 'supervisor'");
        assertThat(browser.post("/api/scripts", """
                {"folder": "开场", "title": "你好", "content": "你好", "shared": true}""").status()).isEqualTo(201);

        change("active = false");
        assertThat(browser.get("/api/staff/members").status()).isEqualTo(401);
    }

    @Test
    void whoeverSignsOutIsOutAndOffline() {
        browser.signIn(wang.login(), PASSWORD);

        assertThat(browser.delete("/api/session").status()).isEqualTo(204);

        assertThat(browser.get("/api/session").status()).isEqualTo(401);
        assertThat(sql.sql("select state from staff.presence").query(String.class).single())
                .isEqualTo("OFFLINE");
        assertThat(sql.sql("select count(*) from spring_session").query(Long.class).single())
                .isZero();
    }

    @Test
    void aMemberChangesHisPassword() {
        browser.signIn(wang.login(), PASSWORD);

        var refused = browser.put("/api/staff/me/password", """
                {"current": "wrong-password", "next": "another-horse"}""");
        var done = browser.put("/api/staff/me/password", """
                {"current": "%s", "next": "another-horse"}""".formatted(PASSWORD));

        assertThat(refused.code()).isEqualTo("staff.wrong-login");
        assertThat(done.status()).isEqualTo(204);
        new StaffBrowser(port).signIn(wang.login(), "another-horse");
    }

    private void change(String what) {
        sql.sql("update staff.member set " + what + " where id = :id")
                .param("id", wang.id().value())
                .update();
    }
}

package com.huixiang.staff.web;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.StaffBrowser;
import com.huixiang.StaffBrowser.Answer;
import com.huixiang.staff.Authenticator;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Signing in with an authenticator app. */
@HuixiangTest
class SecondFactorTests {

    @Autowired
    StaffFixtures people;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    StaffMember wang;
    StaffBrowser desk;
    Authenticator phone;
    JsonNode recoveryCodes;

    @BeforeEach
    void wangTurnsItOn() {
        clock.stop();
        wang = people.hire("王芳", Role.AGENT);
        desk = new StaffBrowser(port).signIn(wang.login(), PASSWORD);
        JsonNode offer = desk.post("/api/staff/me/two-factor", "").body();
        phone = new Authenticator(offer.path("secret").asString(), clock);
        recoveryCodes = desk.put("/api/staff/me/two-factor", code(phone.shows())).body().path("recoveryCodes");
        clock.advance(Duration.ofSeconds(30));
    }

    @Test
    void thePasswordAloneIsNotEnough() {
        assertThat(signIn(null).code()).isEqualTo("staff.code-needed");
        assertThat(signIn("123").code()).isEqualTo("staff.wrong-code");
        assertThat(signIn(phone.shows()).status()).isEqualTo(200);
        assertThat(desk.get("/api/session").body().path("twoFactor").asBoolean()).isTrue();
    }

    @Test
    void aCodeIsGoodForOneSignIn() {
        String code = phone.shows();

        assertThat(signIn(code).status()).isEqualTo(200);
        assertThat(signIn(code).code()).isEqualTo("staff.wrong-code");
    }

    @Test
    void guessingCodesLocksOutAsGuessingPasswordsDoes() {
        for (int guess = 0; guess < 5; guess++) {
            assertThat(signIn("00000" + guess).code()).isEqualTo("staff.wrong-code");
        }

        assertThat(signIn(phone.shows()).code()).isEqualTo("staff.locked-out");
    }

    @Test
    void whoeverLostHisTelephoneHasTenRecoveryCodesEachGoodOnce() {
        assertThat(recoveryCodes).hasSize(10);
        String one = recoveryCodes.get(3).asString();

        assertThat(signIn(one.toUpperCase()).status()).isEqualTo(200);
        assertThat(signIn(one).code()).isEqualTo("staff.wrong-code");
    }

    @Test
    void itIsTurnedOffWithThePassword() {
        assertThat(desk.delete("/api/staff/me/two-factor", "{\"password\":\"not-mine-at-all\"}").code())
                .isEqualTo("staff.wrong-login");
        assertThat(desk.delete("/api/staff/me/two-factor", "{\"password\":\"" + PASSWORD + "\"}").status()).isEqualTo(204);
        assertThat(signIn(null).status()).isEqualTo(200);
    }

    @Test
    void anAdministratorHelpsWhoeverLostEverything() {
        StaffBrowser admin = new StaffBrowser(port).signIn(people.hire("管理员", Role.ADMIN).login(), PASSWORD);

        assertThat(admin.delete("/api/settings/members/" + wang.id() + "/two-factor").status()).isEqualTo(204);

        assertThat(signIn(null).status()).isEqualTo(200);
        assertThat(admin.get("/api/audit?verb=staff.member.two-factor-removed").body().path("items")).hasSize(1);
    }

    @Test
    void theTablesHoldNeitherTheSecretNorTheCodes() {
        String kept = sql.sql("select encode(secret, 'escape') || (select string_agg(hash, ' ') from staff.recovery_code) from staff.two_factor")
                .query(String.class)
                .single();

        assertThat(kept).doesNotContain(phone.secret()).doesNotContain(recoveryCodes.get(0).asString());
    }

    @Test
    void whoeverHasItCannotGetASecondSecret() {
        assertThat(desk.post("/api/staff/me/two-factor", "").code()).isEqualTo("staff.two-factor-on");
    }

    private Answer signIn(String code) {
        StaffBrowser browser = new StaffBrowser(port);
        browser.get("/api/session");
        return browser.post("/api/session", """
                {"login": "%s", "password": "%s", "code": %s}"""
                .formatted(wang.login(), PASSWORD, code == null ? "null" : "\"" + code + "\""));
    }

    private static String code(String code) {
        return "{\"code\": \"" + code + "\"}";
    }
}

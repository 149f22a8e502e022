package com.huixiang.staff.web;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.staff.Authenticator;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import com.huixiang.SettableClock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Whatever people do with passwords, codes, keys and tokens: the log knows none of them, the audit trail neither. */
@HuixiangTest
@ExtendWith(OutputCaptureExtension.class)
class SilentLogTests {

    @Autowired
    StaffFixtures people;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    @Test
    void noSecretIsEverLoggedOrNoted(CapturedOutput log) {
        List<String> secrets = new ArrayList<>(List.of(PASSWORD, "wrong-but-secret-1", "fresh-secret-heron-2", "given-secret-heron-3"));
        StaffMember wang = people.hire("王芳", Role.AGENT);
        StaffBrowser admin = new StaffBrowser(port).signIn(people.hire("管理员", Role.ADMIN).login(), PASSWORD);
        StaffBrowser browser = new StaffBrowser(port);
        browser.tryToSignIn(wang.login(), "wrong-but-secret-1");
        browser.post("/api/session", "{\"login\": \"" + wang.login() + "\", \"password\": [\"wrong-but-secret-1\"]");
        browser.signIn(wang.login(), PASSWORD);
        secrets.add(browser.cookie("HXSESSION").orElseThrow());
        browser.put("/api/staff/me/password", "{\"current\":\"" + PASSWORD + "\",\"next\":\"fresh-secret-heron-2\"}");
        String secret = browser.post("/api/staff/me/two-factor", "").body().path("secret").asString();
        String code = new Authenticator(secret, clock).shows();
        JsonNode recovery = browser.put("/api/staff/me/two-factor", "{\"code\":\"" + code + "\"}").body().path("recoveryCodes");
        secrets.add(secret);
        recovery.forEach(each -> secrets.add(each.asString()));
        admin.post("/api/settings/members/" + wang.id() + "/password", "{\"password\":\"given-secret-heron-3\"}");
        admin.post("/api/settings/channels", "{\"id\":\"quiet\",\"kind\":\"api\",\"name\":\"对接\",\"greeting\":\"您好\",\"menu\":[],\"origins\":[],\"active\":true}")
                .body()
                .forEachEntry((name, value) -> addSecret(secrets, name, value));
        admin.post("/api/settings/channels/quiet/secret", "").body().forEachEntry((name, value) -> addSecret(secrets, name, value));
        admin.post("/api/settings/keys", "{\"name\":\"对接\",\"account\":\"quiet\"}").body().forEachEntry((name, value) -> addSecret(secrets, name, value));

        String trail = String.valueOf(sql.sql("select string_agg(e::text, ' ') from audit.entry e").query(String.class).single());

        assertThat(secrets.size()).isGreaterThan(15);
        assertThat(secrets).noneMatch(each -> log.getAll().contains(each));
        assertThat(secrets).noneMatch(trail::contains);
    }

    private static void addSecret(List<String> secrets, String name, JsonNode value) {
        if (value.isString() && (name.toLowerCase().contains("secret") || name.equals("key"))) {
            secrets.add(value.asString());
        }
    }
}

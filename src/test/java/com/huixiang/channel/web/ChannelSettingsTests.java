package com.huixiang.channel.web;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The channel accounts in the settings: opened, changed, switched off, each change on the trail. */
@HuixiangTest
class ChannelSettingsTests {

    @Autowired
    StaffFixtures people;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    StaffBrowser admin;

    @BeforeEach
    void anAdministrator() {
        admin = new StaffBrowser(port).signIn(people.hire("赵磊", Role.ADMIN).login(), PASSWORD);
    }

    @Test
    void aSecretIsShownOnceAndANewOneReplacesIt() {
        String first = open("shop", "web").path("secret").asString();
        assertThat(accounts.isSigned("shop", "text", accounts.sign("shop", "text"))).isTrue();

        String second = admin.post("/api/settings/channels/shop/secret", "{}").body().path("secret").asString();

        assertThat(second).hasSize(64).isNotEqualTo(first);
        assertThat(admin.get("/api/settings/channels").body().toString()).doesNotContain(first, second);
        assertThat(sql.sql("select count(*) from channel.account where secret is not null").query(Integer.class).single())
                .isZero();
    }

    @Test
    void whatIsChangedIsUsedAtOnceAndIsOnTheTrail() {
        open("shop", "web");

        JsonNode changed = admin.put("/api/settings/channels/shop", """
                {"name":"青禾家居旗舰店","greeting":"欢迎","menu":[{"issue":"order","label":"查订单"}],
                 "origins":["https://shop.example"],"active":true}""").body();

        assertThat(changed.path("kind").asString()).isEqualTo("web");
        JsonNode session = new StaffBrowser(port).post("/api/visitor/session", "{\"site\":\"shop\"}").body();
        assertThat(session.path("site").path("name").asString()).isEqualTo("青禾家居旗舰店");
        assertThat(sql.sql("select verb from audit.entry order by id").query(String.class).list())
                .endsWith("channel.account.opened", "channel.account.changed");
    }

    @Test
    void onlyThePagesThatAreNamedMayFrameTheChat() {
        open("shop", "web");
        assertThat(framedBy()).contains("frame-ancestors *");

        admin.put("/api/settings/channels/shop", """
                {"name":"店","greeting":"","menu":[],"origins":["https://shop.example"],"active":true}""");

        assertThat(framedBy()).contains("frame-ancestors 'self' https://shop.example").doesNotContain("*");
    }

    @Test
    void nobodyComesInThroughAnAccountThatIsSwitchedOffOrOfAnotherKind() {
        open("shop", "web");
        open("mini", "api");
        assertThat(admin.delete("/api/settings/channels/shop").status()).isEqualTo(204);

        for (String site : List.of("shop", "mini")) {
            assertThat(new StaffBrowser(port).post("/api/visitor/session", "{\"site\":\"" + site + "\"}").code())
                    .isEqualTo("channel.unknown-site");
        }
    }

    @Test
    void nonsenseIsRefused() {
        open("shop", "web");

        assertThat(admin.post("/api/settings/channels", "{\"id\":\"shop\",\"kind\":\"web\",\"name\":\"店\"}").code())
                .isEqualTo("channel.id-taken");
        assertThat(admin.post("/api/settings/channels", "{\"id\":\"A B\",\"kind\":\"web\",\"name\":\"店\"}").code())
                .isEqualTo("channel.account-invalid");
        assertThat(admin.post("/api/settings/channels", """
                        {"id":"x","kind":"web","name":"店","origins":["https://shop.example/path"]}""").code())
                .isEqualTo("channel.account-invalid");
    }

    private JsonNode open(String id, String kind) {
        var answer = admin.post("/api/settings/channels", """
                {"id":"%s","kind":"%s","name":"青禾家居","greeting":"您好"}""".formatted(id, kind));
        assertThat(answer.status()).isEqualTo(201);
        return answer.body();
    }

    private String framedBy() {
        return new StaffBrowser(port)
                .get("/chat?site=shop")
                .raw()
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("");
    }
}

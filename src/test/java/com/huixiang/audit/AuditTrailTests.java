package com.huixiang.audit;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.StaffBrowser;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** P-08: who changed what, from what to what. */
@HuixiangTest
class AuditTrailTests {

    private static final UUID ADMIN = UUID.randomUUID();

    @Autowired
    AuditTrail trail;

    @Autowired
    StaffFixtures people;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    @Autowired
    SettableClock clock;

    @LocalServerPort
    int port;

    StaffBrowser admin;

    @BeforeEach
    void somebodyWhoMayLook() {
        admin = new StaffBrowser(port).signIn(people.hire("管理员", Role.ADMIN).login(), PASSWORD);
    }

    @Test
    void aChangeIsShownWithWhatItWasAndWhatItIsNow() {
        trail.note(ADMIN, "周主管", "staff.group.changed", "group", "7", "售后组", Map.of("name", "售后"), Map.of("name", "售后组"), "改名");

        JsonNode entry = admin.get("/api/audit").body().path("items").get(0);

        assertThat(entry.at("/by/name").asString()).isEqualTo("周主管");
        assertThat(entry.at("/subject/name").asString()).isEqualTo("售后组");
        assertThat(entry.at("/before/name").asString()).isEqualTo("售后");
        assertThat(entry.at("/after/name").asString()).isEqualTo("售后组");
        assertThat(entry.at("/reason").asString()).isEqualTo("改名");
    }

    @Test
    void itIsNotedIfAndOnlyIfTheChangeHappened() {
        transaction.executeWithoutResult(change -> {
            note("channel.key.made");
            change.setRollbackOnly();
        });

        assertThat(admin.get("/api/audit?verb=channel").body().path("items")).isEmpty();
    }

    @Test
    void nobodyChangesWhatIsNoted() {
        note("channel.key.made");

        assertThatException().isThrownBy(() -> sql.sql("update audit.entry set by_name = '无人'").update());
        assertThatException().isThrownBy(() -> sql.sql("delete from audit.entry").update());
    }

    @Test
    void theListIsReadPageByPageTheNewestFirst() {
        IntStream.range(0, 5).forEach(n -> {
            note("sla.standard.changed." + "abcde".charAt(n));
            clock.advance(Duration.ofSeconds(1));
        });

        JsonNode first = admin.get("/api/audit?verb=sla&limit=2").body();
        JsonNode second = admin.get("/api/audit?verb=sla&limit=2&cursor=" + first.path("next").asString()).body();

        assertThat(first.at("/items/0/verb").asString()).isEqualTo("sla.standard.changed.e");
        assertThat(second.at("/items/0/verb").asString()).isEqualTo("sla.standard.changed.c");
        assertThat(second.path("next").isNull()).isFalse();
    }

    @Test
    void itIsFilteredByWhoWhatWhenAndWords() {
        note("staff.role.added");
        clock.advance(Duration.ofHours(1));
        String later = clock.instant().minus(Duration.ofMinutes(30)).toString();
        trail.note(null, "系统", "staff.set-up", "house", "1", "青禾家居", null, null, null);

        assertThat(count("by=" + ADMIN)).isEqualTo(1);
        assertThat(count("verb=staff.role")).isEqualTo(1);
        assertThat(count("subject=house")).isEqualTo(1);
        assertThat(count("subject=house:2")).isZero();
        assertThat(count("from=" + later + "&subject=house")).isEqualTo(1);
        assertThat(count("to=" + later + "&subject=house")).isZero();
        assertThat(count("q=%E9%9D%92%E7%A6%BE")).isEqualTo(1);
    }

    @Test
    void whoeverTakesItOutOfTheHouseIsOnIt() {
        trail.note(ADMIN, "=cmd()", "staff.role.added", "role", "x", "他说\"好\"", null, null, null);

        String csv = admin.get("/api/audit.csv?verb=staff.role").raw().body();

        assertThat(csv).startsWith("\uFEFFat,by,verb").contains("\"'=cmd()\"").contains("\"他说\"\"好\"\"\"");
        assertThat(count("verb=audit.exported")).isEqualTo(1);
    }

    @Test
    void onlyThoseWhoMayLookLookAndOnlyThoseWhoMayExportExport() {
        StaffBrowser agent = new StaffBrowser(port).signIn(people.hire("王芳", Role.AGENT).login(), PASSWORD);

        assertThat(agent.get("/api/audit").code()).isEqualTo("audit.not-allowed");
        assertThat(agent.get("/api/audit/verbs").status()).isEqualTo(403);
        assertThat(agent.get("/api/audit.csv").status()).isEqualTo(403);
    }

    private void note(String verb) {
        trail.note(ADMIN, "周主管", verb, "thing", "1", "东西", null, null, null);
    }

    private int count(String filter) {
        return admin.get("/api/audit?" + filter).body().path("items").size();
    }
}

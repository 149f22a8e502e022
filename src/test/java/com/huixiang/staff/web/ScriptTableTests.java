package com.huixiang.staff.web;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.staff.Role;
import com.huixiang.staff.Scripts;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import com.huixiang.staff.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** S-06: scripts come and go as tables, and are more than words. */
@HuixiangTest
class ScriptTableTests {

    @Autowired
    StaffFixtures people;

    @Autowired
    Scripts scripts;

    @Autowired
    Staff staff;

    @LocalServerPort
    int port;

    StaffMember sun;
    StaffBrowser trainer;

    @BeforeEach
    void theTrainerIsThere() {
        sun = people.hire("孙老师", Role.TRAINER);
        trainer = new StaffBrowser(port).signIn(sun.login(), PASSWORD);
    }

    @Test
    void goodLinesComeInAndBadOnesAreNamedWithTheReason() {
        var imported = scripts.takeIn(staff.actor(sun.id()), """
                folder,title,content
                春节,放假,"春节期间 1 月 28 日起正常发货,
                请放心下单"
                春节,,没有标题
                春节,放假,又一次
                只有一列
                """, true);

        assertThat(imported.added()).isEqualTo(1);
        assertThat(imported.rejected()).extracting(Scripts.Rejected::line).containsExactly(4, 5, 6);
        assertThat(imported.rejected().get(1).reason()).isEqualTo("该文件夹中已有同名话术");
        assertThat(scripts.list(staff.actor(sun.id())))
                .anyMatch(script -> script.folder().equals("春节") && script.content().endsWith(",\n请放心下单"));
    }

    @Test
    void whatWasTakenOutComesInAgain() {
        String table = trainer.get("/api/scripts.csv").raw().body();
        StaffMember wang = people.hire("王芳", Role.AGENT);

        var imported = scripts.takeIn(staff.actor(wang.id()), table, false);

        assertThat(imported.rejected()).isEmpty();
        assertThat(imported.added()).isEqualTo(scripts.list(staff.actor(sun.id())).size());
    }

    @Test
    void theTableIsPostedAsItIs() {
        assertThat(trainer.post("/api/scripts/import?shared=true", "开场,早,早上好", "text/csv").body().path("added").asInt())
                .isEqualTo(1);
        StaffBrowser agent = new StaffBrowser(port).signIn(people.hire("王芳", Role.AGENT).login(), PASSWORD);
        assertThat(agent.post("/api/scripts/import?shared=true", "开场,晚,晚上好", "text/csv").code())
                .isEqualTo("staff.script-not-yours");
    }

    @Test
    void aCardOrAPictureIsCheckedBeforeItIsKept() {
        assertThat(write("card", "{\\\"title\\\":\\\"原木餐桌\\\",\\\"price\\\":\\\"1299.00\\\"}").body().path("kind").asString())
                .isEqualTo("card");
        assertThat(write("card", "原木餐桌").code()).isEqualTo("staff.script-malformed");
        assertThat(write("picture", "{\\\"url\\\":\\\"https://elsewhere.example/x.png\\\"}").code())
                .isEqualTo("staff.script-malformed");
    }

    @Test
    void changesOfSharedOnesAreOnTheTrailAndTheirOrderIsKept() {
        String id = write("text", "您好").body().path("id").asString();
        var moved = trainer.put("/api/scripts/" + id, """
                {"folder":"开场","title":"测试","content":"您好呀","ordinal":1}""");

        assertThat(moved.body().path("ordinal").asInt()).isEqualTo(1);
        StaffBrowser admin = new StaffBrowser(port).signIn(people.hire("管理员", Role.ADMIN).login(), PASSWORD);
        assertThat(admin.get("/api/audit?verb=staff.script").body().at("/items/0/before/content").asString())
                .isEqualTo("您好");
    }

    private StaffBrowser.Answer write(String kind, String content) {
        return trainer.post("/api/scripts", """
                {"folder":"开场","title":"测试","content":"%s","kind":"%s","shared":true}""".formatted(content, kind));
    }
}

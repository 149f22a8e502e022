package com.huixiang.segment.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.StaffBrowser.Answer;
import com.huixiang.customer.CustomerId;
import com.huixiang.segment.RuleId;
import com.huixiang.segment.Shop;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** P-04: the operator's own rules over HTTP, from the first try to the export. */
@HuixiangTest
class SegmentDoorTests {

    private static final String RULE =
            """
            {"all": [{"fact": "orders", "is": "at-least", "value": 2},
                     {"counted": "orders", "category": "连衣裙", "days": 30, "measure": "sum", "is": "more-than", "value": 100}]}""";

    @Autowired
    Shop shop;

    @Autowired
    StaffFixtures people;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    private StaffBrowser admin;
    private CustomerId lin;
    private CustomerId zhou;

    @BeforeEach
    void twoCustomers() {
        admin = browserOf(people.hire("赵磊", Role.ADMIN));
        lin = shop.customer("林晓");
        zhou = shop.customer("周然");
        shop.sells("D1", "连衣裙", "200");
        shop.buys("林晓", 5, "D1", 1, "200");
        shop.buys("林晓", 50, "D1", 1, "200");
        shop.buys("周然", 50, "D1", 3, "200");
        shop.settles();
    }

    @Test
    void aRuleIsTriedOutThenKeptAndItsMembersFollowWhatHappens() {
        Answer preview = admin.post("/api/segments/preview", "{\"condition\": " + RULE + "}");
        assertThat(preview.body().path("members").asInt()).isEqualTo(1);
        assertThat(preview.body().path("sample").get(0).path("name").asString()).isEqualTo("林晓");
        assertThat(preview.body().path("sentence").path("zh").asString())
                .isEqualTo("购买次数不少于 2 次,并且最近 30 天消费「连衣裙」大于 100 元");

        int id = create("常买裙子", "裙子控").body().path("id").asInt();
        shop.settles();
        assertThat(shop.belongs(lin, new RuleId(id))).isTrue();
        assertThat(shop.tagsOf(lin)).contains("裙子控");
        assertThat(shop.why(lin, "裙子控")).contains("最近 30 天消费「连衣裙」 200 元");

        shop.buys("周然", 1, "D1", 1, "150");
        shop.settles();
        assertThat(shop.belongs(zhou, new RuleId(id))).isTrue();
        assertThat(admin.get("/api/segments/" + id).body().path("members").asInt()).isEqualTo(2);
        assertThat(admin.get("/api/segments/" + id + "/members?limit=1").body().path("next").asString()).isNotEmpty();
        assertThat(admin.get("/api/segments/" + id + "/trend").body().get(0).path("members").asInt()).isEqualTo(2);
    }

    @Test
    void aChangeIsANewVersionAndWhoeverChangedMeanwhileIsNotOverwritten() {
        int id = create("常买裙子", "裙子控").body().path("id").asInt();
        shop.settles();
        String changed = """
                {"version": 1, "rule": {"kind": "segment", "nameZh": "买过", "condition": {"fact": "orders", "is": "at-least", "value": 1}}}""";

        assertThat(admin.put("/api/segments/" + id, changed).body().path("version").asInt()).isEqualTo(2);
        assertThat(admin.put("/api/segments/" + id, changed).code()).isEqualTo("segment.changed-meanwhile");
        shop.settles();

        assertThat(admin.get("/api/segments/" + id).body().path("members").asInt()).isEqualTo(2);
        assertThat(shop.tagsOf(lin)).as("the rule gives no tag any more").doesNotContain("裙子控");
        assertThat(admin.get("/api/segments/" + id + "/versions").body()).hasSize(2);
        assertThat(sql.sql("select count(*) from audit.entry where verb like 'segment.rule.%'").query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void aPausedRuleMovesNobodyAndARemovedOneTakesItsTagsBack() {
        int id = create("常买裙子", "裙子控").body().path("id").asInt();
        shop.settles();
        admin.put("/api/segments/" + id + "/pause", "");
        shop.buys("周然", 1, "D1", 1, "150");
        shop.settles();
        assertThat(shop.belongs(lin, new RuleId(id))).isTrue();
        assertThat(shop.belongs(zhou, new RuleId(id))).isFalse();

        admin.delete("/api/segments/" + id + "/pause");
        shop.settles();
        assertThat(shop.belongs(zhou, new RuleId(id))).isTrue();

        assertThat(admin.delete("/api/segments/" + id).status()).isEqualTo(204);
        shop.settles();
        assertThat(shop.belongs(lin, new RuleId(id))).isFalse();
        assertThat(shop.tagsOf(lin)).doesNotContain("裙子控");
        assertThat(admin.get("/api/segments/" + id).status()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsToldWithItsPlaceAndTagsAreNotSetInCircles() {
        assertThat(admin.post("/api/segments/preview", "{\"condition\": {\"all\": [{\"fact\": \"age\", \"is\": \"yes\"}]}}").body().path("detail").asString())
                .contains("$.all[0].fact");
        create("常买裙子", "裙子控");
        assertThat(create("又一个", "裙子控").code()).isEqualTo("segment.tag-taken");
        assertThat(rule("自己", "甲", "{\"tag\": \"甲\", \"is\": \"missing\"}").code()).isEqualTo("segment.circle");
        rule("甲靠乙", "甲", "{\"tag\": \"乙\", \"is\": \"set\"}");
        assertThat(rule("乙靠甲", "乙", "{\"tag\": \"甲\", \"is\": \"set\"}").code()).isEqualTo("segment.circle");
        assertThat(rule("空", "{orders}", "{\"tag\": \"乙\", \"is\": \"set\"}").code()).isEqualTo("segment.bad-tag");
        assertThat(admin.delete("/api/segments/1").code()).isEqualTo("segment.came-with-the-house");
    }

    @Test
    void aRuleMayAskForTheTagOfAnotherRule() {
        rule("买过裙子", "裙子", "{\"counted\": \"orders\", \"category\": \"连衣裙\", \"days\": 30, \"measure\": \"count\", \"is\": \"at-least\", \"value\": 1}");
        int id = rule("裙子金主", "金主", "{\"all\": [{\"tag\": \"裙子\", \"is\": \"set\"}, {\"fact\": \"spent\", \"is\": \"at-least\", \"value\": 700}]}")
                .body().path("id").asInt();
        shop.settles();
        shop.settles();

        shop.buys("周然", 1, "D1", 1, "150");
        shop.settles();

        assertThat(shop.tagsOf(zhou)).contains("裙子", "金主");
        assertThat(shop.belongs(zhou, new RuleId(id))).isTrue();
    }

    @Test
    void theListIsTakenOutByWhoeverMayAndThatIsOnTheTrail() {
        int id = create("常买裙子", null).body().path("id").asInt();
        shop.settles();

        String csv = admin.get("/api/segments/" + id + "/members.csv").raw().body();

        assertThat(csv).contains("客户编号").contains("林晓").contains("400.00").doesNotContain("周然");
        assertThat(sql.sql("select count(*) from audit.entry where verb = 'segment.members.exported'").query(Integer.class).single()).isEqualTo(1);
        StaffBrowser agent = browserOf(people.hire("王芳", Role.AGENT));
        assertThat(agent.get("/api/segments/" + id + "/members.csv").status()).isEqualTo(403);
        assertThat(agent.get("/api/segments").status()).isEqualTo(403);
    }

    @Test
    void theFileSaysWhyInBothLanguages() {
        create("常买裙子", "裙子控");
        shop.settles();

        var insight = admin.get("/api/customers/" + lin + "/insight").body();

        assertThat(insight.path("value").path("value").asString()).isEqualTo("ordinary");
        assertThat(insight.path("rfm").path("cell").asString()).hasSize(3);
        assertThat(insight.path("segments").get(0).path("name").path("zh").asString()).isEqualTo("常买裙子");
        assertThat(insight.path("tags").toString()).contains("裙子控").contains("spent (连衣裙) within 30 days: 200");
    }

    private Answer create(String name, String tag) {
        return rule(name, tag, RULE);
    }

    private Answer rule(String name, String tag, String condition) {
        return admin.post(
                "/api/segments",
                "{\"kind\": \"segment\", \"nameZh\": \"%s\", \"tag\": %s, \"condition\": %s}"
                        .formatted(name, tag == null ? "null" : "\"" + tag + "\"", condition));
    }

    private StaffBrowser browserOf(StaffMember member) {
        return new StaffBrowser(port).signIn(member.login(), StaffFixtures.PASSWORD);
    }
}

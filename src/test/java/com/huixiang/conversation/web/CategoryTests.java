package com.huixiang.conversation.web;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The category tree, as those who set standards shape it. */
@HuixiangTest
class CategoryTests {

    @Autowired
    StaffFixtures people;

    @LocalServerPort
    int port;

    StaffBrowser lead;
    String aftersales;

    @BeforeEach
    void aTreeIsBegun() {
        lead = new StaffBrowser(port).signIn(people.hire("赵主管", Role.SUPERVISOR).login(), PASSWORD);
        aftersales = add(null, "售后");
    }

    @Test
    void itGrowsTwoLevelsDeepAndIsShownToEverybody() {
        add(aftersales, "退货");

        assertThat(lead.get("/api/categories").body().at("/0/children/0/name").asString()).isEqualTo("退货");
        assertThat(lead.get("/api/audit?verb=conversation.category").body().path("items")).hasSize(2);
    }

    @Test
    void aThirdLevelATwinAndABranchInUseAreRefused() {
        String returns = add(aftersales, "退货");

        assertThat(post(returns, "七天").code()).isEqualTo("conversation.category-too-deep");
        assertThat(post(aftersales, "退货").code()).isEqualTo("conversation.category-taken");
        assertThat(lead.delete("/api/settings/categories/" + aftersales).code()).isEqualTo("conversation.category-in-use");
        assertThat(lead.delete("/api/settings/categories/" + returns).status()).isEqualTo(204);
    }

    @Test
    void aBranchIsRenamedAndMoved() {
        String returns = add(aftersales, "退货");
        String presales = add(null, "售前");

        lead.put("/api/settings/categories/" + returns, """
                {"parentId":"%s","name":"选购","ordinal":3}""".formatted(presales));

        assertThat(lead.get("/api/categories").body().toString()).contains("选购").doesNotContain("退货");
    }

    private String add(String parent, String name) {
        return post(parent, name).body().path("id").asString();
    }

    private StaffBrowser.Answer post(String parent, String name) {
        return lead.post("/api/settings/categories", """
                {"parentId":%s,"name":"%s"}""".formatted(parent == null ? "null" : "\"" + parent + "\"", name));
    }
}

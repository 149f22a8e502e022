package com.huixiang.customer.web;

import static com.huixiang.customer.CustomerFixtures.web;
import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.conversation.Conversations;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Opening;
import com.huixiang.conversation.Touchpoint;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** P-08: telephone numbers and e-mail addresses are shown in part, and whoever looks at the whole is on record. */
@HuixiangTest
class ContactsTests {

    @Autowired
    Customers customers;

    @Autowired
    Conversations conversations;

    @Autowired
    StaffFixtures people;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    CustomerId lin;
    StaffMember wang;
    StaffBrowser agent;
    StaffBrowser admin;

    @BeforeEach
    void aCustomerHasANumber() {
        lin = customers.recognise(
                Identity.member("M1001"), web().named("林晓").reachedBy("13800138000", "lin.xiao@example.com"));
        wang = people.hire("王芳", Role.AGENT);
        agent = new StaffBrowser(port).signIn(wang.login(), PASSWORD);
        admin = new StaffBrowser(port).signIn(people.hire("周敏", Role.ADMIN).login(), PASSWORD);
    }

    @Test
    void whoeverMayNotSeeContactsSeesAPartEverywhere() {
        JsonNode file = agent.get("/api/customers/" + lin).body();
        assertThat(file.path("phone").asString()).isEqualTo("138****8000");
        assertThat(file.path("email").asString()).isEqualTo("l***@example.com");
        assertThat(file.path("masked").asBoolean()).isTrue();
        assertThat(file.path("identities").toString()).doesNotContain("13800138000").doesNotContain("lin.xiao");

        JsonNode found = agent.get("/api/customers?q=13800138000").body().path("items").get(0);
        assertThat(found.path("name").asString()).isEqualTo("林晓");
        assertThat(found.path("phone").asString()).isEqualTo("138****8000");
    }

    @Test
    void whoeverMaySeesTheWhole() {
        assertThat(admin.get("/api/customers/" + lin).body().path("phone").asString()).isEqualTo("13800138000");
        assertThat(admin.get("/api/customers/" + lin).body().path("masked").asBoolean()).isFalse();
    }

    @Test
    void whoeverServesTheCustomerMayLookAndThisIsOnRecord() {
        assertThat(agent.post("/api/customers/" + lin + "/reveal", "{\"field\":\"phone\"}").code())
                .isEqualTo("customer.contact-not-yours");

        conversations.open(new Opening(lin, new Touchpoint("demo", "web", "官网"), null, IssueType.OTHER, wang.id()));

        assertThat(agent.post("/api/customers/" + lin + "/reveal", "{\"field\":\"phone\",\"reason\":\"回电\"}")
                        .body()
                        .path("value")
                        .asString())
                .isEqualTo("13800138000");
        assertThat(sql.sql("select by_name || ' ' || verb || ' ' || (after ->> 'field') || ' ' || reason from audit.entry"
                                + " where subject_id = ?")
                        .param(lin.toString())
                        .query(String.class)
                        .single())
                .isEqualTo("王芳 customer.contact.revealed phone 回电");
        assertThat(sql.sql("select count(*) from audit.entry where after::text like '%13800138000%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void peopleOfOtherGroupsAreNotFound() {
        conversations.open(new Opening(lin, new Touchpoint("demo", "web", "官网"), null, IssueType.OTHER, wang.id()));
        sql.sql("update conversation.conversation set group_id = ?")
                .param(people.group("售后组").id().value())
                .update();
        StaffBrowser other = new StaffBrowser(port).signIn(people.hire("陈晨", Role.AGENT).login(), PASSWORD);

        assertThat(other.get("/api/customers?q=林晓").body().path("items")).isEmpty();
        assertThat(agent.get("/api/customers?q=林晓").body().path("items")).hasSize(1);
        assertThat(admin.get("/api/customers?q=林晓").body().path("items")).hasSize(1);
    }

    @Test
    void aNameThatIsANumberIsKeptMasked() {
        CustomerId caller = customers.recognise(Identity.visitor("phone"), web().named("13911112222"));

        assertThat(customers.get(caller).name()).isEqualTo("139****2222");
    }
}

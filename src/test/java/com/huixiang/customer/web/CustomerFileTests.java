package com.huixiang.customer.web;

import static com.huixiang.customer.CustomerFixtures.web;
import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.customer.Level;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** E-03: the file beside the chat, over real HTTP. */
@HuixiangTest
class CustomerFileTests {

    @Autowired
    Customers customers;

    @Autowired
    StaffFixtures people;

    @LocalServerPort
    int port;

    CustomerId lin;
    StaffBrowser agent;
    StaffBrowser supervisor;

    @BeforeEach
    void anAgentOpensAFile() {
        lin = customers.recognise(
                Identity.member("M1001"), web().named("林晓").of(Level.GOLD).reachedBy("13800138000", null));
        agent = new StaffBrowser(port).signIn(people.hire("王芳", Role.AGENT).login(), PASSWORD);
        supervisor = new StaffBrowser(port).signIn(people.hire("李强", Role.SUPERVISOR).login(), PASSWORD);
    }

    @Test
    void theFileSaysWhoTheCustomerIs() {
        JsonNode file = file();

        assertThat(file.path("name").asString()).isEqualTo("林晓");
        assertThat(file.path("level").asString()).isEqualTo("gold");
        assertThat(file.path("vip").asBoolean()).isTrue();
        assertThat(file.path("known").asBoolean()).isTrue();
        assertThat(file.path("phone").asString()).isEqualTo("138****8000");
        assertThat(file.path("identities").size()).isEqualTo(2);
        assertThat(file.path("identities").findValuesAsString("kind")).containsExactlyInAnyOrder("member", "phone");
        assertThat(file.path("online").asBoolean()).isFalse();
    }

    @Test
    void anUnknownCustomerIsNotFound() {
        assertThat(agent.get("/api/customers/0190aaaa-0000-7000-8000-000000000000").code())
                .isEqualTo("customer.not-found");
        assertThat(agent.get("/api/customers/lin").code()).isEqualTo("request.invalid");
    }

    @Test
    void anAgentCorrectsWhatIsWrittenAndMayEmptyIt() {
        var changed = agent.patch(address(""), """
                {"name": " 林小晓 ", "phone": "+86 139 0013 9000", "email": "Lin@Example.com"}""");

        assertThat(changed.body().path("name").asString()).isEqualTo("林小晓");
        assertThat(changed.body().path("phone").asString()).isEqualTo("139****9000");
        assertThat(changed.body().path("email").asString()).isEqualTo("l***@example.com");
        assertThat(customers.get(lin).phone()).isEqualTo("13900139000");
        assertThat(customers.get(lin).email()).isEqualTo("lin@example.com");
        assertThat(agent.patch(address(""), "{\"phone\":\"\"}").body().path("phone").isNull()).isTrue();
        assertThat(customers.get(lin).email()).isEqualTo("lin@example.com");
        assertThat(agent.patch(address(""), "{\"phone\":\"138****8000\"}").code()).isEqualTo("customer.phone-invalid");
    }

    @Test
    void nonsenseIsRefusedAndNothingIsHalfDone() {
        var refused = agent.patch(address(""), "{\"name\":\"改名\",\"phone\":\"不知道\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("customer.phone-invalid");
        assertThat(agent.patch(address(""), "{\"name\":\" \"}").code()).isEqualTo("customer.name-invalid");
        assertThat(file().path("name").asString()).isEqualTo("林晓");
    }

    @Test
    void onlyASupervisorChangesTheLevel() {
        var refused = agent.patch(address(""), "{\"level\":\"platinum\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("customer.level-needs-supervisor");

        // The whole form sent back with the level as it is changes nothing about it.
        assertThat(agent.patch(address(""), "{\"name\":\"林晓\",\"level\":\"gold\"}").status())
                .isEqualTo(200);
        assertThat(supervisor.patch(address(""), "{\"level\":\"platinum\"}").body().path("level").asString())
                .isEqualTo("platinum");
    }

    @Test
    void aTagSaysWhoSetItAndWhy() {
        assertThat(agent.put(address("/tags/%E7%88%B1%E5%96%9D%E8%8C%B6"), "{\"reason\":\"常买茶叶\"}").status())
                .isEqualTo(204);
        assertThat(supervisor.put(address("/tags/%E7%88%B1%E5%96%9D%E8%8C%B6"), null).status())
                .isEqualTo(204);

        JsonNode tag = tagOf(file(), "爱喝茶");
        assertThat(tag.path("by").asString()).isEqualTo("王芳");
        assertThat(tag.path("reason").asString()).isEqualTo("常买茶叶");
        assertThat(agent.get("/api/customers/tags").body()).anyMatch(each -> each.asString().equals("爱喝茶"));

        agent.delete(address("/tags/%E7%88%B1%E5%96%9D%E8%8C%B6"));
        assertThat(tagOf(file(), "爱喝茶").isMissingNode()).isTrue();
        assertThat(agent.put(address("/tags/" + "x".repeat(21)), null).code()).isEqualTo("customer.tag-invalid");
    }

    @Test
    void notesAreRemovedByWhoeverWroteThemOrASupervisor() {
        StaffBrowser colleague = new StaffBrowser(port).signIn(people.hire("陈晨", Role.AGENT).login(), PASSWORD);
        var first = agent.post(address("/notes"), "{\"text\":\"喜欢晚上联系\"}");
        var second = agent.post(address("/notes"), "{\"text\":\"送礼要包装\"}");
        String firstNote = address("/notes/" + first.body().path("id").asString());
        String secondNote = address("/notes/" + second.body().path("id").asString());

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("by").asString()).isEqualTo("王芳");
        assertThat(file().path("notes").findValuesAsString("text")).containsExactly("送礼要包装", "喜欢晚上联系");

        assertThat(colleague.delete(firstNote).code()).isEqualTo("customer.note-not-yours");
        assertThat(agent.delete(firstNote).status()).isEqualTo(204);
        assertThat(supervisor.delete(secondNote).status()).isEqualTo(204);
        assertThat(agent.delete(firstNote).code()).isEqualTo("customer.note-not-found");
        assertThat(agent.post(address("/notes"), "{\"text\":\"  \"}").code()).isEqualTo("request.invalid");
    }

    private JsonNode file() {
        return agent.get(address("")).body();
    }

    private String address(String more) {
        return "/api/customers/" + lin + more;
    }

    /** A rule may have set others meanwhile. */
    private static JsonNode tagOf(JsonNode file, String name) {
        for (JsonNode tag : file.path("tags")) {
            if (tag.path("name").asString().equals(name)) {
                return tag;
            }
        }
        return file.path("no such tag");
    }
}

package com.huixiang.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.channel.Inbox;
import com.huixiang.channel.Visitors;
import com.huixiang.channel.Visitors.Admitted;
import com.huixiang.conversation.Attachments;
import com.huixiang.conversation.Body;
import com.huixiang.conversation.Draft;
import com.huixiang.conversation.Opening.EntryPage;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the running application answers looks as docs/reference/openapi.json says. */
@HuixiangTest
class AnswerShapeTests {

    private static final String DOCUMENT = "openapi.json";

    private final JsonShapes shapes = new JsonShapes(Path.of("docs/reference"));

    @Autowired
    StaffFixtures people;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    Visitors visitors;

    @Autowired
    Inbox inbox;

    @Autowired
    Attachments attachments;

    @Autowired
    JsonMapper json;

    @LocalServerPort
    int port;

    private StaffBrowser lead;
    private Admitted visit;
    private String conversation;

    @BeforeEach
    void aCustomerHasWritten() {
        var zhao = people.hire("赵磊", Role.SUPERVISOR);
        lead = new StaffBrowser(port).signIn(zhao.login(), StaffFixtures.PASSWORD);
        accounts.open(new ChannelAccount("shape", "青禾家居", "您好", List.of(new ChannelAccount.Entrance("order", "订单"))));
        visit = visitors.admit("shape", null, null);
        var card = new Body.Card(null, "羊毛地毯", null, "599.00", null, "QH-1", null);
        conversation = inbox.accept(
                        visit.visitor(),
                        new Draft(UUID.randomUUID(), new Body.Text("有货吗"), null),
                        new Inbox.Circumstances(null, new EntryPage("地毯", "https://shop.example/p", card), "order"),
                        false)
                .join()
                .conversationId()
                .toString();
        lead.put("/api/conversations/" + conversation + "/assignment", "{\"agentId\":\"" + zhao.id() + "\"}");
    }

    @Test
    void membersGetWhatIsWritten() {
        String customer = visit.visitor().customer().toString();
        lead.post("/api/customers/" + customer + "/notes", "{\"text\":\"喜欢原木\"}");
        lead.put("/api/customers/" + customer + "/tags/老客户", "{\"reason\":\"常来\"}");

        fits("/api/session", "/api/session");
        fits("/api/staff/members", "/api/staff/members");
        fits("/api/staff/groups", "/api/staff/groups");
        fits("/api/staff/break-reasons", "/api/staff/break-reasons");
        fits("/api/desk/today", "/api/desk/today");
        fits("/api/scripts", "/api/scripts");
        fits("/api/categories", "/api/categories");
        fits("/api/conversations", "/api/conversations?tab=mine");
        fits("/api/conversations/{id}", "/api/conversations/" + conversation);
        fits("/api/conversations/{id}/messages", "/api/conversations/" + conversation + "/messages");
        fits("/api/customers/{id}", "/api/customers/" + customer);
        fits("/api/customers/tags", "/api/customers/tags");
        fits("/api/customers/{id}/conversations", "/api/customers/" + customer + "/conversations");
        fits("/api/customers/{id}/messages", "/api/customers/" + customer + "/messages");
        fits("/api/customers/{customer}/binding", "/api/customers/" + customer + "/binding");
    }

    @Test
    void aFileThatIsKeptIsAnsweredAsWritten() {
        byte[] picture = java.util.Base64.getDecoder()
                .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

        JsonNode kept = json.valueToTree(attachments.keep("staff:1", "dot.png", picture));

        assertThat(shapes.misfits(DOCUMENT, answerOf("post", "/api/files"), kept)).isEmpty();
    }

    @Test
    void aRefusalLooksAsWritten() {
        var refused = lead.get("/api/conversations/" + UUID.randomUUID());
        JsonNode problem = shapes.document(DOCUMENT).at("/components/schemas/Problem");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(shapes.misfits(DOCUMENT, problem, refused.body())).isEmpty();
    }

    private void fits(String request, String address) {
        var answer = lead.get(address);

        assertThat(answer.status()).as(address).isEqualTo(200);
        assertThat(shapes.misfits(DOCUMENT, answerOf("get", request), answer.body())).as(address).isEmpty();
    }

    private JsonNode answerOf(String method, String request) {
        JsonNode answers = shapes.document(DOCUMENT).path("paths").path(request).path(method).path("responses");
        return answers.path(answers.has("200") ? "200" : "201").path("content").path("application/json").path("schema");
    }
}

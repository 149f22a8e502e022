package com.huixiang.search;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.conversation.Assignments;
import com.huixiang.conversation.Body;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.Conversations;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Opening;
import com.huixiang.conversation.Touchpoint;
import com.huixiang.customer.Author;
import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Role;
import com.huixiang.staff.SkillGroup;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** E-03: whatever was written is found again, by whoever may open it. */
@HuixiangTest
class SearchTests {

    private static final Touchpoint SHOP = new Touchpoint("shop", "web", "青禾家居");

    @Autowired
    SearchIndex index;

    @Autowired
    SearchSettings settings;

    @Autowired
    Customers customers;

    @Autowired
    Conversations conversations;

    @Autowired
    Assignments assignments;

    @Autowired
    StaffFixtures people;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    CustomerId lin;
    Actor wang;
    StaffBrowser agent;
    StaffBrowser supervisor;

    @BeforeEach
    void aCustomerAndThoseWhoServe() {
        lin = customers.recognise(
                Identity.member("M1001"),
                CustomerFacts.from("web").named("林晓").reachedBy("13800132203", "lin.xiao@example.com"));
        StaffMember member = people.hire("王芳", Role.AGENT);
        wang = staff.actor(member.id());
        agent = new StaffBrowser(port).signIn(member.login(), PASSWORD);
        supervisor = new StaffBrowser(port).signIn(people.hire("赵蕾", Role.SUPERVISOR).login(), PASSWORD);
    }

    // ---- Customers

    @Test
    void aCustomerIsFoundByNamePinyinNumberAndTag() {
        customers.tag(lin, "新品爱好者", new Author(null, "规则"), null);
        for (String words : List.of("林晓", "晓", "linxiao", "lin xiao", "lx", "xiao", "LINX", "M1001", "m10", "2203",
                "13800132203", "138 0013 2203", "lin.xiao@example.com", "新品")) {
            assertThat(titles(agent, "customer", words)).as(words).containsExactly("林晓");
        }
        assertThat(titles(agent, "customer", "王")).isEmpty();
        assertThat(titles(agent, "customer", "9999")).isEmpty();
    }

    @Test
    void whatWasAskedForIsMarked() {
        JsonNode byName = first(agent, "customer", "晓");
        assertThat(hits(byName.path("title"))).containsExactly("晓");
        assertThat(hits(first(agent, "customer", "linxiao").path("title"))).containsExactly("林晓");
        assertThat(hits(first(agent, "customer", "2203").path("snippet"))).containsExactly("2203");
    }

    /** P-08. */
    @Test
    void whoeverSeesNumbersInPartCannotGuessTheRest() {
        assertThat(textOf(first(agent, "customer", "林晓").path("snippet"))).contains("138****2203").doesNotContain("0013");
        assertThat(titles(agent, "customer", "00132203")).isEmpty();
        assertThat(titles(agent, "customer", "1380013")).isEmpty();
        assertThat(titles(agent, "customer", "lin.xiao@exa")).isEmpty();

        StaffBrowser admin = new StaffBrowser(port).signIn(people.hire("周敏", Role.ADMIN).login(), PASSWORD);
        assertThat(titles(admin, "customer", "00132203")).containsExactly("林晓");
        assertThat(titles(admin, "customer", "1380013")).containsExactly("林晓");
        assertThat(textOf(first(admin, "customer", "林晓").path("snippet"))).contains("13800132203");
    }

    @Test
    void aNewNameIsFoundAndTheOldOneIsNot() {
        assertThat(titles(agent, "customer", "linxiao")).hasSize(1);
        supervisor.patch("/api/customers/" + lin, "{\"name\":\"陈默\"}");

        assertThat(titles(agent, "customer", "linxiao")).isEmpty();
        assertThat(titles(agent, "customer", "chenmo")).containsExactly("陈默");
    }

    @Test
    void ofTwoFilesThatBecameOneOneIsFound() {
        CustomerId visitor = customers.recognise(Identity.visitor("b1"), CustomerFacts.from("web").named("林晓"));
        assertThat(titles(agent, "customer", "林晓")).hasSize(2);
        customers.identify(visitor, Identity.member("M1001"), CustomerFacts.from("web"), "会员登录");

        assertThat(titles(agent, "customer", "林晓")).hasSize(1);
    }

    @Test
    void customersOfOthersAreNotFound() {
        ConversationId foreign = conversationOf(lin, heldInAnotherGroup());
        say(foreign, lin, "沙发腿松了");

        assertThat(titles(agent, "customer", "林晓")).isEmpty();
        assertThat(titles(agent, "conversation", "沙发")).isEmpty();
        assertThat(titles(supervisor, "customer", "林晓")).hasSize(1);
        assertThat(titles(supervisor, "conversation", "沙发")).hasSize(1);
    }

    // ---- What was said

    @Test
    void aSentenceIsFoundByAnyRowOfItsCharactersAndByItsWords() {
        ConversationId conversation = conversationOf(lin, wang);
        say(conversation, lin, "这款布艺沙发的坐垫可以拆下来机洗吗");
        for (String words : List.of("布艺沙发", "艺沙发", "坐垫", "拆下来", "机洗", "沙发 机洗", "沙发坐垫")) {
            JsonNode found = first(agent, "conversation", words);
            assertThat(found.path("title").toString()).as(words).contains("林晓");
            assertThat(found.path("ref").path("id").asString()).isEqualTo(conversation.value().toString());
            assertThat(found.path("ref").path("place").asInt()).isPositive();
        }
        assertThat(hits(first(agent, "conversation", "艺沙发").path("snippet"))).containsExactly("艺沙发");
        assertThat(titles(agent, "conversation", "沙发垫")).isEmpty();
        assertThat(titles(agent, "conversation", "窗帘")).isEmpty();
    }

    @Test
    void englishWordsAreFoundInAnyForm() {
        ConversationId conversation = conversationOf(lin, wang);
        say(conversation, lin, "My refunds were delayed, order A20260211-77 please");

        assertThat(titles(agent, "conversation", "refund")).hasSize(1);
        assertThat(titles(agent, "conversation", "REFUNDING")).hasSize(1);
        assertThat(titles(agent, "conversation", "delay")).hasSize(1);
        assertThat(titles(agent, "conversation", "A20260211-77")).hasSize(1);
        assertThat(hits(first(agent, "conversation", "refund").path("snippet"))).containsExactly("refunds");
        assertThat(titles(agent, "conversation", "ref")).hasSize(1);
        assertThat(titles(agent, "conversation", "order refund")).hasSize(1);
        assertThat(titles(agent, "conversation", "coupon refund")).isEmpty();
    }

    @Test
    void whatWasTakenBackIsNotFound() {
        ConversationId conversation = conversationOf(lin, wang);
        var said = conversations
                .reply(wang, conversation, UUID.randomUUID(), new Body.Text("密码是 sesame-street"), null)
                .join();
        assertThat(titles(agent, "conversation", "sesame")).hasSize(1);

        conversations.recall(com.huixiang.conversation.Author.agent(wang.id(), wang.nickname()), conversation, said.seq());

        assertThat(titles(agent, "conversation", "sesame")).isEmpty();
        index.rebuild();
        assertThat(titles(agent, "conversation", "sesame")).isEmpty();
    }

    @Test
    void aConversationStandsInTheAnswerOnce() {
        ConversationId conversation = conversationOf(lin, wang);
        say(conversation, lin, "沙发有浅灰色吗");
        say(conversation, lin, "沙发什么时候到货");

        JsonNode group = group(agent, "conversation", "沙发");
        assertThat(group.path("items").size()).isEqualTo(1);
        assertThat(textOf(group.path("items").get(0).path("snippet"))).contains("什么时候到货");
    }

    // ---- Scripts

    @Test
    void scriptsOfOthersAreNotFound() {
        StaffBrowser other = new StaffBrowser(port).signIn(people.hire("李强", Role.AGENT).login(), PASSWORD);
        other.post("/api/scripts", "{\"folder\":\"我的\",\"title\":\"退货流程说明\",\"content\":\"七天内可退\"}");

        assertThat(titles(other, "script", "退货流程说明")).hasSize(1);
        assertThat(titles(other, "script", "thlcsm")).hasSize(1);
        assertThat(titles(agent, "script", "退货流程说明")).isEmpty();
    }

    // ---- The index

    @Test
    void anIndexThatIsThrownAwayIsBuiltAgainFromTheTables() throws IOException {
        ConversationId conversation = conversationOf(lin, wang);
        say(conversation, lin, "餐桌的漆有点掉了");
        assertThat(titles(agent, "conversation", "餐桌")).hasSize(1);

        throwAway(settings.folder());

        assertThat(titles(agent, "conversation", "餐桌")).hasSize(1);
        assertThat(titles(agent, "customer", "linxiao")).hasSize(1);
    }

    @Test
    void anIndexThatBrokeIsBuiltAgain() throws IOException {
        say(conversationOf(lin, wang), lin, "餐桌的漆有点掉了");
        assertThat(titles(agent, "conversation", "餐桌")).hasSize(1);
        index.close();
        try (Stream<Path> files = Files.walk(settings.folder())) {
            for (Path file : files.filter(Files::isRegularFile).filter(each -> !each.endsWith("write.lock")).toList()) {
                Files.writeString(file, "broken");
            }
        }

        assertThat(titles(agent, "conversation", "餐桌")).hasSize(1);
    }

    @Test
    void anIndexThatWasAwayReadsOn() {
        ConversationId conversation = conversationOf(lin, wang);
        say(conversation, lin, "餐桌的漆有点掉了");
        index.catchUp();
        index.close();
        say(conversation, lin, "窗帘也有点褪色");
        customers.recognise(Identity.member("M2"), CustomerFacts.from("web").named("陈默"));

        assertThat(titles(agent, "conversation", "餐桌")).hasSize(1);
        assertThat(titles(agent, "conversation", "窗帘")).hasSize(1);
        assertThat(titles(agent, "customer", "陈默")).hasSize(1);
    }

    @Test
    void anAnswerNamesOnlyWhatIsKnown() {
        assertThat(agent.get("/api/search?q=x&kinds=secret").code()).isEqualTo("search.unknown-kind");
        assertThat(agent.get("/api/search?q=%20").body().path("groups").size()).isZero();
        assertThat(agent.get("/api/search?q=%22)*~%3A(").body().path("groups").size()).isZero();
        assertThat(new StaffBrowser(port).get("/api/search?q=x").status()).isEqualTo(401);
    }

    // ---- Words

    private Actor heldInAnotherGroup() {
        SkillGroup theirs = people.group("售后组");
        StaffMember chen = people.hire("陈晨", Role.AGENT);
        staff.qualify(chen.id(), theirs.id(), 3);
        return staff.actor(chen.id());
    }

    private ConversationId conversationOf(CustomerId customer, Actor holder) {
        ConversationId conversation = conversations.open(new Opening(customer, SHOP, null, IssueType.OTHER, null));
        assignments.take(holder, conversation);
        if (!holder.groups().isEmpty()) {
            sql.sql("update conversation.conversation set group_id = ? where id = ?")
                    .params(holder.groups().iterator().next().value(), conversation.value())
                    .update();
        }
        return conversation;
    }

    private void say(ConversationId conversation, CustomerId customer, String words) {
        sql.sql("""
                with next as (
                    update conversation.conversation set last_seq = last_seq + 1 where id = :id returning last_seq)
                insert into conversation.message (conversation_id, seq, sent_at, client_id, author, author_id, author_name, kind, body)
                select :id, last_seq, :at, :client, 'CUSTOMER', :customer, '林晓', 'TEXT', jsonb_build_object('text', :words::text)
                  from next""")
                .param("id", conversation.value())
                .param("at", OffsetDateTime.now())
                .param("client", UUID.randomUUID())
                .param("customer", customer.value())
                .param("words", words)
                .update();
    }

    private JsonNode group(StaffBrowser browser, String kind, String words) {
        index.catchUp();
        JsonNode groups = browser.get("/api/search?kinds=" + kind + "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .body()
                .path("groups");
        return groups.path(0);
    }

    private List<String> titles(StaffBrowser browser, String kind, String words) {
        List<String> titles = new ArrayList<>();
        group(browser, kind, words).path("items").forEach(item -> titles.add(textOf(item.path("title"))));
        return titles;
    }

    private JsonNode first(StaffBrowser browser, String kind, String words) {
        return group(browser, kind, words).path("items").path(0);
    }

    private static String textOf(JsonNode pieces) {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.path("text").asString()));
        return text.toString();
    }

    private static List<String> hits(JsonNode pieces) {
        List<String> hits = new ArrayList<>();
        pieces.forEach(piece -> {
            if (piece.path("hit").asBoolean()) {
                hits.add(piece.path("text").asString());
            }
        });
        return hits;
    }

    private static void throwAway(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package com.huixiang.customer.web;

import static com.huixiang.customer.CustomerFixtures.web;
import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.StaffBrowser;
import com.huixiang.agenda.Agenda;
import com.huixiang.agenda.DueAppointments;
import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.channel.Inbox;
import com.huixiang.channel.Visitors;
import com.huixiang.conversation.Attachments;
import com.huixiang.conversation.Body;
import com.huixiang.conversation.Draft;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.customer.PersonalData;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** P-08: what a customer allows, what he may ask for, and how long we keep what we have. */
@HuixiangTest
class CustomerPrivacyTests {

    @Autowired
    Customers customers;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    Visitors visitors;

    @Autowired
    Inbox inbox;

    @Autowired
    Attachments attachments;

    @Autowired
    StaffFixtures people;

    @Autowired
    List<PersonalData> claims;

    @Autowired
    Agenda agenda;

    @Autowired
    DueAppointments due;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    CustomerId lin;
    Visitors.Admitted visit;
    StaffBrowser admin;
    StaffBrowser agent;

    @BeforeEach
    void linHasWritten() {
        accounts.open(new ChannelAccount("qinghe", "青禾家居", "您好", List.of()));
        visit = visitors.admit("qinghe", null, null);
        lin = customers.identify(
                visit.visitor().customer(),
                Identity.member("M1001"),
                web().named("林晓").reachedBy("13800138000", "lin.xiao@example.com"),
                "在同一浏览器登录会员 M1001");
        var writing = visitors.recognise(visit.token());
        var picture = attachments.keep("customer:" + lin, "发票.txt", "林晓的发票".getBytes(StandardCharsets.UTF_8));
        say(writing, new Body.Text("我住在文三路 9 号，电话 13800138000"));
        say(writing, picture.body());
        admin = new StaffBrowser(port).signIn(people.hire("周敏", Role.ADMIN).login(), PASSWORD);
        agent = new StaffBrowser(port).signIn(people.hire("王芳", Role.AGENT).login(), PASSWORD);
        admin.post(url("/notes"), "{\"text\":\"林晓喜欢原木\"}");
    }

    private void say(Visitors.Visitor who, Body body) {
        inbox.accept(who, new Draft(UUID.randomUUID(), body, null), Inbox.Circumstances.NONE, false).join();
    }

    private String url(String rest) {
        return "/api/customers/" + lin + rest;
    }

    @Test
    void consentIsAskedForEachPurposeAndEveryAnswerIsKept() {
        assertThat(admin.get(url("/consents")).body()).hasSize(3).allMatch(each -> each.path("given").isNull());

        admin.put(url("/consents"), "{\"purpose\":\"marketing\",\"given\":true,\"source\":\"phone\"}");
        admin.put(url("/consents"), "{\"purpose\":\"marketing\",\"given\":false,\"source\":\"chat\",\"note\":\"不想再收短信\"}");

        JsonNode marketing = admin.get(url("/consents")).body().get(0);
        assertThat(marketing.path("given").asBoolean()).isFalse();
        assertThat(marketing.path("history")).hasSize(2);
        assertThat(marketing.path("last").path("version").asInt()).isEqualTo(1);
        assertThat(marketing.path("last").path("by").asString()).isEqualTo("周敏");
        assertThat(admin.get(url("/timeline?kinds=consent")).body().path("items")).hasSize(2);
    }

    @Test
    void aNewTextIsANewVersionAndOldAnswersKeepTheirs() {
        admin.put(url("/consents"), "{\"purpose\":\"marketing\",\"given\":true,\"source\":\"phone\"}");
        JsonNode privacy = admin.get("/api/settings/privacy").body();
        String changed = "{\"purposes\":[{\"code\":\"marketing\",\"name\":{\"zh\":\"营销信息\",\"en\":\"Marketing\"},"
                + "\"text\":{\"zh\":\"每月最多一条。\",\"en\":\"Once a month at most.\"}}],\"retention\":[]}";

        assertThat(agent.put("/api/settings/privacy", changed).status()).isEqualTo(403);
        JsonNode after = admin.put("/api/settings/privacy", changed).body();

        assertThat(privacy.path("purposes")).hasSize(3);
        assertThat(after.path("purposes")).hasSize(1);
        assertThat(after.path("purposes").get(0).path("version").asInt()).isEqualTo(2);
        assertThat(admin.get(url("/consents")).body().get(0).path("last").path("version").asInt()).isEqualTo(1);
    }

    @Test
    void everythingWeKeepOfHimGoesIntoOneArchive() throws Exception {
        Map<String, String> files = archive();

        assertThat(files.keySet()).contains("index.html", "json/file.json", "csv/messages.csv", "messages.html");
        assertThat(files.get("index.html")).contains("林晓").contains("messages.html");
        assertThat(files.get("json/file.json")).contains("13800138000");
        assertThat(files.get("csv/messages.csv")).contains("文三路 9 号");
        assertThat(files.get("json/notes.json")).contains("林晓喜欢原木");
        assertThat(files.entrySet()).anyMatch(file -> file.getKey().startsWith("files/") && file.getValue().equals("林晓的发票"));
        assertThat(JsonMapper.shared().readTree(files.get("json/messages.json")).size()).isPositive();
        assertThat(trail("customer.archive.exported")).isEqualTo(1);
        assertThat(agent.get(url("/archive.zip")).status()).isEqualTo(403);
    }

    @Test
    void whatAnErasureWouldDoIsShownBefore() {
        JsonNode outlook = admin.get(url("/erasure")).body();

        assertThat(outlook.path("name").asString()).isEqualTo("林晓");
        assertThat(outlook.path("allowed").asBoolean()).isTrue();
        assertThat(outlook.path("hindrances").get(0).path("zh").asString()).contains("未结束的会话");
        assertThat(outlook.path("parts")).anyMatch(part ->
                part.path("name").asString().equals("messages") && part.path("rows").asInt() >= 2);
        assertThat(erase("林晓").code()).isEqualTo("customer.erasure-hindered");
    }

    @Test
    void whoIsErasedIsGoneFromEveryTable() {
        sql.sql("update conversation.conversation set state = 'CLOSED', closed_at = opened_at, agent_id = null, waiting_since = null").update();
        long conversations = count("conversation.conversation");
        long messages = count("conversation.message");

        assertThat(erase("林小").code()).isEqualTo("customer.name-differs");
        assertThat(agent.put(url("/erasure"), "{\"name\":\"林晓\",\"reason\":\"x\"}").status()).isEqualTo(403);
        assertThat(erase("林晓").status()).isEqualTo(200);

        assertThat(tablesThatMention("林晓")).isEmpty();
        assertThat(tablesThatMention("13800138000")).isEmpty();
        assertThat(tablesThatMention("lin.xiao")).isEmpty();
        assertThat(tablesThatMention("M1001")).isEmpty();
        assertThat(tablesThatMention("文三路")).isEmpty();
        assertThat(count("conversation.attachment")).isZero();
        assertThat(count("conversation.conversation")).isEqualTo(conversations);
        assertThat(count("conversation.message")).isEqualTo(messages);
        assertThat(customers.get(lin).name()).startsWith("已删除的客户");
        assertThat(trail("customer.erased")).isEqualTo(1);
        assertThat(erase(customers.get(lin).name()).code()).isEqualTo("customer.erased-already");
    }

    @Test
    void whoWasErasedAndComesBackIsAStranger() {
        sql.sql("update conversation.conversation set state = 'CLOSED', closed_at = opened_at, agent_id = null, waiting_since = null").update();
        erase("林晓");

        CustomerId again = visitors.admit("qinghe", visit.token(), null).visitor().customer();
        CustomerId member = customers.recognise(Identity.member("M1001"), web().named("林晓"));

        assertThat(again).isNotEqualTo(lin);
        assertThat(member).isNotEqualTo(lin);
    }

    @Test
    void aMergeOfWhoWasErasedNamesNobody() {
        sql.sql("update conversation.conversation set state = 'CLOSED', closed_at = opened_at, agent_id = null, waiting_since = null").update();
        CustomerId other = customers.recognise(Identity.member("M1002"), web().named("林小小"));
        admin.post("/api/customers/merges", "{\"from\":\"" + other + "\",\"into\":\"" + lin + "\",\"reason\":\"林晓也叫林小小\"}");

        erase("林晓");

        assertThat(tablesThatMention("林小小")).isEmpty();
        assertThat(tablesThatMention("M1002")).isEmpty();
    }

    @Test
    void whatIsOldIsForgottenByNight() {
        clock.stop();
        sql.sql("update conversation.conversation set state = 'CLOSED', closed_at = opened_at, agent_id = null, waiting_since = null").update();
        admin.put("/api/settings/privacy", """
                {"purposes":[{"code":"marketing","name":{"zh":"营销","en":"Marketing"},"text":{"zh":"好","en":"Good"}}],
                 "retention":[{"kind":"conversation.messages","days":30},{"kind":"customer.strangers","days":60}]}""");
        CustomerId stranger = customers.recognise(Identity.visitor("old-browser"), web());

        clock.advance(Duration.ofDays(31));
        agenda.remind("customer.retention", "customer.retention", clock.instant());
        due.fulfil();

        assertThat(tablesThatMention("文三路")).isEmpty();
        assertThat(customers.recognise(Identity.visitor("old-browser"), web())).isEqualTo(stranger);
        admin = new StaffBrowser(port).signIn(people.hire("赵云", Role.ADMIN).login(), PASSWORD);
        JsonNode kept = admin.get("/api/settings/privacy").body().path("retention");
        assertThat(kept).anyMatch(each -> each.path("kind").asString().equals("conversation.messages")
                && each.path("last").path("rows").asInt() == 1);
    }

    @Test
    void anotherNumberOfHisIsShownWholeOnTheRecord() {
        customers.recognise(Identity.member("M1001"), com.huixiang.customer.CustomerFacts.from("shop:jd").reachedBy("13900139000", null));
        JsonNode identities = agent.get(url("")).body().path("identities");
        String mark = "";
        for (JsonNode each : identities) {
            if (each.path("value").asString().equals("138****8000")) {
                mark = each.path("mark").asString();
            }
        }

        assertThat(admin.post(url("/reveal"), "{\"field\":\"phone\",\"mark\":\"" + mark + "\"}").body().path("value").asString())
                .isEqualTo("13800138000");
        assertThat(admin.post(url("/reveal"), "{\"field\":\"phone\"}").body().path("value").asString())
                .isEqualTo("13900139000");
        assertThat(admin.post(url("/reveal"), "{\"field\":\"phone\",\"mark\":\"forged\"}").code())
                .isEqualTo("customer.contact-missing");
        assertThat(trail("customer.contact.revealed")).isEqualTo(2);
    }

    @Test
    void everyTableWithACustomerIsClaimedByARoom() {
        Set<String> claimed = new TreeSet<>();
        claims.forEach(each -> claimed.addAll(each.tables()));

        Set<String> tables = new TreeSet<>(sql.sql("""
                        select c.table_schema || '.' || c.table_name
                          from information_schema.columns c
                          join pg_class t on t.relname = c.table_name and t.relnamespace = c.table_schema::regnamespace
                         where c.column_name = 'customer_id' and t.relkind in ('r', 'p') and not t.relispartition
                           and c.table_schema <> 'demo'""")
                .query(String.class)
                .list());

        assertThat(claimed).containsAll(tables);
    }

    private StaffBrowser.Answer erase(String name) {
        return admin.put(url("/erasure"), "{\"name\":\"" + name + "\",\"reason\":\"客户要求删除\"}");
    }

    private long count(String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }

    private int trail(String verb) {
        return sql.sql("select count(*) from audit.entry where verb = ?").param(verb).query(Integer.class).single();
    }

    /** Reads every row of every table of the house as text. */
    private Set<String> tablesThatMention(String words) {
        Set<String> found = new TreeSet<>();
        for (String table : sql.sql("""
                        select t.oid::regclass::text from pg_class t join pg_namespace n on n.oid = t.relnamespace
                         where t.relkind in ('r', 'p') and not t.relispartition
                           and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public')
                           and n.nspname not like 'pg_%'""")
                .query(String.class)
                .list()) {
            if (sql.sql("select exists (select from " + table + " t where t::text like ?)")
                    .param("%" + words + "%")
                    .query(Boolean.class)
                    .single()) {
                found.add(table);
            }
        }
        return found;
    }

    private Map<String, String> archive() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/customers/" + lin + "/archive.zip"))
                .header("Cookie", "HXSESSION=" + admin.cookie("HXSESSION").orElseThrow())
                .build();
        byte[] zip = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()).body();
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}

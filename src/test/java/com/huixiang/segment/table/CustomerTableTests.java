package com.huixiang.segment.table;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.conversation.Assignments;
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
import com.huixiang.customer.Level;
import com.huixiang.search.SearchIndex;
import com.huixiang.staff.Role;
import com.huixiang.staff.SkillGroup;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** P-01, E-03: all customers as a table, and one at a glance. */
@HuixiangTest
class CustomerTableTests {

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
    SearchIndex index;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    StaffBrowser lead;
    final Map<String, CustomerId> known = new HashMap<>();

    @BeforeEach
    void threeCustomers() {
        lead = new StaffBrowser(port).signIn(people.hire("赵蕾", Role.SUPERVISOR).login(), PASSWORD);
        customer("王芳", "M1", Level.GOLD, "13800130001", 3, "900.00", 10);
        customer("白洁", "M2", Level.SILVER, "13800130002", 1, "99.50", 200);
        customer("林晓", "M3", Level.ORDINARY, "13800132203", 9, "8214.00", 2);
        customers.tag(known.get("林晓"), "高价值", new Author(null, "规则"), "近一年消费 ¥8,214");
    }

    private void customer(String name, String member, Level level, String phone, int orders, String spent, int daysAgo) {
        CustomerId id = customers.recognise(
                Identity.member(member), CustomerFacts.from("web").named(name).of(level).reachedBy(phone, null));
        known.put(name, id);
        sql.sql("""
                insert into segment.facts (customer_id, currency, orders, orders_year, spent, spent_year, spent_quarter,
                       last_order_at, categories, level, reachable, views, carts, since, r, f, m, strategy, appraisal, rules,
                       counted, computed_at)
                values (:id, 'CNY', :orders, :orders, :spent::numeric, 0, 0, :at, '{}', :level, true, 0, 0, :at, 5, 5, :m,
                       :strategy, 'ORDINARY', '{}', '{}', :at)
                on conflict (customer_id) do update
                   set currency = excluded.currency, orders = excluded.orders, spent = excluded.spent,
                       last_order_at = excluded.last_order_at, r = excluded.r, f = excluded.f, m = excluded.m,
                       strategy = excluded.strategy""")
                .param("id", id.value())
                .param("orders", orders)
                .param("spent", spent)
                .param("at", OffsetDateTime.now().minusDays(daysAgo))
                .param("level", level.name())
                .param("m", orders > 5 ? 5 : 2)
                .param("strategy", orders > 5 ? "LOYAL" : "CULTIVATE")
                .update();
    }

    @Test
    void customersAreSortedByWhatWasBoughtAndByPinyin() {
        assertThat(names("sort=spent&down=true")).containsExactly("林晓", "王芳", "白洁");
        assertThat(names("sort=orders&down=false")).containsExactly("白洁", "王芳", "林晓");
        assertThat(names("sort=bought&down=true")).containsExactly("林晓", "王芳", "白洁");
        assertThat(names("sort=name&down=false")).containsExactly("白洁", "林晓", "王芳");
    }

    @Test
    void theyAreFoundByNamePinyinPhoneTailAndOrderNumber() {
        order("林晓", "HX20261101-07");
        for (String words : List.of("林晓", "linx", "2203", "HX20261101-07")) {
            index.catchUp();
            assertThat(names("q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))).as(words).containsExactly("林晓");
        }
        assertThat(names("q=9999")).isEmpty();
    }

    @Test
    void filtersGoTogether() {
        assertThat(names("level=gold,silver&sort=name&down=false")).containsExactly("白洁", "王芳");
        assertThat(names("tag=" + URLEncoder.encode("高价值", StandardCharsets.UTF_8))).containsExactly("林晓");
        assertThat(names("strategy=loyal")).containsExactly("林晓");
        assertThat(names("cell=552&sort=name&down=false")).containsExactly("白洁", "王芳");
        assertThat(names("value=high")).containsExactly("王芳");
        String recently = OffsetDateTime.now().minusDays(30).toInstant().toString();
        assertThat(names("boughtFrom=" + recently + "&sort=spent")).containsExactly("林晓", "王芳");
        assertThat(names("level=gold&strategy=loyal")).isEmpty();
        assertThat(lead.get("/api/customers/table?cell=9").code()).isEqualTo("customer.table.not-understood");
    }

    @Test
    void aPageGoesOnWhereTheOneBeforeEnded() {
        for (String sort : List.of("registered", "name", "spent", "orders", "bought")) {
            List<String> all = new ArrayList<>();
            String next = "";
            int pages = 0;
            do {
                JsonNode page = lead.get("/api/customers/table?limit=1&sort=" + sort + next).body();
                page.path("items").forEach(row -> all.add(row.path("name").asString()));
                next = page.path("next").isNull() ? null : "&cursor=" + page.path("next").asString();
                pages++;
            } while (next != null && pages < 9);
            assertThat(all).as(sort).containsExactlyInAnyOrder("王芳", "白洁", "林晓");
        }
        assertThat(lead.get("/api/customers/table?cursor=forged").code()).isEqualTo("customer.table.bad-cursor");
        assertThat(lead.get("/api/customers/table").body().path("total").asInt()).isEqualTo(3);
    }

    @Test
    void aRowSaysWhyATagIsThereAndShowsNumbersInPart() {
        JsonNode row = lead.get("/api/customers/table?strategy=loyal").body().path("items").get(0);
        assertThat(row.path("tags").get(0).path("whyZh").asString()).isEqualTo("近一年消费 ¥8,214");
        assertThat(row.path("spent").path("amount").asString()).isEqualTo("8214.00");
        assertThat(row.path("rfm").asString()).isEqualTo("555");
        StaffBrowser agent = new StaffBrowser(port).signIn(people.hire("陈晨", Role.AGENT).login(), PASSWORD);
        assertThat(agent.get("/api/customers/table?strategy=loyal").body().path("items").get(0).path("phone").asString())
                .isEqualTo("138****2203");
    }

    @Test
    void customersOfOthersAreNoRows() {
        SkillGroup theirs = people.group("售后组");
        StaffMember chen = people.hire("陈晨", Role.AGENT);
        staff.qualify(chen.id(), theirs.id(), 3);
        ConversationId foreign = conversations.open(
                new Opening(known.get("林晓"), new Touchpoint("shop", "web", "青禾家居"), null, IssueType.OTHER, null));
        assignments.take(staff.actor(chen.id()), foreign);
        sql.sql("update conversation.conversation set group_id = ? where id = ?")
                .params(theirs.id().value(), foreign.value())
                .update();
        StaffBrowser other = new StaffBrowser(port).signIn(people.hire("吴杰", Role.AGENT).login(), PASSWORD);

        JsonNode page = other.get("/api/customers/table?sort=name&down=false").body();
        assertThat(page.path("items").valueStream().map(row -> row.path("name").asString()).toList())
                .containsExactly("白洁", "王芳");
        assertThat(page.path("total").isNull()).isTrue();
        assertThat(other.get("/api/customers/" + known.get("林晓") + "/glance").status()).isEqualTo(403);
    }

    @Test
    void theTableIsTakenOutByWhoeverMayAndThisIsOnRecord() {
        StaffBrowser agent = new StaffBrowser(port).signIn(people.hire("陈晨", Role.AGENT).login(), PASSWORD);
        assertThat(agent.get("/api/customers/table.csv").status()).isEqualTo(403);

        String csv = lead.get("/api/customers/table.csv?sort=spent").raw().body();
        assertThat(csv.lines().toList()).hasSize(4);
        assertThat(csv).contains("\"林晓\"").contains("8214.00").contains("高价值");
        assertThat(sql.sql("select count(*)::int from audit.entry where verb = 'customer.table.exported'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void viewsAreOnesOwn() {
        String look = "{\"name\":\"高价值华东\",\"look\":{\"look\":{\"strategy\":\"loyal\"}}}";
        JsonNode kept = lead.post("/api/customers/views", look).body();
        assertThat(lead.post("/api/customers/views", look).code()).isEqualTo("customer.view.invalid");
        assertThat(lead.get("/api/customers/views").body().get(0).path("look").path("look").path("strategy").asString())
                .isEqualTo("loyal");
        StaffBrowser agent = new StaffBrowser(port).signIn(people.hire("陈晨", Role.AGENT).login(), PASSWORD);
        assertThat(agent.get("/api/customers/views").body()).isEmpty();
        assertThat(agent.delete("/api/customers/views/" + kept.path("id").asString()).code()).isEqualTo("customer.view.not-found");
        assertThat(lead.delete("/api/customers/views/" + kept.path("id").asString()).status()).isEqualTo(204);
    }

    @Test
    void oneAnswerSaysWhatAnAgentWantsToKnow() {
        UUID order = order("林晓", "HX1");
        sql.sql("insert into shop.line (order_id, no, customer_id, sku, name, quantity, price, amount) values (?, 1, ?, 'S1', '布艺沙发', 1, 599, 599)")
                .params(order, known.get("林晓").value())
                .update();
        sql.sql("""
                insert into shop.shipment (order_id, no, customer_id, carrier, number, state, steps)
                values (?, 1, ?, '顺丰', 'SF1', 'UNDERWAY', '[{"at":"2026-11-20T08:00:00Z","text":"已到上海"}]')""")
                .params(order, known.get("林晓").value())
                .update();

        sql.sql("""
                insert into segment.worth (customer_id, version, purchases, first_day, last_day, until_day, currency, spend_repeats,
                       spend_total, alive, back, expected, spend, value, churn, computed_at)
                values (?, 1, 3, '2026-01-01', '2026-11-01', '2026-11-20', 'CNY', 2, 1200, 0.9, 0.8, 2.5, 600, 3120, 'LOW', ?)""")
                .params(known.get("林晓").value(), OffsetDateTime.now())
                .update();

        JsonNode glance = lead.get("/api/customers/" + known.get("林晓") + "/glance").body();
        assertThat(glance.path("totals").path("spent").path("amount").asString()).isEqualTo("8214.00");
        assertThat(glance.path("rfm").path("cell").asString()).isEqualTo("555");
        assertThat(glance.path("worth").path("clv").path("amount").asString()).isEqualTo("3120.00");
        assertThat(glance.path("worth").path("churn").asString()).isEqualTo("low");
        JsonNode bought = glance.path("orders").get(0);
        assertThat(bought.path("goods").asString()).isEqualTo("布艺沙发");
        assertThat(bought.path("state").asString()).isEqualTo("shipped");
        assertThat(bought.path("parcel").path("lastStep").asString()).isEqualTo("已到上海");

        JsonNode history = lead.get("/api/customers/" + known.get("林晓") + "/purchases").body();
        assertThat(history.path("months").size()).isEqualTo(24);
        assertThat(history.path("months").valueStream().mapToInt(month -> month.path("orders").asInt()).sum()).isEqualTo(1);
    }

    private UUID order(String customer, String number) {
        UUID id = UUID.randomUUID();
        sql.sql("insert into shop.shop (code, name) values ('tmall', '青禾旗舰店') on conflict do nothing").update();
        sql.sql("""
                insert into shop.order_mirror (id, customer_id, shop, no, state, placed_at, paid_at, amount, currency, changed_at,
                       content, source, taken_at)
                values (:id, :customer, 'tmall', :no, 'SHIPPED', :at, :at, 599, 'CNY', :at, 'x', 'push', :at)""")
                .param("id", id)
                .param("customer", known.get(customer).value())
                .param("no", number)
                .param("at", OffsetDateTime.now().minusDays(1))
                .update();
        return id;
    }

    private List<String> names(String query) {
        return lead.get("/api/customers/table?" + query).body().path("items").valueStream()
                .map(row -> row.path("name").asString())
                .toList();
    }
}

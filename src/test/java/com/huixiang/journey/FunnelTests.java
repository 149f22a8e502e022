package com.huixiang.journey;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.StaffBrowser;
import com.huixiang.channel.ChannelAccount;
import com.huixiang.channel.ChannelAccounts;
import com.huixiang.conversation.Conversations;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Opening;
import com.huixiang.conversation.Touchpoint;
import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.CustomerFixtures;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.CustomerMerges;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.kernel.Caller;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** P-03: the path of one and of all, and what happens to it when files become one (E-05). */
@HuixiangTest
class FunnelTests {

    private static final Caller LEAD = CustomerFixtures.caller(CustomerFixtures.AGENT_WANG, true);

    @Autowired
    Customers customers;

    @Autowired
    CustomerMerges merges;

    @Autowired
    Conversations conversations;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    StaffFixtures people;

    @Autowired
    SettableClock clock;

    @Autowired
    Following following;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    EventDoor door;
    StaffBrowser lead;
    int sent;

    @BeforeEach
    void twoShopsAndALead() {
        clock.stopAt(Instant.parse("2026-11-20T04:00:00Z"));
        accounts.open(new ChannelAccount("shop", "青禾家居商城", "您好", List.of()));
        accounts.open(new ChannelAccount("outlet", "青禾奥莱", "您好", List.of()));
        door = new EventDoor(port, clock);
        lead = new StaffBrowser(port).signIn(people.hire("赵磊", Role.SUPERVISOR).login(), PASSWORD);
    }

    @Test
    void theFunnelCountsWhoCameHowFar() {
        did("a", "Page Viewed", "Product Viewed", "Product Added");
        consulted("a");
        did("a", "Order Completed");
        did("b", "Product Viewed", "Product Added");
        did("c", "Product Viewed");
        did("d", "Order Completed");
        door.fromPage("outlet", event("e", "Product Viewed", clock.instant()));

        JsonNode steps = lead.get("/api/funnel").body().path("steps");
        assertThat(customersOf(steps)).containsExactly(4, 2, 1, 1);
        assertThat(steps.get(1).path("conversion").asDouble()).isEqualTo(0.5);
        assertThat(steps.get(3).path("all").asInt()).isEqualTo(2);
        assertThat(customersOf(lead.get("/api/funnel?channel=outlet").body().path("steps"))).containsExactly(1, 0, 0, 0);
        assertThat(customersOf(lead.get("/api/funnel?from=2026-10-01&to=2026-10-31").body().path("steps")))
                .containsExactly(0, 0, 0, 0);
        assertThat(lead.get("/api/funnel?from=2020-10-01&to=2026-10-31").code()).isEqualTo("journey.bad-period");
        StaffBrowser agent = new StaffBrowser(port).signIn(people.hire("王芳", Role.AGENT).login(), PASSWORD);
        assertThat(agent.get("/api/funnel").status()).isEqualTo(403);
    }

    @Test
    void theRollUpIsWhatTheRowsSay() {
        for (int day = 0; day < 12; day++) {
            for (String who : List.of("a", "b", "c")) {
                if ((day + who.hashCode()) % 3 != 0) {
                    did(who, "Page Viewed", "Product Viewed", day % 4 == 0 ? "Product Added" : "Products Searched");
                }
            }
            clock.advance(Duration.ofHours(13));
        }
        did("c", "Order Completed");
        assertRollUpIsWhatTheRowsSay();

        merges.merge(fileOf("a"), fileOf("b"), "同一个人", LEAD);
        did("a", "Product Viewed");
        assertRollUpIsWhatTheRowsSay();
    }

    @Test
    void thePathFollowsAFileThatBecomesPartOfAnotherAndGoesBack() {
        did("a", "Product Viewed", "Product Added");
        did("b", "Product Viewed");
        did("c", "Product Viewed");
        CustomerId a = fileOf("a");
        CustomerId b = fileOf("b");
        CustomerId c = fileOf("c");

        var first = merges.merge(a, b, "同一个人", LEAD);
        var second = merges.merge(b, c, "同一个人", LEAD);
        did("a", "Products Searched");
        assertThat(journeyOf(c)).hasSize(5);
        assertThat(journeyOf(a)).as("asked by the name he had").hasSize(5);

        merges.part(second.id(), "弄错了", LEAD);
        assertThat(journeyOf(c)).as("his own, and what came meanwhile").hasSize(2);
        assertThat(journeyOf(b)).hasSize(3);
        merges.part(first.id(), "弄错了", LEAD);
        assertThat(journeyOf(a)).hasSize(2);
        assertThat(journeyOf(b)).hasSize(1);
        assertRollUpIsWhatTheRowsSay();
    }

    @Test
    void anEventThatWasOnItsWayWhileTheFilesBecameOneFollowsLater() {
        did("a", "Product Viewed");
        did("b", "Product Viewed");
        CustomerId a = fileOf("a");
        CustomerId b = fileOf("b");
        var merge = merges.merge(a, b, "同一个人", LEAD);
        sql.sql("insert into journey.event (customer_id, at, id, received_at, name, site, properties)"
                        + " values (?, ?, ?, ?, 'Product Viewed', 'shop', '{}')")
                .params(a.value(), JourneyLists.utc(clock.instant()), UUID.randomUUID(), JourneyLists.utc(clock.instant()))
                .update();

        assertThat(journeyOf(b)).hasSize(2);
        following.fulfil(merge.id().toString());
        assertThat(journeyOf(b)).hasSize(3);
        merges.part(merge.id(), "弄错了", LEAD);
        assertThat(journeyOf(a)).hasSize(2);
    }

    @Test
    void tenThousandEventsFollowInOneGo() {
        for (int batch = 0; batch < 20; batch++) {
            door.fromPage(
                    "shop",
                    IntStream.range(0, 500)
                            .mapToObj(n -> event("a", "Product Viewed", clock.instant().minusSeconds(n)))
                            .toArray(String[]::new));
        }
        CustomerId a = fileOf("a");
        CustomerId b = fileOf("b");

        var merge = merges.merge(a, b, "同一个人", LEAD);
        assertThat(eventsOf(a)).isZero();

        merges.part(merge.id(), "弄错了", LEAD);
        assertThat(eventsOf(a)).isEqualTo(10_000);
    }

    private int eventsOf(CustomerId customer) {
        return sql.sql("select count(*) from journey.event where customer_id = ?").param(customer.value()).query(Integer.class).single();
    }

    private void assertRollUpIsWhatTheRowsSay() {
        String rows = """
                select distinct customer_id::text || ' ' || (at at time zone 'Asia/Shanghai')::date || ' ' || site || ' ' ||
                       case name when 'Product Added' then 2 when 'Order Completed' then 4 else 1 end as line
                  from journey.event
                 where name in ('Page Viewed', 'Product Viewed', 'Product Added', 'Order Completed') order by line""";
        String kept = "select customer_id::text || ' ' || day || ' ' || site || ' ' || step as line from journey.step order by line";

        assertThat(sql.sql(kept).query(String.class).list())
                .isNotEmpty()
                .isEqualTo(sql.sql(rows).query(String.class).list());
    }

    private static List<Integer> customersOf(JsonNode steps) {
        return steps.valueStream().map(step -> step.path("customers").asInt()).toList();
    }

    private void did(String who, String... names) {
        for (String name : names) {
            door.fromPage("shop", event(who, name, clock.instant()));
        }
    }

    private String event(String who, String name, Instant at) {
        return """
                {"type":"track","messageId":"m-%d","anonymousId":"%s","event":"%s","timestamp":"%s"}"""
                .formatted(++sent, who, name, at);
    }

    private void consulted(String who) {
        conversations.open(
                new Opening(fileOf(who), new Touchpoint("shop", "web", "青禾家居商城"), null, IssueType.OTHER, null));
    }

    private CustomerId fileOf(String anonymousId) {
        return customers.recognise(Identity.visitor(anonymousId), CustomerFacts.from("test"));
    }

    private JsonNode journeyOf(CustomerId customer) {
        return lead.get("/api/customers/" + customer + "/journey").body().path("items");
    }
}

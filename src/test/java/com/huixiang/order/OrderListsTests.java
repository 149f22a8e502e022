package com.huixiang.order;

import static com.huixiang.order.OrderFixtures.MONDAY;
import static com.huixiang.order.OrderFixtures.line;
import static com.huixiang.order.OrderFixtures.member;
import static com.huixiang.order.OrderFixtures.order;
import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.StaffBrowser;
import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.customer.TimelineSource.Before;
import com.huixiang.order.Order.Kind;
import com.huixiang.order.Order.Parcel;
import com.huixiang.order.Order.Payment;
import com.huixiang.order.Order.Refund;
import com.huixiang.order.Order.Shipment;
import com.huixiang.order.Order.State;
import com.huixiang.order.Order.Step;
import com.huixiang.order.SaleStages.Stage;
import com.huixiang.staff.Role;
import com.huixiang.staff.StaffFixtures;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What people see of orders, and what the house concludes from them. */
@HuixiangTest
class OrderListsTests {

    @Autowired
    Orders orders;

    @Autowired
    OrderLists lists;

    @Autowired
    SaleStages stages;

    @Autowired
    OrderTimeline timeline;

    @Autowired
    OrderData data;

    @Autowired
    Customers customers;

    @Autowired
    StaffFixtures people;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    StaffBrowser lead;

    @BeforeEach
    void itIsMondayEvening() {
        clock.stopAt(MONDAY.plus(Duration.ofHours(10)));
        lead = new StaffBrowser(port).signIn(people.hire("周敏", Role.SUPERVISOR).login(), PASSWORD);
    }

    @Test
    void anAgentSeesAllOrdersOfTheCustomerWithTheirTotals() {
        orders.take("push", List.of(
                order("T-1", member("M1"), State.PAID, line("A", 2, "100")),
                order("T-2", member("M1"), State.CANCELLED, line("A", 1, "50")),
                order("T-3", member("M2"), State.PAID, line("A", 1, "7"))));
        CustomerId lin = who("M1");

        JsonNode seen = lead.get("/api/customers/" + lin + "/orders").body();

        assertThat(seen.path("items").size()).isEqualTo(2);
        assertThat(seen.path("totals").path("orders").asInt()).isEqualTo(1);
        assertThat(seen.path("totals").path("paid").path("amount").asString()).isEqualTo("200.00");
        assertThat(seen.path("items").get(0).path("lines").get(0).path("sku").asString()).isEqualTo("A");
    }

    @Test
    void theListIsFilteredPagedAndTakenOut() {
        for (int number = 1; number <= 5; number++) {
            orders.take("push", List.of(order("T-" + number, member("M" + number), number == 5 ? State.UNPAID : State.PAID, line("A", 1, "9"))));
        }

        JsonNode first = lead.get("/api/orders?limit=3").body();
        JsonNode rest = lead.get("/api/orders?limit=3&cursor=" + first.path("next").asString()).body();
        assertThat(first.path("items").size() + rest.path("items").size()).isEqualTo(5);
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(lead.get("/api/orders?state=unpaid").body().path("items").size()).isEqualTo(1);
        assertThat(lead.get("/api/orders?q=T-3").body().path("items").size()).isEqualTo(1);
        assertThat(lead.get("/api/orders?q=M2").body().path("items").get(0).path("no").asString()).isEqualTo("T-2");
        assertThat(lead.get("/api/orders.csv?state=paid").raw().body().lines()).hasSize(5);
        String id = first.path("items").get(0).path("id").asString();
        assertThat(lead.get("/api/orders/" + id).body().path("lines").size()).isEqualTo(1);
        assertThat(lead.get("/api/orders?cursor=nonsense").code()).isEqualTo("order.bad-cursor");
    }

    @Test
    void storePurchasesAreInTheSameFile() {
        Order till = order("POS-1", member("M1"), State.COMPLETED, line("A", 1, "88"));
        orders.take("push", List.of(new Order(
                "pos", till.no(), Kind.STORE, "SH-01", State.COMPLETED, false, MONDAY, MONDAY, null, null, null, "CNY", null,
                till.buyer(), till.lines(), null, null, null, null)));

        var entries = timeline.page(who("M1"), Set.of("purchase", "order"), Before.newest(), 10);

        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().kind()).isEqualTo("purchase");
        assertThat(lists.ofCustomer(who("M1"), null, 10).items().getFirst().kind()).isEqualTo(Kind.STORE);
    }

    @Test
    void theStageComesFromTheOrdersAndSaysWhy() {
        CustomerId lin = customers.recognise(Identity.member("M1"), CustomerFacts.from("web"));
        assertThat(stages.of(lin).stage()).isEqualTo(Stage.PRE_SALE);

        orders.take("push", List.of(order("T-1", member("M1"), State.PAID, line("A", 1, "9"))));
        assertThat(stages.of(lin).stage()).isEqualTo(Stage.IN_SALE);
        assertThat(stages.of(lin).why().zh()).contains("T-1", "未发货");

        orders.take("push", List.of(order("T-1", member("M1"), State.SHIPPED, MONDAY.plusSeconds(7200), line("A", 1, "9"))));
        assertThat(stages.of(lin).stage()).isEqualTo(Stage.AFTER_SALE);

        clock.advance(Duration.ofDays(100));
        assertThat(stages.of(lin).stage()).isEqualTo(Stage.PRE_SALE);
    }

    @Test
    void whatIsPaidAndNotShippedInTimeIsTrouble() {
        orders.take("push", List.of(order("T-1", member("M1"), State.PAID, line("A", 1, "9"))));
        assertThat(lists.trouble(who("M1"))).isEmpty();

        clock.advance(Duration.ofHours(49));

        assertThat(lists.trouble(who("M1"))).singleElement().satisfies(trouble -> {
            assertThat(trouble.kind()).isEqualTo(Trouble.Kind.NOT_SHIPPED);
            assertThat(trouble.no()).isEqualTo("T-1");
        });
    }

    @Test
    void aSilentParcelAndADoubleChargeAreTrouble() {
        Order plain = order("T-1", member("M1"), State.SHIPPED, line("A", 1, "9"));
        orders.take("push", List.of(new Order(
                plain.shop(), plain.no(), plain.kind(), null, State.SHIPPED, false, MONDAY, MONDAY, MONDAY, null, null, "CNY",
                null, plain.buyer(), plain.lines(),
                List.of(new Payment("P1", "wechat", new BigDecimal("9"), MONDAY), new Payment("P2", "wechat", new BigDecimal("9"), MONDAY)),
                List.of(new Shipment("顺丰速运", "SF1", Parcel.UNDERWAY, MONDAY, null, List.of(new Step(MONDAY, "已揽收")))),
                null, null)));
        clock.advance(Duration.ofDays(6));

        assertThat(lists.trouble(who("M1"))).extracting(Trouble::kind)
                .containsExactlyInAnyOrder(Trouble.Kind.CHARGED_TWICE, Trouble.Kind.PARCEL_LOST);
    }

    @Test
    void ordersFollowAMergeAndGoBack() {
        orders.take("push", List.of(
                order("T-1", member("M1"), State.PAID, line("A", 1, "9")), order("T-2", member("M2"), State.PAID, line("B", 1, "8"))));
        orders.takeCarts(List.of(new Cart("tmall", member("M2"), List.of(new Cart.Item("B", "B", 1, BigDecimal.TEN, null)), MONDAY)));
        CustomerId one = who("M1");
        CustomerId other = who("M2");

        JsonNode merge = lead.post("/api/customers/merges", """
                {"from":"%s","into":"%s","reason":"同一手机号"}""".formatted(other, one)).body();
        assertThat(lists.ofCustomer(one, null, 10).items()).hasSize(2);
        assertThat(lists.cart(one).items()).hasSize(1);
        assertThat(sql.sql("select count(*) from shop.line where customer_id = ?").param(one.value()).query(Integer.class).single())
                .isEqualTo(2);

        lead.delete("/api/customers/merges/" + merge.path("id").asString(), "{\"reason\":\"弄错了\"}");
        assertThat(lists.ofCustomer(one, null, 10).items()).extracting(OrderLists.OrderView::no).containsExactly("T-1");
        assertThat(lists.ofCustomer(other, null, 10).items()).extracting(OrderLists.OrderView::no).containsExactly("T-2");
        assertThat(lists.cart(other).items()).hasSize(1);
    }

    @Test
    void theTimelineTellsOfRefundsToo() {
        Order plain = order("T-1", member("M1"), State.PAID, line("A", 1, "9"));
        orders.take("push", List.of(new Order(
                plain.shop(), plain.no(), plain.kind(), null, State.PAID, false, MONDAY, MONDAY, null, null, null, "CNY", null,
                plain.buyer(), plain.lines(), null, null, List.of(new Refund(new BigDecimal("4"), MONDAY.plusSeconds(60), "少发")), null)));

        var all = timeline.page(who("M1"), timeline.kinds(), Before.newest(), 10);
        assertThat(all).extracting(entry -> entry.kind()).containsExactly("refund", "order");
        var next = timeline.page(who("M1"), timeline.kinds(), Before.of(all.getFirst()), 10);
        assertThat(next).extracting(entry -> entry.kind()).containsExactly("order");
    }

    @Test
    void erasingAPersonKeepsTheAccounts() {
        orders.take("push", List.of(order("T-1", member("M1"), State.PAID, line("A", 1, "9"))));
        orders.takeCarts(List.of(new Cart("tmall", member("M1"), List.of(), MONDAY)));

        assertThat(data.erase(who("M1")).get("cart")).isEqualTo(1);
        assertThat(sql.sql("select sum(amount) from shop.order_mirror").query(BigDecimal.class).single()).isEqualByComparingTo("9");
    }

    private CustomerId who(String number) {
        return customers.recognise(Identity.member(number), CustomerFacts.from("web"));
    }
}

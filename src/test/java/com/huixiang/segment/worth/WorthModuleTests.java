package com.huixiang.segment.worth;

import static com.huixiang.customer.CustomerFixtures.AGENT_WANG;
import static com.huixiang.customer.CustomerFixtures.caller;
import static com.huixiang.order.OrderFixtures.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.StaffBrowser;
import com.huixiang.StaffBrowser.Answer;
import com.huixiang.agenda.DueAppointments;
import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.CustomerMerges;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.order.Order;
import com.huixiang.order.Order.Kind;
import com.huixiang.order.Order.Line;
import com.huixiang.order.Order.State;
import com.huixiang.order.Orders;
import com.huixiang.segment.worth.WorthLists.Known;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** P-05, from orders in the mirror to what the agent reads. */
@HuixiangTest
class WorthModuleTests {

    private static final Instant END = LocalDate.of(1997, 9, 30).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    private static final WorthStandard FOR_FEW =
            new WorthStandard(365, new BigDecimal("0.1"), 180, new BigDecimal("0.3"), new BigDecimal("0.6"), 20, 10, 30);

    @Autowired
    Worths worths;

    @Autowired
    WorthLists lists;

    @Autowired
    WorthRepository repository;

    @Autowired
    Orders orders;

    @Autowired
    Customers customers;

    @Autowired
    CustomerMerges merges;

    @Autowired
    SettableClock clock;

    @Autowired
    DueAppointments due;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    @BeforeEach
    void itIsTheEndOfTheThirdQuarter() {
        clock.stopAt(END);
    }

    @Test
    void fromTheOrdersToTheirWorthThePublishedEstimatesComeOut() {
        repository.put(new WorthStandard(
                273, BigDecimal.ZERO, 180, new BigDecimal("0.3"), new BigDecimal("0.6"), 200, 50, 30));
        takeCdNow();

        WorthModel model = worths.fit().orElseThrow();

        assertThat(model.customers()).isEqualTo(2357);
        assertThat(model.returned()).isEqualTo(946);
        assertThat(model.buying().r()).isEqualTo(0.243, within(0.002));
        assertThat(model.buying().alpha() / 7).isEqualTo(4.414, within(0.02));
        assertThat(model.buying().a()).isEqualTo(0.793, within(0.01));
        assertThat(model.buying().b()).isEqualTo(2.426, within(0.03));
        assertThat(model.buying().quality().converged()).isTrue();
        assertThat(model.spending()).singleElement().satisfies(spending -> {
            assertThat(spending.currency()).isEqualTo("USD");
            assertThat(spending.customers()).isEqualTo(946);
            assertThat(spending.p()).isEqualTo(6.25, within(0.05));
        });
        assertThat(model.bars().getFirst().seen()).isEqualTo(1411);
        assertThat(model.heldOut()).isNotNull();
        assertThat(model.heldOut().error()).isLessThan(model.heldOut().errorAsBefore());

        var first = lists.of(customer("0001")).worth();
        assertThat(first.purchases()).isEqualTo(3);
        assertThat(first.expectedOrders()).isEqualTo(1.226, within(0.01));
        assertThat(first.clv().value().doubleValue()).isEqualTo(first.expectedOrders() * 24.65, within(0.4));
        assertThat(first.asOf()).isEqualTo(LocalDate.of(1997, 9, 30));
    }

    @Test
    void tooFewCustomersAreSaidInsteadOfNumbers() {
        buy("M1", "2-1", LocalDate.of(1997, 2, 1), "20");

        assertThat(worths.fit().orElseThrow().state()).isEqualTo(WorthModel.State.TOO_FEW);

        WorthLists.Answer answer = lists.of(customer("M1"));
        assertThat(answer.known()).isEqualTo(Known.TOO_FEW);
        assertThat(answer.worth()).isNull();
        assertThat(answer.says().en()).contains("1 bought and 0 bought again; it takes 200 and 50");
    }

    @Test
    void whoNeverBoughtHasNoWorthEither() {
        aSmallShop();
        worths.fit();
        CustomerId visitor = customers.recognise(Identity.visitor("browser"), CustomerFacts.from("web"));

        assertThat(lists.of(visitor).known()).isEqualTo(Known.NO_ORDERS);
    }

    @Test
    void afterHisOwnOrderACustomerIsAppraisedByTheStandingModel() {
        aSmallShop();
        int version = worths.fit().orElseThrow().version();
        WorthLists.Worth before = lists.of(customer("M3")).worth();

        buy("M3", "new", LocalDate.of(1997, 9, 29), "50");
        worths.appraise(List.of(customer("M3")));

        WorthLists.Worth after = lists.of(customer("M3")).worth();
        assertThat(after.model().version()).isEqualTo(version);
        assertThat(after.purchases()).isEqualTo(before.purchases() + 1);
        assertThat(after.probabilityOfReturn()).isGreaterThan(before.probabilityOfReturn());
        assertThat(after.expectedOrders()).isGreaterThan(before.expectedOrders());
    }

    @Test
    void theSameCustomerIsWorthTheSameAloneAndWithAllOthers() {
        aSmallShop();
        worths.fit();
        var together = lists.of(customer("M5")).worth();

        worths.appraise(List.of(customer("M5")));

        assertThat(lists.of(customer("M5")).worth()).usingRecursiveComparison().isEqualTo(together);
    }

    @Test
    void whatWasCancelledReversedOrGivenBackIsNoPurchase() {
        LocalDate day = LocalDate.of(1997, 3, 3);
        buy("M1", "1", day, "20");
        take(order("M1", "2", day.plusDays(9), "30", State.CANCELLED, false, List.of()));
        take(order("M1", "3", day.plusDays(20), "40", State.PAID, false, List.of()));
        take(order("M1", "C3", day.plusDays(20), "-40", State.CANCELLED, true, List.of()));
        take(order(
                "M1", "4", day.plusDays(30), "50", State.PAID, false,
                List.of(new Order.Refund(new BigDecimal("50"), END, "quality"))));
        buy("M1", "5", day.plusDays(40), "60");
        buy("M1", "6", day.plusDays(40), "5");
        aSmallShop();
        worths.fit();

        assertThat(sql.sql("select purchases, last_day, spend_repeats, spend_total from segment.worth where customer_id = ?")
                        .param(customer("M1").value())
                        .query()
                        .singleRow()
                        .values())
                .extracting(Object::toString)
                .containsExactly("2", "1997-04-12", "1", "65.000");
    }

    @Test
    void aSilentShopHasEndedItsRecordAndHisCustomersAreNotSilent() {
        aSmallShop();
        clock.stopAt(END.plus(Duration.ofDays(3650)));

        worths.fit();

        assertThat(sql.sql("select max(until_day) from segment.worth").query(LocalDate.class).single())
                .isBefore(LocalDate.of(1997, 10, 1));
        assertThat(sql.sql("select max(back) from segment.worth").query(Double.class).single()).isGreaterThan(0.3);
    }

    @Test
    void twoFilesThatBecomeOneAreWorthWhatTheirOrdersSayTogether() {
        aSmallShop();
        worths.fit();
        int both = lists.of(customer("M3")).worth().purchases() + lists.of(customer("M4")).worth().purchases();
        CustomerId gone = customer("M3");

        merges.merge(gone, customer("M4"), "同一个人", caller(AGENT_WANG, true));
        worths.appraise(List.of(gone, customer("M4")));

        assertThat(lists.of(gone).worth().purchases()).isEqualTo(both);
        assertThat(sql.sql("select count(*) from segment.worth where customer_id = ?")
                        .param(gone.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theModelIsForLeadersAndItsStandardForWhoKeepsStandards() {
        aSmallShop();
        worths.fit();
        StaffBrowser owner = new StaffBrowser(port).signIn("admin", HuixiangTest.OWNERS_PASSWORD);

        Answer book = owner.get("/api/worth/model");
        assertThat(book.body().path("model").path("state").asString()).isEqualTo("fitted");
        assertThat(book.body().path("model").path("bars").size()).isEqualTo(8);

        Answer refused = owner.put("/api/worth/standard", """
                {"days": 365, "discount": 0.1, "returnDays": 180, "churnHighBelow": 0.7, "churnLowFrom": 0.6,
                 "fewestCustomers": 200, "fewestReturned": 50, "silentShopDays": 30}""");
        assertThat(refused.code()).isEqualTo("worth.bad-standard");

        owner.put("/api/worth/standard", """
                {"days": 730, "discount": 0.05, "returnDays": 90, "churnHighBelow": 0.2, "churnLowFrom": 0.5,
                 "fewestCustomers": 20, "fewestReturned": 10, "silentShopDays": 30}""");
        due.fulfil();
        Answer worth = owner.get("/api/customers/" + customer("M5") + "/worth");
        assertThat(worth.body().path("worth").path("days").asInt()).isEqualTo(730);
        assertThat(worth.body().path("worth").path("clv").path("currency").asString()).isEqualTo("CNY");
        assertThat(worth.body().path("worth").path("model").path("version").asInt()).isGreaterThan(1);
        assertThat(sql.sql("select count(*) from audit.entry where verb = 'worth.standard.changed'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** A hundred customers; the higher the number, the more often they come. */
    private void aSmallShop() {
        repository.put(FOR_FEW);
        List<Order> all = new ArrayList<>();
        for (int who = 2; who <= 100; who++) {
            LocalDate first = LocalDate.of(1997, 1, 1).plusDays(who % 60);
            int times = 1 + who % 7;
            for (int time = 0; time < times; time++) {
                all.add(order(
                        "M" + who, who + "-" + time, first.plusDays((long) time * (11 + who % 23)), "" + (10 + who % 50 + time),
                        State.PAID, false, List.of()));
            }
        }
        orders.take("push", all);
    }

    private void buy(String who, String no, LocalDate day, String amount) {
        take(order(who, no, day, amount, State.PAID, false, List.of()));
    }

    private void take(Order order) {
        orders.take("push", List.of(order));
    }

    private static Order order(
            String who, String no, LocalDate day, String amount, State state, boolean reversal, List<Order.Refund> refunds) {
        Instant at = day.atTime(4, 0).toInstant(ZoneOffset.UTC);
        int pieces = reversal ? -1 : 1;
        return new Order(
                "shop", no, Kind.ONLINE, null, state, reversal, at, at, null, null, null, "CNY", new BigDecimal(amount),
                member(who), List.of(new Line("A", "A", pieces, new BigDecimal(amount).abs(), new BigDecimal(amount))), null,
                null, refunds, null);
    }

    private CustomerId customer(String number) {
        return customers.recognise(Identity.member(number), CustomerFacts.from("shop"));
    }

    private void takeCdNow() {
        DateTimeFormatter compact = DateTimeFormatter.BASIC_ISO_DATE;
        List<Order> batch = new ArrayList<>();
        try (var lines = new BufferedReader(new InputStreamReader(
                getClass().getResourceAsStream("/cdnow/purchases.txt"), StandardCharsets.UTF_8))) {
            int no = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.strip().split("\\s+");
                LocalDate day = LocalDate.parse(cells[2], compact);
                // A few paid nothing and are counted as purchases in the study; here a purchase is what costs something.
                BigDecimal amount = new BigDecimal(cells[4]).max(new BigDecimal("0.01"));
                no++;
                if (day.isAfter(LocalDate.of(1997, 9, 30))) {
                    continue;
                }
                Instant at = day.atTime(4, 0).toInstant(ZoneOffset.UTC);
                batch.add(new Order(
                        "cdnow", "" + no, Kind.ONLINE, null, State.COMPLETED, false, at, at, null, null, null, "USD", amount,
                        member(cells[1]), List.of(new Line("CD", "CD", 1, amount, null)), null, null, null, null));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        for (int from = 0; from < batch.size(); from += 500) {
            orders.take("push", batch.subList(from, Math.min(batch.size(), from + 500)));
        }
    }
}

package com.huixiang.order;

import static com.huixiang.order.OrderFixtures.MONDAY;
import static com.huixiang.order.OrderFixtures.line;
import static com.huixiang.order.OrderFixtures.member;
import static com.huixiang.order.OrderFixtures.order;
import static com.huixiang.order.OrderFixtures.phone;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.order.Order.Parcel;
import com.huixiang.order.Order.Payment;
import com.huixiang.order.Order.Refund;
import com.huixiang.order.Order.Shipment;
import com.huixiang.order.Order.State;
import com.huixiang.order.Order.Step;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What shops tell us, in whatever order and however often it comes. */
@HuixiangTest
class TakingOrdersTests {

    @Autowired
    Orders orders;

    @Autowired
    JdbcClient sql;

    @Test
    void anOrderIsInTheMirrorWithItsLinesAndItsCustomer() {
        var taken = orders.take("push", List.of(order("T-1", member("M1"), State.PAID, line("A", 2, "10.005"), line("B", 1, "3"))));

        assertThat(taken.changed()).isEqualTo(1);
        assertThat(sql.sql("select amount from shop.order_mirror where customer_id is not null").query(BigDecimal.class).single())
                .isEqualByComparingTo("23.01");
        assertThat(sql.sql("select sku from shop.line where customer_id is not null order by no").query(String.class).list())
                .containsExactly("A", "B");
    }

    @Test
    void theSameMessageAgainChangesNothing() {
        var message = List.of(order("T-1", member("M1"), State.PAID, line("A", 2, "10")));
        orders.take("push", message);

        assertThat(orders.take("push", message).changed()).isZero();
        assertThat(count("shop.order_mirror")).isEqualTo(1);
        assertThat(count("shop.line")).isEqualTo(1);
    }

    @Test
    void anOlderMessageNeverOverwritesANewerOne() {
        orders.take("push", List.of(order("T-1", member("M1"), State.SHIPPED, MONDAY.plus(Duration.ofHours(5)), line("A", 1, "9"))));

        int changed = orders.take(
                        "push",
                        List.of(order("T-1", member("M1"), State.PAID, MONDAY.plus(Duration.ofHours(1)), line("A", 2, "9"))))
                .changed();

        assertThat(changed).isZero();
        assertThat(state("T-1")).isEqualTo("SHIPPED");
    }

    @Test
    void aNewerMessageReplacesLinesAndFillsIn() {
        orders.take("push", List.of(order("T-1", member("M1"), State.UNPAID, line("A", 1, "9"), line("B", 1, "1"))));
        orders.take("push", List.of(order("T-1", member("M1"), State.PAID, line("A", 1, "8"))));

        assertThat(state("T-1")).isEqualTo("PAID");
        assertThat(sql.sql("select price from shop.line").query(BigDecimal.class).single()).isEqualByComparingTo("8");
    }

    @Test
    void paymentsParcelsAndRefundsComeAlong() {
        Order plain = order("T-1", phone("13800138000"), State.SHIPPED, line("A", 1, "9"));
        orders.take("push", List.of(new Order(
                plain.shop(), plain.no(), plain.kind(), null, State.SHIPPED, false, MONDAY, MONDAY, MONDAY, null, null, "CNY",
                null, plain.buyer(), plain.lines(), List.of(new Payment("P1", "wechat", new BigDecimal("9"), MONDAY)),
                List.of(new Shipment("顺丰速运", "SF1", Parcel.UNDERWAY, MONDAY, null, List.of(
                        new Step(MONDAY, "已揽收"), new Step(MONDAY.plusSeconds(3600), "运输中")))),
                List.of(new Refund(new BigDecimal("1.5"), MONDAY, "少发")), null)));

        assertThat(count("shop.payment")).isEqualTo(1);
        assertThat(sql.sql("select steps -> 0 ->> 'text' from shop.shipment").query(String.class).single()).isEqualTo("运输中");
        assertThat(count("shop.refund")).isEqualTo(1);
    }

    @Test
    void anOrderThatNamesNobodyIsKeptWithoutACustomer() {
        orders.take("push", List.of(order("T-1", Order.Buyer.NOBODY, State.PAID, line("A", 1, "9"))));

        assertThat(sql.sql("select count(*) from shop.order_mirror where customer_id is null").query(Integer.class).single())
                .isEqualTo(1);
        assertThat(count("customer.customer")).isZero();
    }

    @Test
    void cartsAndProductsAreHeldAsTheyWereToldLast() {
        var items = List.of(new Cart.Item("A", "羊毛地毯", 1, new BigDecimal("599"), null));
        assertThat(orders.takeCarts(List.of(new Cart("tmall", member("M1"), items, MONDAY))).changed()).isEqualTo(1);
        assertThat(orders.takeCarts(List.of(new Cart("tmall", member("M1"), List.of(), MONDAY.minusSeconds(9)))).changed()).isZero();
        assertThat(count("shop.cart_line")).isEqualTo(1);
        orders.takeCarts(List.of(new Cart("tmall", member("M1"), List.of(), MONDAY.plusSeconds(9))));
        assertThat(count("shop.cart_line")).isZero();

        var rug = new Product("A", "羊毛地毯", null, "家居", null, new BigDecimal("599"), null, null, null, MONDAY);
        assertThat(orders.takeProducts(List.of(rug)).changed()).isEqualTo(1);
        assertThat(orders.takeProducts(List.of(rug)).changed()).isZero();
    }

    private String state(String no) {
        return sql.sql("select state from shop.order_mirror where no = ?").param(no).query(String.class).single();
    }

    private int count(String table) {
        return sql.sql("select count(*) from " + table).query(Integer.class).single();
    }
}

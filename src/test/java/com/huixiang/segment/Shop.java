package com.huixiang.segment;

import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.customer.Level;
import com.huixiang.order.Order;
import com.huixiang.order.Order.Buyer;
import com.huixiang.order.Order.Kind;
import com.huixiang.order.Order.Line;
import com.huixiang.order.Order.Refund;
import com.huixiang.order.Order.State;
import com.huixiang.order.Orders;
import com.huixiang.order.Product;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A shop that sells things, in words for tests about who buys them. Days are counted back from now. */
@Component
public class Shop {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Orders orders;
    private final Customers customers;
    private final Counting counting;
    private final JdbcClient sql;
    private final Clock clock;

    Shop(Orders orders, Customers customers, Counting counting, JdbcClient sql, Clock clock) {
        this.orders = orders;
        this.customers = customers;
        this.counting = counting;
        this.sql = sql;
        this.clock = clock;
    }

    public CustomerId customer(String member) {
        return customers.recognise(Identity.member(member), CustomerFacts.from("shop").named(member));
    }

    public CustomerId customer(String member, Level level) {
        return customers.recognise(Identity.member(member), CustomerFacts.from("shop").named(member).of(level));
    }

    public void sells(String sku, String category, String price) {
        sells(sku, category, price, null);
    }

    public void sells(String sku, String category, String price, @Nullable Instant launched) {
        orders.takeProducts(List.of(new Product(
                sku, "商品 " + sku, null, category, null, new BigDecimal(price), "CNY", null, launched, clock.instant())));
    }

    /** Returns the number of the order. */
    public String buys(String member, int daysAgo, String sku, int quantity, String price) {
        String no = "S-" + NUMBERS.incrementAndGet();
        tell(no, member, daysAgo, sku, quantity, price, null);
        return no;
    }

    public void buys(String member, int daysAgo, String amount) {
        buys(member, daysAgo, "PLAIN", 1, amount);
    }

    public void getsBack(String no, String member, int daysAgo, String sku, int quantity, String price, String refund) {
        tell(no, member, daysAgo, sku, quantity, price, new Refund(new BigDecimal(refund), clock.instant(), "退货"));
    }

    private void tell(String no, String member, int daysAgo, String sku, int quantity, String price, @Nullable Refund refund) {
        Instant at = clock.instant().minus(Duration.ofDays(daysAgo));
        orders.take("push", List.of(new Order(
                "tmall", no, Kind.ONLINE, null, State.PAID, false, at, at.plusSeconds(30), null, null, null, "CNY", null,
                new Buyer(member, null, null, null, null),
                List.of(new Line(sku, "商品 " + sku, quantity, new BigDecimal(price), null)),
                null, null, refund == null ? null : List.of(refund), refund == null ? null : clock.instant())));
    }

    /** What the timers would do within a second. */
    public void settles() {
        counting.countHeard();
        counting.countDue();
        counting.measureAgain();
    }

    public List<String> tagsOf(CustomerId customer) {
        return sql.sql("select name from customer.tag where customer_id = ? order by name")
                .param(customer.value())
                .query(String.class)
                .list();
    }

    public String why(CustomerId customer, String tag) {
        return sql.sql("select why_zh from customer.tag where customer_id = ? and name = ?")
                .param(customer.value())
                .param(tag)
                .query(String.class)
                .single();
    }

    public boolean belongs(CustomerId customer, RuleId rule) {
        return sql.sql("""
                select exists (select from segment.member where rule_id = :rule and customer_id = :customer)
                   and exists (select from segment.facts where customer_id = :customer and :rule = any(rules))""")
                .param("rule", rule.value())
                .param("customer", customer.value())
                .query(Boolean.class)
                .single();
    }
}

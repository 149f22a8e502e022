package com.huixiang.segment;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.CustomerValue;
import com.huixiang.customer.Customers;
import com.huixiang.order.Money;
import com.huixiang.segment.worth.WorthLists;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** READ DOOR: what the facts say of one customer, in words for whoever serves him (E-03, P-04, P-05). */
@Service
@Transactional(readOnly = true)
public class Insights {

    private final Customers customers;
    private final CustomerStandards standards;
    private final WorthLists worths;
    private final JdbcClient sql;

    Insights(Customers customers, CustomerStandards standards, WorthLists worths, JdbcClient sql) {
        this.customers = customers;
        this.standards = standards;
        this.worths = worths;
        this.sql = sql;
    }

    /** How he is to be served. */
    public record Advice(RfmStandard.Code code, Words title, Words advice) {}

    /** Points of 1 to 5, and where they come from. */
    public record Points(int recency, int frequency, int money, String cell, Advice strategy, Words why) {}

    /** T-03: what routing thinks of him; {@code why} is null when only his level speaks. */
    public record Value(CustomerValue value, @Nullable String why) {}

    /** P-04: a tag and why he has it; no words: a person has set it. */
    public record Tag(String name, @Nullable Words why, String by, Instant at) {}

    /** A segment he belongs to. */
    public record Belonging(RuleId id, Words name) {}

    /** What is counted of him. */
    public record Counted(
            int orders,
            @Nullable Money spent,
            @Nullable Money spentYear,
            @Nullable Instant firstOrderAt,
            @Nullable Instant lastOrderAt,
            @Nullable String favourite,
            @Nullable BigDecimal satisfaction) {}

    /**
     * @param rfm null: he has bought nothing yet
     * @param worth null: nothing can be said; the address of his worth says why
     * @param facts null: he is being counted for the first time
     */
    public record Insight(
            CustomerId customer,
            @Nullable Points rfm,
            WorthLists.@Nullable Worth worth,
            Value value,
            List<Tag> tags,
            List<Belonging> segments,
            @Nullable Counted facts) {}

    public Insight of(CustomerId asked) {
        CustomerId customer = customers.current(asked);
        return new Insight(
                customer,
                points(customer).orElse(null),
                worths.of(customer).worth(),
                value(customer),
                tags(customer),
                segments(customer),
                counted(customer).orElse(null));
    }

    private Optional<Points> points(CustomerId customer) {
        RfmStandard standard = standards.current().rfm();
        boolean all = standard.span() == RfmStandard.Span.ALL;
        return sql.sql("select * from segment.facts where customer_id = ? and r is not null")
                .param(customer.value())
                .query((row, n) -> {
                    RfmStandard.Strategy strategy = standard.strategy(row.getString("strategy"));
                    String day = row.getObject("last_order_at", OffsetDateTime.class).atZoneSameInstant(Counting.HERE).toLocalDate().toString();
                    Money spent = new Money(row.getBigDecimal(all ? "spent" : "spent_year"), row.getString("currency"));
                    int orders = row.getInt(all ? "orders" : "orders_year");
                    int r = row.getInt("r");
                    int f = row.getInt("f");
                    int m = row.getInt("m");
                    return new Points(
                            r, f, m, "" + r + f + m,
                            new Advice(
                                    strategy.code(),
                                    new Words(strategy.titleZh(), strategy.titleEn()),
                                    new Words(strategy.adviceZh(), strategy.adviceEn())),
                            new Words(
                                    "最近购买 " + day + "(" + r + " 分),购买 " + orders + " 次(" + f + " 分),消费 " + spent + "(" + m + " 分)",
                                    "Last order " + day + " (" + r + "), " + orders + " orders (" + f + "), spent " + spent + " (" + m + ")"));
                })
                .optional();
    }

    private Value value(CustomerId customer) {
        return sql.sql("""
                select customer.value_of(level, appraisal) as value, appraised_why
                  from customer.customer where id = ?""")
                .param(customer.value())
                .query((row, n) -> new Value(CustomerValue.valueOf(row.getString("value")), row.getString("appraised_why")))
                .single();
    }

    private List<Tag> tags(CustomerId customer) {
        return sql.sql("select name, why_zh, why_en, by_name, at from customer.tag where customer_id = ? order by rule_id nulls first, name")
                .param(customer.value())
                .query((row, n) -> new Tag(
                        row.getString("name"),
                        row.getString("why_zh") == null ? null : new Words(row.getString("why_zh"), row.getString("why_en")),
                        row.getString("by_name"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private List<Belonging> segments(CustomerId customer) {
        return sql.sql("""
                select r.id, r.name_zh, r.name_en from segment.facts f join segment.rule r on r.id = any(f.rules)
                 where f.customer_id = ? and r.kind = 'SEGMENT' and r.code is null and r.state <> 'REMOVED' order by r.id""")
                .param(customer.value())
                .query((row, n) -> new Belonging(
                        new RuleId(row.getInt("id")), new Words(row.getString("name_zh"), row.getString("name_en"))))
                .list();
    }

    private Optional<Counted> counted(CustomerId customer) {
        return sql.sql("select * from segment.facts where customer_id = ?")
                .param(customer.value())
                .query((row, n) -> {
                    String currency = row.getString("currency");
                    OffsetDateTime first = row.getObject("first_order_at", OffsetDateTime.class);
                    OffsetDateTime last = row.getObject("last_order_at", OffsetDateTime.class);
                    return new Counted(
                            row.getInt("orders"),
                            currency == null ? null : new Money(row.getBigDecimal("spent"), currency),
                            currency == null ? null : new Money(row.getBigDecimal("spent_year"), currency),
                            first == null ? null : first.toInstant(),
                            last == null ? null : last.toInstant(),
                            row.getString("favourite"),
                            row.getBigDecimal("satisfaction"));
                })
                .optional();
    }
}

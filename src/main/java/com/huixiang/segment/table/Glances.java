package com.huixiang.segment.table;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.order.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * READ DOOR: what an agent wants to know the moment a conversation opens (E-03), in one answer: what was bought last and
 * where it is, what lies in the cart, how often and how much, and what he is worth. Everything is read by the customer's id.
 */
@Service
@Transactional(readOnly = true)
public class Glances {

    private static final int LATEST = 3;
    private static final int MONTHS = 24;

    private final JdbcClient sql;
    private final Customers customers;
    private final Clock clock;

    Glances(JdbcClient sql, Customers customers, Clock clock) {
        this.sql = sql;
        this.customers = customers;
        this.clock = clock;
    }

    public record Parcel(String carrier, String number, String state, @Nullable String lastStep, @Nullable Instant lastStepAt) {}

    /** @param kind online or store */
    public record Bought(
            UUID id, String no, String shop, String kind, String state, boolean reversal, Instant placedAt, Money amount,
            @Nullable String goods, @Nullable String image, int pieces, @Nullable Parcel parcel) {}

    public record InCart(String sku, String name, @Nullable String image, int quantity, Money price, Instant at) {}

    public record Rfm(String cell, @Nullable String strategy) {}

    /** @param days how far the value looks ahead */
    public record Worth(@Nullable Money clv, double probabilityAlive, double expectedOrders, int days, String churn) {}

    public record Totals(
            int orders, @Nullable Money spent, int refunds, @Nullable Instant firstAt, @Nullable Instant lastAt, int conversations) {}

    public record Glance(
            CustomerId id,
            Totals totals,
            @Nullable Rfm rfm,
            @Nullable Worth worth,
            List<Bought> orders,
            List<InCart> cart) {}

    public Glance of(CustomerId asked) {
        CustomerId id = customers.current(asked);
        return new Glance(id, totals(id), rfm(id), worth(id), orders(id), cart(id));
    }

    private Totals totals(CustomerId id) {
        return sql.sql("""
                select coalesce(x.orders, 0) as orders, x.spent, x.currency, x.first_order_at, x.last_order_at,
                       (select count(*)::int from shop.refund r where r.customer_id = c.id) as refunds,
                       (select count(*)::int from conversation.conversation v where v.customer_id = c.id) as conversations
                  from customer.customer c
                  left join segment.facts x on x.customer_id = c.id
                 where c.id = ?""")
                .param(id.value())
                .query((row, n) -> new Totals(
                        row.getInt("orders"),
                        money(row, "spent"),
                        row.getInt("refunds"),
                        time(row, "first_order_at"),
                        time(row, "last_order_at"),
                        row.getInt("conversations")))
                .single();
    }

    private @Nullable Rfm rfm(CustomerId id) {
        return sql.sql("select r, f, m, strategy from segment.facts where customer_id = ? and r is not null")
                .param(id.value())
                .query((row, n) -> new Rfm("" + row.getInt("r") + row.getInt("f") + row.getInt("m"), lower(row.getString("strategy"))))
                .optional()
                .orElse(null);
    }

    private @Nullable Worth worth(CustomerId id) {
        return sql.sql("""
                select w.value, w.currency, w.alive, w.expected, w.churn, s.days
                  from segment.worth w cross join segment.worth_standard s
                 where w.customer_id = ?""")
                .param(id.value())
                .query((row, n) -> new Worth(
                        money(row, "value"),
                        row.getDouble("alive"),
                        row.getDouble("expected"),
                        row.getInt("days"),
                        row.getString("churn").toLowerCase(Locale.ROOT)))
                .optional()
                .orElse(null);
    }

    private List<Bought> orders(CustomerId id) {
        return sql.sql("""
                select o.id, o.no, s.name as shop, o.kind, o.state, o.reversal, o.placed_at, o.amount, o.currency,
                       l.goods, l.image, coalesce(l.pieces, 0) as pieces,
                       p.carrier, p.number, p.state as parcel, p.steps -> 0 ->> 'text' as last_step, p.last_step_at
                  from shop.order_mirror o
                  join shop.shop s on s.code = o.shop
                  left join lateral (
                       select string_agg(l.name, '、' order by l.no) as goods, sum(l.quantity)::int as pieces,
                              (array_agg(g.image order by l.no) filter (where g.image is not null))[1] as image
                         from shop.line l left join shop.product g on g.sku = l.sku
                        where l.order_id = o.id) l on true
                  left join lateral (
                       select * from shop.shipment p where p.order_id = o.id order by p.no desc limit 1) p on true
                 where o.customer_id = :id
                 order by o.placed_at desc, o.id desc
                 limit :latest""")
                .param("id", id.value())
                .param("latest", LATEST)
                .query((row, n) -> bought(row))
                .list();
    }

    private static Bought bought(ResultSet row) throws SQLException {
        return new Bought(
                row.getObject("id", UUID.class),
                row.getString("no"),
                row.getString("shop"),
                row.getString("kind").toLowerCase(Locale.ROOT),
                row.getString("state").toLowerCase(Locale.ROOT),
                row.getBoolean("reversal"),
                row.getTimestamp("placed_at").toInstant(),
                new Money(row.getBigDecimal("amount"), row.getString("currency")),
                row.getString("goods"),
                row.getString("image"),
                row.getInt("pieces"),
                row.getString("carrier") == null
                        ? null
                        : new Parcel(
                                row.getString("carrier"),
                                row.getString("number"),
                                row.getString("parcel").toLowerCase(Locale.ROOT),
                                row.getString("last_step"),
                                time(row, "last_step_at")));
    }

    private List<InCart> cart(CustomerId id) {
        return sql.sql("""
                select l.sku, l.name, g.image, l.quantity, l.price, l.currency, l.at
                  from shop.cart_line l left join shop.product g on g.sku = l.sku
                 where l.customer_id = ?
                 order by l.at desc, l.no
                 limit 20""")
                .param(id.value())
                .query((row, n) -> new InCart(
                        row.getString("sku"),
                        row.getString("name"),
                        row.getString("image"),
                        row.getInt("quantity"),
                        new Money(row.getBigDecimal("price"), row.getString("currency")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** What was bought in one month, such as 2026-11, less what was given back. */
    public record Month(String month, int orders, BigDecimal amount) {}

    /** @param currency of the months' amounts; null when nothing was ever bought */
    public record History(@Nullable String currency, List<Month> months, List<Category> categories) {}

    public record Category(String name, BigDecimal amount) {}

    /** The last two years up to his last purchase, month by month; a month without any is a zero. */
    public History history(CustomerId asked) {
        CustomerId id = customers.current(asked);
        record Last(String currency, Instant at) {}
        Last last = sql.sql("select currency, placed_at as at from shop.order_mirror where customer_id = ? order by placed_at desc limit 1")
                .param(id.value())
                .query((row, n) -> new Last(row.getString("currency"), row.getTimestamp("at").toInstant()))
                .optional()
                .orElse(null);
        if (last == null) {
            return new History(null, List.of(), List.of());
        }
        ZoneId zone = ZoneOffset.UTC;
        YearMonth end = YearMonth.from(LocalDate.ofInstant(last.at(), zone));
        YearMonth now = YearMonth.from(LocalDate.ofInstant(clock.instant(), zone));
        YearMonth until = end.plusMonths(MONTHS / 2).isBefore(now) ? end : now;
        YearMonth from = until.minusMonths(MONTHS - 1L);
        List<Month> bought = sql.sql("""
                select to_char(o.placed_at at time zone 'UTC', 'YYYY-MM') as month,
                       count(*) filter (where not o.reversal)::int as orders,
                       sum(o.amount - coalesce((select sum(r.amount) from shop.refund r where r.order_id = o.id), 0)) as amount
                  from shop.order_mirror o
                 where o.customer_id = :id and o.currency = :currency and o.placed_at >= :from
                   and (o.reversal or o.state in ('PAID', 'SHIPPED', 'DELIVERED', 'COMPLETED'))
                 group by 1""")
                .param("id", id.value())
                .param("currency", last.currency())
                .param("from", Timestamp.from(from.atDay(1).atStartOfDay(zone).toInstant()))
                .query((row, n) -> new Month(row.getString("month"), row.getInt("orders"), row.getBigDecimal("amount")))
                .list();
        List<Month> months = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(until); month = month.plusMonths(1)) {
            String each = month.toString();
            months.add(bought.stream()
                    .filter(known -> known.month().equals(each))
                    .findFirst()
                    .orElse(new Month(each, 0, BigDecimal.ZERO)));
        }
        return new History(last.currency(), months, categories(id, last.currency()));
    }

    private List<Category> categories(CustomerId id, String currency) {
        return sql.sql("""
                select coalesce(g.category, '') as name, sum(l.amount) as amount
                  from shop.line l
                  join shop.order_mirror o on o.id = l.order_id and o.currency = :currency
                   and (o.reversal or o.state in ('PAID', 'SHIPPED', 'DELIVERED', 'COMPLETED'))
                  left join shop.product g on g.sku = l.sku
                 where l.customer_id = :id
                 group by 1
                having sum(l.amount) > 0
                 order by 2 desc
                 limit 8""")
                .param("id", id.value())
                .param("currency", currency)
                .query(Category.class)
                .list();
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        String currency = row.getString("currency");
        return amount == null || currency == null ? null : new Money(amount, currency);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}

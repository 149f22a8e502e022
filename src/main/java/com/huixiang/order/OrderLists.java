package com.huixiang.order;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.OpenFiles;
import com.huixiang.kernel.Page;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Permission;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** READ DOOR: orders as people look at them: of one customer, of all, one with everything. */
@Service
@Transactional(readOnly = true)
public class OrderLists {

    private static final int LARGEST_PAGE = 200;
    private static final int LINES_SHOWN = 20;
    private static final int LINES_OF_ONE = 2000;
    private static final int LARGEST_EXPORT = 100_000;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final ObjectProvider<OpenFiles> open;
    private final Troubles troubles;

    OrderLists(JdbcClient sql, JsonMapper json, ObjectProvider<OpenFiles> open, Troubles troubles) {
        this.sql = sql;
        this.json = json;
        this.open = open;
        this.troubles = troubles;
    }

    public record Named(UUID id, String name) {}

    public record ShopName(String code, String name) {}

    public record LineView(
            int no, String sku, String name, @Nullable String image, int quantity, Money price, Money amount) {}

    public record Step(Instant at, String text) {}

    public record ShipmentView(
            String carrier,
            String number,
            Order.Parcel state,
            @Nullable Instant shippedAt,
            @Nullable Instant deliveredAt,
            List<Step> steps) {}

    public record PaymentView(String no, String method, Money amount, Instant paidAt) {}

    public record RefundView(Money amount, Instant at, String reason) {}

    /** @param lineCount how many there are; a list of orders shows the first of them */
    public record OrderView(
            OrderId id,
            String no,
            ShopName shop,
            Order.Kind kind,
            @Nullable Named store,
            Order.State state,
            boolean reversal,
            @Nullable Named customer,
            Instant placedAt,
            @Nullable Instant paidAt,
            @Nullable Instant shippedAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant cancelledAt,
            Money amount,
            int lineCount,
            List<LineView> lines,
            List<ShipmentView> shipments,
            List<PaymentView> payments,
            List<RefundView> refunds) {}

    /** What he bought in all, in the currency of most of it; cancelled orders do not count. */
    public record Totals(
            int orders, Money paid, Money refunded, @Nullable Instant firstAt, @Nullable Instant lastAt) {}

    /** A page, and on it the totals. */
    public record OrdersOfCustomer(List<OrderView> items, @Nullable String next, Totals totals) {}

    public record CartItem(String sku, String name, @Nullable String image, Money price, int quantity) {}

    public record CartView(List<CartItem> items, @Nullable Instant changedAt) {}

    private static final String ORDER =
            """
            select o.*, s.name as shop_name, t.name as store_name, c.name as customer_name,
                   (select count(*) from shop.line l where l.order_id = o.id) as line_count
              from shop.order_mirror o
              join shop.shop s on s.code = o.shop
              left join staff.store t on t.id = o.store_id
              left join customer.customer c on c.id = o.customer_id
            """;

    private static final String CURRENT = "(select coalesce(merged_into, id) from customer.customer where id = :customer)";

    /** E-03, E-04: what this customer bought, of all shops and stores, the newest first. */
    public OrdersOfCustomer ofCustomer(CustomerId customer, @Nullable String cursor, int limit) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        Position from = Position.parse(cursor);
        List<OrderView> found = whole(
                sql.sql(ORDER + " where o.customer_id = " + CURRENT + after(from)
                                + " order by o.placed_at desc, o.id desc limit :limit")
                        .param("customer", customer.value())
                        .param("at", from == null ? null : from.at(), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("after", from == null ? null : from.id(), Types.OTHER)
                        .param("limit", size + 1)
                        .query(OrderLists::order)
                        .list(),
                LINES_SHOWN);
        boolean more = found.size() > size;
        List<OrderView> shown = more ? found.subList(0, size) : found;
        return new OrdersOfCustomer(shown, more ? Position.of(shown.getLast()) : null, totals(customer));
    }

    public Totals totals(CustomerId customer) {
        return sql.sql("""
                with mine as (select * from shop.order_mirror where customer_id = CURRENT),
                     paid as (select currency, count(*) as orders, sum(amount) as paid, min(placed_at) as first,
                                     max(placed_at) as last
                                from mine where state in ('PAID', 'SHIPPED', 'DELIVERED', 'COMPLETED') and not reversal
                               group by currency order by sum(amount) desc limit 1)
                select paid.*, coalesce((select sum(r.amount) from shop.refund r
                                          where r.customer_id = CURRENT and r.currency = paid.currency), 0) as refunded
                  from paid""".replace("CURRENT", CURRENT))
                .param("customer", customer.value())
                .query((row, n) -> new Totals(
                        row.getInt("orders"),
                        new Money(row.getBigDecimal("paid"), row.getString("currency")),
                        new Money(row.getBigDecimal("refunded"), row.getString("currency")),
                        time(row, "first"),
                        time(row, "last")))
                .optional()
                .orElse(new Totals(0, Money.zero("CNY"), Money.zero("CNY"), null, null));
    }

    /** What lies in his carts, of all shops together. */
    public CartView cart(CustomerId customer) {
        List<CartItem> items = sql.sql("""
                select l.*, p.image from shop.cart_line l left join shop.product p on p.sku = l.sku
                 where l.customer_id = CURRENT order by l.at desc, l.shop, l.no""".replace("CURRENT", CURRENT))
                .param("customer", customer.value())
                .query((row, n) -> new CartItem(
                        row.getString("sku"),
                        row.getString("name"),
                        row.getString("image"),
                        new Money(row.getBigDecimal("price"), row.getString("currency")),
                        row.getInt("quantity")))
                .list();
        Instant changedAt = sql.sql("select max(changed_at) as at from shop.cart where customer_id = " + CURRENT)
                .param("customer", customer.value())
                .query((row, n) -> Optional.ofNullable(time(row, "at")))
                .single()
                .orElse(null);
        return new CartView(items, changedAt);
    }

    /** Null asks for all. */
    public record Filter(
            @Nullable String q,
            Order.@Nullable State state,
            @Nullable String shop,
            Order.@Nullable Kind kind,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** A row of the table. */
    public record Row(
            OrderId id,
            String no,
            ShopName shop,
            Order.Kind kind,
            @Nullable Named store,
            Order.State state,
            boolean reversal,
            @Nullable Named customer,
            Instant placedAt,
            Money amount,
            int lineCount,
            @Nullable String firstProduct) {}

    private static final String FILTER =
            """
             where (:state::text is null or o.state = :state)
               and (:shop::text is null or o.shop = :shop)
               and (:kind::text is null or o.kind = :kind)
               and (:from::timestamptz is null or o.placed_at >= :from)
               and (:to::timestamptz is null or o.placed_at < :to)""";

    /** By the beginning of its number, its parcel, its customer's name or one of the names he is known by. */
    private static final String FOUND =
            """
             and o.id in (select id from shop.order_mirror where no like :beginning
                    union select order_id from shop.shipment where number = :words
                    union select m.id from shop.order_mirror m
                           where m.customer_id in (select i.customer_id from customer.identity i where i.value = :words
                                             union (select k.id from customer.customer k
                                                     where k.name like :beginning and k.merged_into is null limit 200)))""";

    /** Those of customers whose file he may open, and of nobody. */
    public Page<Row> list(Actor actor, Filter filter, @Nullable String cursor, int limit) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        Position from = Position.parse(cursor);
        List<Row> found = rows(filter, from, size + 1).list();
        boolean more = found.size() > size;
        List<Row> shown = more ? found.subList(0, size) : found;
        return new Page<>(openTo(actor, shown), more ? Position.of(shown.getLast()) : null);
    }

    /** The newest hundred thousand of them. */
    public void export(Actor actor, Filter filter, Consumer<Row> reader) {
        if (!actor.may(Permission.EXPORT)) {
            throw OrderProblem.exportNotYours();
        }
        Position from = null;
        for (int given = 0; given < LARGEST_EXPORT; ) {
            List<Row> piece = rows(filter, from, 1000).list();
            openTo(actor, piece).forEach(reader);
            if (piece.size() < 1000) {
                return;
            }
            given += piece.size();
            from = Position.parse(Position.of(piece.getLast()));
        }
    }

    private JdbcClient.MappedQuerySpec<Row> rows(Filter filter, @Nullable Position from, int most) {
        String words = filter.q() == null || filter.q().isBlank() ? null : filter.q().strip();
        return sql.sql("""
                with page as (select o.* from shop.order_mirror o FILTER FOUND AFTER
                               order by o.placed_at desc, o.id desc limit :limit)
                select o.*, s.name as shop_name, t.name as store_name, c.name as customer_name,
                       (select count(*) from shop.line l where l.order_id = o.id) as line_count,
                       (select l.name from shop.line l where l.order_id = o.id order by l.no limit 1) as first_product
                  from page o
                  join shop.shop s on s.code = o.shop
                  left join staff.store t on t.id = o.store_id
                  left join customer.customer c on c.id = o.customer_id
                 order by o.placed_at desc, o.id desc"""
                        .replace("FILTER", FILTER)
                        .replace("FOUND", words == null ? "" : FOUND)
                        .replace("AFTER", after(from)))
                .param("state", filter.state() == null ? null : filter.state().name(), Types.VARCHAR)
                .param("shop", filter.shop(), Types.VARCHAR)
                .param("kind", filter.kind() == null ? null : filter.kind().name(), Types.VARCHAR)
                .param("from", utc(filter.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", utc(filter.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("words", words, Types.VARCHAR)
                .param("beginning", words == null ? null : words.replaceAll("([%_\\\\])", "\\\\$1") + "%", Types.VARCHAR)
                .param("at", from == null ? null : from.at(), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("after", from == null ? null : from.id(), Types.OTHER)
                .param("limit", most)
                .query((row, n) -> new Row(
                        new OrderId(row.getObject("id", UUID.class)),
                        row.getString("no"),
                        new ShopName(row.getString("shop"), row.getString("shop_name")),
                        Order.Kind.valueOf(row.getString("kind")),
                        named(row, "store_id", "store_name"),
                        Order.State.valueOf(row.getString("state")),
                        row.getBoolean("reversal"),
                        named(row, "customer_id", "customer_name"),
                        row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                        new Money(row.getBigDecimal("amount"), row.getString("currency")),
                        row.getInt("line_count"),
                        row.getString("first_product")));
    }

    private List<Row> openTo(Actor actor, List<Row> rows) {
        if (actor.leadsAll()) {
            return rows;
        }
        Set<CustomerId> asked = rows.stream()
                .filter(row -> row.customer() != null)
                .map(row -> new CustomerId(row.customer().id()))
                .collect(Collectors.toSet());
        Set<CustomerId> may = openTo(actor, asked);
        return rows.stream()
                .filter(row -> row.customer() == null || may.contains(new CustomerId(row.customer().id())))
                .toList();
    }

    private Set<CustomerId> openTo(Actor actor, Collection<CustomerId> asked) {
        return open.stream()
                .flatMap(each -> each.openTo(actor.id().value(), asked).stream())
                .collect(Collectors.toSet());
    }

    /** One with all its lines. */
    public OrderView get(Actor actor, OrderId id) {
        OrderView order = find(id).orElseThrow(OrderProblem::notFound);
        if (order.customer() != null && !actor.leadsAll()) {
            CustomerId customer = new CustomerId(order.customer().id());
            if (!openTo(actor, Set.of(customer)).contains(customer)) {
                throw OrderProblem.notYours();
            }
        }
        return order;
    }

    public Optional<OrderView> find(OrderId id) {
        return whole(
                        sql.sql(ORDER + " where o.id = :id")
                                .param("id", id.value())
                                .query(OrderLists::order)
                                .list(),
                        LINES_OF_ONE)
                .stream()
                .findFirst();
    }

    /** T-02: his orders that went wrong, the worst first. */
    public List<Trouble> trouble(CustomerId customer) {
        return troubles.of(customer);
    }

    /** T-02: those of them who have an order that went wrong; one statement for all. */
    public Set<CustomerId> troubled(Collection<CustomerId> customers) {
        return customers.isEmpty() ? Set.of() : troubles.among(customers);
    }

    private static OrderView order(ResultSet row, int number) throws SQLException {
        return new OrderView(
                new OrderId(row.getObject("id", UUID.class)),
                row.getString("no"),
                new ShopName(row.getString("shop"), row.getString("shop_name")),
                Order.Kind.valueOf(row.getString("kind")),
                named(row, "store_id", "store_name"),
                Order.State.valueOf(row.getString("state")),
                row.getBoolean("reversal"),
                named(row, "customer_id", "customer_name"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                time(row, "paid_at"),
                time(row, "shipped_at"),
                time(row, "delivered_at"),
                time(row, "cancelled_at"),
                new Money(row.getBigDecimal("amount"), row.getString("currency")),
                row.getInt("line_count"),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Four statements for all of them together. */
    private List<OrderView> whole(List<OrderView> bare, int linesOfEach) {
        if (bare.isEmpty()) {
            return bare;
        }
        UUID[] ids = bare.stream().map(order -> order.id().value()).toArray(UUID[]::new);
        Map<UUID, String> currency = bare.stream()
                .collect(Collectors.toMap(order -> order.id().value(), order -> order.amount().currency()));
        Map<UUID, List<LineView>> lines = new HashMap<>();
        sql.sql("""
                select l.*, p.image from shop.line l left join shop.product p on p.sku = l.sku
                 where l.order_id = any(?) and l.no <= ? order by l.order_id, l.no""")
                .params(ids, linesOfEach)
                .query((ResultSet row) -> {
                    UUID id = row.getObject("order_id", UUID.class);
                    put(lines, id, new LineView(
                            row.getInt("no"),
                            row.getString("sku"),
                            row.getString("name"),
                            row.getString("image"),
                            row.getInt("quantity"),
                            new Money(row.getBigDecimal("price"), currency.get(id)),
                            new Money(row.getBigDecimal("amount"), currency.get(id))));
                });
        Map<UUID, List<ShipmentView>> shipments = new HashMap<>();
        sql.sql("select * from shop.shipment where order_id = any(?) order by order_id, no")
                .param(ids)
                .query((ResultSet row) -> put(
                        shipments,
                        row.getObject("order_id", UUID.class),
                        new ShipmentView(
                                row.getString("carrier"),
                                row.getString("number"),
                                Order.Parcel.valueOf(row.getString("state")),
                                time(row, "shipped_at"),
                                time(row, "delivered_at"),
                                json.readValue(row.getString("steps"), new TypeReference<List<Step>>() {}))));
        Map<UUID, List<PaymentView>> payments = new HashMap<>();
        sql.sql("select * from shop.payment where order_id = any(?) order by order_id, paid_at, no")
                .param(ids)
                .query((ResultSet row) -> put(
                        payments,
                        row.getObject("order_id", UUID.class),
                        new PaymentView(
                                row.getString("no"), row.getString("method"), money(row), time(row, "paid_at"))));
        Map<UUID, List<RefundView>> refunds = new HashMap<>();
        sql.sql("select * from shop.refund where order_id = any(?) order by order_id, no")
                .param(ids)
                .query((ResultSet row) -> put(
                        refunds,
                        row.getObject("order_id", UUID.class),
                        new RefundView(money(row), time(row, "at"), row.getString("reason"))));
        return bare.stream()
                .map(o -> new OrderView(
                        o.id(), o.no(), o.shop(), o.kind(), o.store(), o.state(), o.reversal(), o.customer(), o.placedAt(),
                        o.paidAt(), o.shippedAt(), o.deliveredAt(), o.cancelledAt(), o.amount(), o.lineCount(),
                        lines.getOrDefault(o.id().value(), List.of()),
                        shipments.getOrDefault(o.id().value(), List.of()),
                        payments.getOrDefault(o.id().value(), List.of()),
                        refunds.getOrDefault(o.id().value(), List.of())))
                .toList();
    }

    private static <T> void put(Map<UUID, List<T>> into, UUID order, T part) {
        into.computeIfAbsent(order, id -> new ArrayList<>()).add(part);
    }

    private static Money money(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        return new Money(amount, row.getString("currency"));
    }

    private static @Nullable Named named(ResultSet row, String id, String name) throws SQLException {
        return row.getString(name) == null ? null : new Named(row.getObject(id, UUID.class), row.getString(name));
    }

    private static String after(@Nullable Position from) {
        return from == null ? "" : " and (o.placed_at, o.id) < (:at, :after)";
    }

    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private record Position(OffsetDateTime at, UUID id) {

        static String of(OrderView order) {
            return order.placedAt() + "~" + order.id();
        }

        static String of(Row order) {
            return order.placedAt() + "~" + order.id();
        }

        static @Nullable Position parse(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                int mark = text.indexOf('~');
                return new Position(
                        Instant.parse(text.substring(0, mark)).atOffset(ZoneOffset.UTC),
                        UUID.fromString(text.substring(mark + 1)));
            } catch (RuntimeException forged) {
                throw OrderProblem.badCursor();
            }
        }
    }
}

package com.huixiang.order;

import com.huixiang.customer.CustomerId;
import com.huixiang.order.Order.Buyer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts batches into the mirror, each table with one statement, however large the batch is: what came lies in temporary
 * tables of the connection ({@code incoming_…}, empty again after the transaction), and what is newer or different goes
 * from there into the mirror.
 */
@Repository
class Intake {

    /** Of a product we only know from the lines of orders: whatever the shop says of it later is newer. */
    static final OffsetDateTime HEARSAY = Instant.EPOCH.atOffset(ZoneOffset.UTC);

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;

    Intake(JdbcClient sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** @param changed orders that are new or different now */
    record Merged(int changed, Set<CustomerId> customers) {}

    private record IncomingOrder(
            int ord, @Nullable UUID customer, Order order, Instant asOf, String content, boolean saysLines) {}

    /** Must be called in a transaction. */
    Merged take(String source, List<Order> orders, Map<Buyer, CustomerId> customers) {
        prepare();
        List<IncomingOrder> incoming = new ArrayList<>();
        for (Order order : orders) {
            CustomerId customer = customers.get(order.buyer());
            incoming.add(new IncomingOrder(
                    incoming.size(),
                    customer == null ? null : customer.value(),
                    order,
                    order.asOf(),
                    fingerprint(order),
                    order.lines() != null));
        }
        String batch = json.writeValueAsString(incoming);
        sql.sql("""
                insert into incoming_order
                select i.ord, i.customer, o.shop, o.no, upper(o.kind), o.store, upper(o.state), o.reversal, o."placedAt", o."paidAt",
                       o."shippedAt", o."deliveredAt", o."cancelledAt", o.currency,
                       coalesce(o.amount, (select sum(coalesce(l.amount, l.quantity * l.price))
                                             from jsonb_to_recordset(case when i."saysLines" then o.lines else '[]' end)
                                                  as l(quantity integer, price numeric, amount numeric))),
                       i."asOf", i.content, o.payments, o.shipments, o.refunds, i."saysLines"
                  from jsonb_to_recordset(:batch::jsonb)
                       as i(ord integer, customer uuid, "order" jsonb, "asOf" timestamptz, content text, "saysLines" boolean),
                       jsonb_to_record(i."order")
                       as o(shop text, no text, kind text, store text, state text, reversal boolean, "placedAt" timestamptz,
                            "paidAt" timestamptz, "shippedAt" timestamptz, "deliveredAt" timestamptz,
                            "cancelledAt" timestamptz, currency text, amount numeric, lines jsonb, payments jsonb,
                            shipments jsonb, refunds jsonb)""")
                .param("batch", batch)
                .update();
        sql.sql("""
                insert into incoming_line
                select i.ord, (l.item ->> 'no')::integer, l.item -> 'line' ->> 'sku', l.item -> 'line' ->> 'name',
                       (l.item -> 'line' ->> 'quantity')::integer, (l.item -> 'line' ->> 'price')::numeric,
                       coalesce((l.item -> 'line' ->> 'amount')::numeric,
                                (l.item -> 'line' ->> 'quantity')::integer * (l.item -> 'line' ->> 'price')::numeric)
                  from jsonb_to_recordset(:batch::jsonb) as i(ord integer, "order" jsonb, "saysLines" boolean),
                       lateral (select jsonb_build_object('no', at, 'line', line) as item
                                  from jsonb_array_elements(case when i."saysLines" then i."order" -> 'lines' else '[]' end)
                                       with ordinality as each(line, at)) l""")
                .param("batch", batch)
                .update();
        return merge(source);
    }

    /** Made once for each connection. */
    void prepare() {
        sql.sql("""
                create temporary table if not exists incoming_order (
                    ord integer, customer_id uuid, shop text, no text, kind text, store text, state text, reversal boolean,
                    placed_at timestamptz, paid_at timestamptz, shipped_at timestamptz, delivered_at timestamptz,
                    cancelled_at timestamptz, currency text, amount numeric(18, 3), changed_at timestamptz, content text,
                    payments jsonb, shipments jsonb, refunds jsonb, says_lines boolean) on commit delete rows;
                create temporary table if not exists incoming_line (
                    ord integer, no integer, sku text, name text, quantity integer, price numeric(18, 3),
                    amount numeric(18, 3)) on commit delete rows;
                create temporary table if not exists incoming_taken (
                    ord integer, order_id uuid, customer_id uuid, before_customer uuid, currency text, fresh boolean,
                    says_lines boolean, payments jsonb, shipments jsonb, refunds jsonb) on commit delete rows""")
                .update();
    }

    /** What lies in the incoming tables goes into the mirror, as far as it is newer or different. */
    Merged merge(String source) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        sql.sql("""
                insert into shop.shop (code, name, kind)
                select distinct on (shop) shop, shop, kind from incoming_order order by shop
                on conflict (code) do nothing""").update();
        int changed = sql.sql("""
                with put as (
                    insert into shop.order_mirror as o
                           (id, customer_id, shop, no, kind, store_id, state, reversal, placed_at, paid_at, shipped_at,
                            delivered_at, cancelled_at, amount, currency, changed_at, content, source, taken_at)
                    select uuidv7(), i.customer_id, i.shop, i.no, i.kind,
                           (select s.id from staff.store s where lower(s.code) = lower(i.store)), i.state, i.reversal,
                           i.placed_at, i.paid_at, i.shipped_at, i.delivered_at, i.cancelled_at, coalesce(i.amount, 0),
                           coalesce(i.currency, s.currency), i.changed_at, i.content, :source, :now
                      from incoming_order i join shop.shop s on s.code = i.shop
                     order by i.shop, i.no
                    on conflict (shop, no) do update
                       set customer_id = coalesce(excluded.customer_id, o.customer_id),
                           kind = excluded.kind,
                           store_id = coalesce(excluded.store_id, o.store_id),
                           state = excluded.state,
                           reversal = excluded.reversal,
                           placed_at = excluded.placed_at,
                           paid_at = coalesce(excluded.paid_at, o.paid_at),
                           shipped_at = coalesce(excluded.shipped_at, o.shipped_at),
                           delivered_at = coalesce(excluded.delivered_at, o.delivered_at),
                           cancelled_at = coalesce(excluded.cancelled_at, o.cancelled_at),
                           amount = coalesce((select i.amount from incoming_order i
                                               where i.shop = excluded.shop and i.no = excluded.no), o.amount),
                           currency = excluded.currency,
                           changed_at = excluded.changed_at,
                           content = excluded.content,
                           source = excluded.source,
                           taken_at = excluded.taken_at
                     where excluded.changed_at > o.changed_at
                        or excluded.changed_at = o.changed_at and excluded.content <> o.content
                    returning new.id, new.shop, new.no, new.customer_id, new.currency, old.customer_id as before_customer,
                              old.id is null as fresh)
                insert into incoming_taken
                select i.ord, p.id, p.customer_id, p.before_customer, p.currency, p.fresh, i.says_lines,
                       nullif(i.payments, 'null'), nullif(i.shipments, 'null'), nullif(i.refunds, 'null')
                  from put p join incoming_order i on i.shop = p.shop and i.no = p.no""")
                .param("source", source)
                .param("now", now)
                .update();
        if (changed == 0) {
            return new Merged(0, Set.of());
        }
        takeParts();
        return new Merged(changed, customersTaken());
    }

    private void takeParts() {
        sql.sql("""
                delete from shop.line l using incoming_taken t
                 where not t.fresh and t.says_lines and l.order_id = t.order_id""").update();
        sql.sql("""
                insert into shop.line (order_id, no, customer_id, sku, name, quantity, price, amount)
                select t.order_id, l.no, t.customer_id, l.sku, l.name, l.quantity, l.price, l.amount
                  from incoming_taken t join incoming_line l on l.ord = t.ord
                 where t.says_lines""").update();
        for (String part : List.of("payment", "shipment", "refund")) {
            sql.sql("delete from shop." + part + " p using incoming_taken t"
                            + " where not t.fresh and t." + part + "s is not null and p.order_id = t.order_id")
                    .update();
        }
        sql.sql("""
                insert into shop.payment (order_id, no, customer_id, method, amount, currency, paid_at)
                select distinct on (t.order_id, p.no)
                       t.order_id, p.no, t.customer_id, coalesce(p.method, ''), p.amount, t.currency, p."paidAt"
                  from incoming_taken t,
                       jsonb_to_recordset(t.payments) as p(no text, method text, amount numeric, "paidAt" timestamptz)
                 where t.payments is not null order by t.order_id, p.no, p."paidAt" desc""").update();
        sql.sql("""
                insert into shop.shipment (order_id, no, customer_id, carrier, number, state, shipped_at, delivered_at,
                                           last_step_at, steps)
                select t.order_id, each.at, t.customer_id, p.carrier, p.number, upper(p.state), p."shippedAt", p."deliveredAt",
                       (select max((step ->> 'at')::timestamptz) from jsonb_array_elements(p.steps) step),
                       coalesce((select jsonb_agg(step order by (step ->> 'at')::timestamptz desc)
                                   from jsonb_array_elements(p.steps) step), '[]')
                  from incoming_taken t, jsonb_array_elements(t.shipments) with ordinality as each(parcel, at),
                       jsonb_to_record(each.parcel) as p(carrier text, number text, state text, "shippedAt" timestamptz,
                                                         "deliveredAt" timestamptz, steps jsonb)
                 where t.shipments is not null""").update();
        sql.sql("""
                insert into shop.refund (order_id, no, customer_id, amount, currency, at, reason)
                select t.order_id, each.at, t.customer_id, p.amount, t.currency, p.at, coalesce(p.reason, '')
                  from incoming_taken t, jsonb_array_elements(t.refunds) with ordinality as each(refund, at),
                       jsonb_to_record(each.refund) as p(amount numeric, at timestamptz, reason text)
                 where t.refunds is not null""").update();
        moveParts();
    }

    /** An order turned out to be somebody else's: what we hold of it goes along. */
    private void moveParts() {
        boolean moved = sql.sql("""
                select exists (select from incoming_taken where not fresh and customer_id is distinct from before_customer)""")
                .query(Boolean.class)
                .single();
        if (moved) {
            for (String part : List.of("line", "payment", "shipment", "refund")) {
                sql.sql("update shop." + part + " p set customer_id = t.customer_id from incoming_taken t"
                                + " where p.order_id = t.order_id and p.customer_id is distinct from t.customer_id")
                        .update();
            }
        }
    }

    private Set<CustomerId> customersTaken() {
        return new HashSet<>(sql.sql("""
                select customer_id from incoming_taken where customer_id is not null
                union select before_customer from incoming_taken where before_customer is not null""")
                .query((row, n) -> customer(row))
                .list());
    }

    private static CustomerId customer(ResultSet row) throws java.sql.SQLException {
        return new CustomerId(row.getObject(1, UUID.class));
    }

    private record IncomingProduct(Product product, Instant asOf, String content) {}

    /** The skus of those that are new or different now. */
    Set<String> takeProducts(List<Product> products) {
        Instant now = clock.instant();
        List<IncomingProduct> incoming = products.stream()
                .map(product -> new IncomingProduct(
                        product, product.changedAt() == null ? now : product.changedAt(), fingerprint(product)))
                .toList();
        return new HashSet<>(sql.sql("""
                insert into shop.product as o (sku, name, name_en, category, brand, price, currency, image, launched_at,
                                               changed_at, content)
                select p.sku, p.name, p."nameEn", p.category, p.brand, p.price, coalesce(p.currency, 'CNY'), p.image,
                       p."launchedAt", i."asOf", i.content
                  from jsonb_to_recordset(:batch::jsonb) as i(product jsonb, "asOf" timestamptz, content text),
                       jsonb_to_record(i.product) as p(sku text, name text, "nameEn" text, category text, brand text,
                           price numeric, currency text, image text, "launchedAt" timestamptz)
                 order by p.sku
                on conflict (sku) do update
                   set name = excluded.name,
                       name_en = coalesce(excluded.name_en, o.name_en),
                       category = coalesce(excluded.category, o.category),
                       brand = coalesce(excluded.brand, o.brand),
                       price = coalesce(excluded.price, o.price),
                       currency = excluded.currency,
                       image = coalesce(excluded.image, o.image),
                       launched_at = coalesce(excluded.launched_at, o.launched_at),
                       changed_at = excluded.changed_at,
                       content = excluded.content
                 where excluded.changed_at >= o.changed_at and excluded.content <> o.content
                returning o.sku""")
                .param("batch", json.writeValueAsString(incoming))
                .query(String.class)
                .list());
    }

    private record IncomingCart(UUID customer, Cart cart, String content) {}

    Set<CustomerId> takeCarts(List<Cart> carts, Map<Buyer, CustomerId> known) {
        String batch = json.writeValueAsString(carts.stream()
                .map(cart -> new IncomingCart(known.get(cart.buyer()).value(), cart, fingerprint(cart.items())))
                .toList());
        sql.sql("""
                insert into shop.shop (code, name)
                select distinct c.cart ->> 'shop', c.cart ->> 'shop' from jsonb_to_recordset(:batch::jsonb) as c(cart jsonb)
                on conflict (code) do nothing""").param("batch", batch).update();
        Set<CustomerId> changed = new HashSet<>(sql.sql("""
                insert into shop.cart as o (customer_id, shop, changed_at, content)
                select c.customer, c.cart ->> 'shop', (c.cart ->> 'changedAt')::timestamptz, c.content
                  from jsonb_to_recordset(:batch::jsonb) as c(customer uuid, cart jsonb, content text)
                 order by c.customer
                on conflict (customer_id, shop) do update set changed_at = excluded.changed_at, content = excluded.content
                 where excluded.changed_at > o.changed_at
                    or excluded.changed_at = o.changed_at and excluded.content <> o.content
                returning o.customer_id""")
                .param("batch", batch)
                .query((row, n) -> customer(row))
                .list());
        if (!changed.isEmpty()) {
            putCartLines(batch);
        }
        return changed;
    }

    /** Only into carts that stand as this batch says. */
    private void putCartLines(String batch) {
        sql.sql("""
                delete from shop.cart_line l
                 using jsonb_to_recordset(:batch::jsonb) as c(customer uuid, cart jsonb, content text), shop.cart o
                 where o.customer_id = c.customer and o.shop = c.cart ->> 'shop' and o.content = c.content
                   and o.changed_at = (c.cart ->> 'changedAt')::timestamptz
                   and l.customer_id = o.customer_id and l.shop = o.shop""").param("batch", batch).update();
        sql.sql("""
                insert into shop.cart_line (customer_id, shop, no, sku, name, quantity, price, currency, at)
                select o.customer_id, o.shop, each.at, i.sku, i.name, i.quantity, i.price, coalesce(i.currency, s.currency),
                       o.changed_at
                  from jsonb_to_recordset(:batch::jsonb) as c(customer uuid, cart jsonb, content text)
                  join shop.cart o on o.customer_id = c.customer and o.shop = c.cart ->> 'shop' and o.content = c.content
                       and o.changed_at = (c.cart ->> 'changedAt')::timestamptz
                  join shop.shop s on s.code = o.shop,
                       jsonb_array_elements(c.cart -> 'items') with ordinality as each(item, at),
                       jsonb_to_record(each.item) as i(sku text, name text, quantity integer, price numeric, currency text)
                """).param("batch", batch).update();
    }

    private String fingerprint(Object message) {
        try {
            byte[] text = json.writeValueAsString(message).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}

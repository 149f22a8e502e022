package com.huixiang.order;

import com.huixiang.customer.CustomerId;
import com.huixiang.imports.ImportId;
import com.huixiang.imports.ImportKind.Progress;
import com.huixiang.order.Order.Buyer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where the lines of one file are laid out before they go into the mirror: tables of their own without a log, filled as
 * fast as PostgreSQL can (COPY), and gone afterwards. Lines of one order may stand anywhere in the file; they are brought
 * together, numbered in the order of the file, and taken over in batches, each in a transaction of its own with its news.
 */
@Component
class OrderStage {

    private static final int ORDERS_AT_ONCE = 2000;
    private static final int BUYERS_AT_ONCE = 2000;

    private final DataSource database;
    private final JdbcClient sql;
    private final Intake intake;
    private final Buyers buyers;
    private final Orders orders;
    private final TransactionTemplate transaction;

    OrderStage(
            DataSource database,
            JdbcClient sql,
            Intake intake,
            Buyers buyers,
            Orders orders,
            TransactionTemplate transaction) {
        this.database = database;
        this.sql = sql;
        this.intake = intake;
        this.buyers = buyers;
        this.orders = orders;
        this.transaction = transaction;
    }

    private static final String COLUMNS =
            """
            line bigint, shop text, no text, kind text, store text, state text, reversal boolean, placed_at timestamptz,
            paid_at timestamptz, shipped_at timestamptz, delivered_at timestamptz, cancelled_at timestamptz, member text,
            phone text, email text, buyer text, sku text, name text, quantity integer, price numeric(18, 3),
            amount numeric(18, 3), currency text, carrier text, parcel text, refund numeric(18, 3),
            refunded_at timestamptz, refund_reason text, changed_at timestamptz""";

    /** One line of a file, in the order of {@link #COLUMNS}. */
    Laid lay(ImportId id) {
        return new Laid(id);
    }

    /** The lines of one file. */
    final class Laid implements AutoCloseable {

        private final ImportId id;
        private final String lines;
        private final String byOrder;
        private final String known;
        private final StringBuilder text = new StringBuilder(1 << 17);
        private final Connection connection;
        private final CopyIn copy;

        private Laid(ImportId id) {
            this.id = id;
            String mark = id.toString().replace("-", "");
            this.lines = "shop.incoming_" + mark;
            this.byOrder = lines + "_o";
            this.known = lines + "_c";
            drop();
            sql.sql("create unlogged table " + lines + " (" + COLUMNS + ")").update();
            try {
                this.connection = database.getConnection();
                this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + lines + " from stdin");
            } catch (SQLException cause) {
                throw new IllegalStateException("Cannot lay out the lines of an import", cause);
            }
        }

        void add(@Nullable Object... cells) {
            for (int at = 0; at < cells.length; at++) {
                if (at > 0) {
                    text.append('\t');
                }
                Object cell = cells[at];
                if (cell == null) {
                    text.append("\\N");
                } else if (cell instanceof String words) {
                    escape(words);
                } else {
                    text.append(cell);
                }
            }
            text.append('\n');
            if (text.length() > 1 << 16) {
                send();
            }
        }

        private void escape(String words) {
            for (int at = 0; at < words.length(); at++) {
                char letter = words.charAt(at);
                switch (letter) {
                    case '\\' -> text.append("\\\\");
                    case '\t' -> text.append("\\t");
                    case '\n' -> text.append("\\n");
                    case '\r' -> text.append("\\r");
                    default -> text.append(letter);
                }
            }
        }

        private void send() {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            text.setLength(0);
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
            } catch (SQLException cause) {
                throw new IllegalStateException("Cannot lay out the lines of an import", cause);
            }
        }

        /** Tells how many orders are new or different. */
        long takeOver(Progress progress) {
            try {
                send();
                copy.endCopy();
                connection.close();
            } catch (SQLException cause) {
                throw new IllegalStateException("Cannot lay out the lines of an import", cause);
            }
            bringTogether();
            progress.reached(0.2);
            recogniseBuyers();
            progress.reached(0.3);
            learnProducts();
            int last = sql.sql("select coalesce(max(ord), -1) from " + byOrder).query(Integer.class).single();
            long changed = 0;
            for (int from = 0; from <= last; from += ORDERS_AT_ONCE) {
                int first = from;
                changed += transaction.<Integer>execute(status -> takeOver(first, first + ORDERS_AT_ONCE));
                progress.reached(0.3 + 0.7 * Math.min(1, (first + ORDERS_AT_ONCE) / (last + 1.0)));
            }
            return changed;
        }

        /** The lines of an order beside each other, numbered as they stand in the file. */
        private void bringTogether() {
            sql.sql("analyze " + lines).update();
            sql.sql("create unlogged table " + byOrder + " as"
                            + " select (dense_rank() over (order by o.first))::integer - 1 as ord,"
                            + "        (row_number() over (partition by o.first order by l.line))::integer as seq, l.*"
                            + "   from " + lines + " l"
                            + "   join (select shop, no, min(line) as first from " + lines + " group by shop, no) o"
                            + "     on o.shop = l.shop and o.no = l.no order by 1, 2")
                    .update();
            sql.sql("create index on " + byOrder + " (ord, seq)").update();
            sql.sql("analyze " + byOrder).update();
        }

        /** Whoever an order names stands on its first line. */
        private void recogniseBuyers() {
            sql.sql("create unlogged table " + known + " (member text, phone text, email text, customer_id uuid)").update();
            List<Buyers.Seen> all = sql.sql("select member, phone, email, max(buyer) as buyer, max(placed_at) as seen from "
                            + byOrder + " where seq = 1 and coalesce(member, phone, email) is not null"
                            + " group by member, phone, email")
                    .query((row, n) -> new Buyers.Seen(
                            new Buyer(row.getString(1), null, row.getString(2), row.getString(3), row.getString(4)),
                            row.getTimestamp(5).toInstant()))
                    .list();
            for (int from = 0; from < all.size(); from += BUYERS_AT_ONCE) {
                keep(buyers.recogniseSeen(
                        "import", all.subList(from, Math.min(all.size(), from + BUYERS_AT_ONCE))));
            }
            sql.sql("analyze " + known).update();
        }

        private void keep(Map<Buyer, CustomerId> found) {
            List<String> members = new ArrayList<>();
            List<String> phones = new ArrayList<>();
            List<String> emails = new ArrayList<>();
            List<UUID> ids = new ArrayList<>();
            found.forEach((buyer, customer) -> {
                members.add(buyer.member());
                phones.add(buyer.phone());
                emails.add(buyer.email());
                ids.add(customer.value());
            });
            sql.sql("insert into " + known + " select * from unnest(?::text[], ?::text[], ?::text[], ?::uuid[])")
                    .params(
                            members.toArray(String[]::new),
                            phones.toArray(String[]::new),
                            emails.toArray(String[]::new),
                            ids.toArray(UUID[]::new))
                    .update();
        }

        /** What is sold and not in the list of products yet is there by the name most orders use for it. */
        private void learnProducts() {
            sql.sql("insert into shop.product (sku, name, price, currency, launched_at, changed_at, content)"
                            + " select l.sku, coalesce(mode() within group (order by l.name) filter (where l.name <> ''), l.sku),"
                            + "        mode() within group (order by l.price) filter (where l.price > 0),"
                            + "        coalesce(max(l.currency), 'CNY'), min(l.placed_at), :hearsay, ''"
                            + "   from " + byOrder + " l group by l.sku order by l.sku on conflict (sku) do nothing")
                    .param("hearsay", Intake.HEARSAY)
                    .update();
        }

        private int takeOver(int from, int until) {
            intake.prepare();
            sql.sql("""
                    insert into incoming_order
                    select h.ord, c.customer_id, h.shop, h.no, h.kind, h.store, h.state, h.reversal, h.placed_at, h.paid_at,
                           h.shipped_at, h.delivered_at, h.cancelled_at, h.currency, l.amount,
                           coalesce(h.changed_at, l.asof), l.content, null,
                           case when h.carrier is not null and h.parcel is not null
                                then jsonb_build_array(jsonb_build_object(
                                       'carrier', h.carrier, 'number', h.parcel, 'shippedAt', h.shipped_at,
                                       'deliveredAt', h.delivered_at, 'steps', '[]'::jsonb,
                                       'state', case when h.delivered_at is not null then 'delivered'
                                                     when h.shipped_at is not null then 'underway' else 'waiting' end)) end,
                           case when h.reversal and l.amount < 0
                                then jsonb_build_array(jsonb_build_object(
                                       'amount', -l.amount, 'at', h.placed_at, 'reason', coalesce(h.refund_reason, '')))
                                when h.refund > 0
                                then jsonb_build_array(jsonb_build_object(
                                       'amount', h.refund, 'at', coalesce(h.refunded_at, l.asof),
                                       'reason', coalesce(h.refund_reason, ''))) end,
                           true
                      from BY_ORDER h
                      join (select ord, sum(amount) as amount,
                                   max(greatest(placed_at, paid_at, shipped_at, delivered_at, cancelled_at, refunded_at,
                                                changed_at)) as asof,
                                   md5(string_agg(row(sku, name, quantity, price, amount, kind, store, state, reversal,
                                                      extract(epoch from placed_at), extract(epoch from paid_at),
                                                      extract(epoch from shipped_at), extract(epoch from delivered_at),
                                                      extract(epoch from cancelled_at), member, phone, email, currency,
                                                      carrier, parcel, refund, extract(epoch from refunded_at),
                                                      refund_reason)::text, E'\\n' order by seq)) as content
                              from BY_ORDER where ord >= :from and ord < :until group by ord) l on l.ord = h.ord
                      left join KNOWN c on c.member is not distinct from h.member
                                       and c.phone is not distinct from h.phone and c.email is not distinct from h.email
                     where h.seq = 1 and h.ord >= :from and h.ord < :until"""
                            .replace("BY_ORDER", byOrder)
                            .replace("KNOWN", known))
                    .param("from", from)
                    .param("until", until)
                    .update();
            sql.sql("insert into incoming_line select ord, seq, sku, name, quantity, price, amount from " + byOrder
                            + " where ord >= :from and ord < :until")
                    .param("from", from)
                    .param("until", until)
                    .update();
            Intake.Merged merged = intake.merge("import:" + id);
            orders.tell(merged.customers());
            return merged.changed();
        }

        @Override
        public void close() {
            try {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
                connection.close();
            } catch (SQLException alreadyGone) {
                // the tables are dropped all the same
            }
            drop();
        }

        private void drop() {
            sql.sql("drop table if exists " + known + ", " + byOrder + ", " + lines).update();
        }
    }
}

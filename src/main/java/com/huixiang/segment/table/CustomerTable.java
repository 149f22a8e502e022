package com.huixiang.segment.table;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.CustomerValue;
import com.huixiang.customer.OpenFiles;
import com.huixiang.customer.Level;
import com.huixiang.customer.Mask;
import com.huixiang.kernel.Caller;
import com.huixiang.order.Money;
import com.huixiang.search.SearchIndex;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * READ DOOR: customers as a table. A page is a walk along an index from where the page before ended, so the last page of a
 * million is as near as the first. Whoever may not open every file sees the rows he may open.
 */
@Service
public class CustomerTable {

    private static final int LARGEST_PAGE = 200;
    private static final int EXPORT_PAGE = 1_000;
    private static final int MOST_FOUND = 2_000;
    private static final int COUNTED = 10_000;
    /** How many pages are looked through for one whose reader may open few of their rows. */
    private static final int ROUNDS = 20;

    /** What the table is sorted by. */
    public enum By {
        REGISTERED("c.created_at", "timestamptz", false),
        NAME("c.name", "text", false),
        SPENT("x.spent", "numeric", true),
        ORDERS("x.orders", "integer", true),
        BOUGHT("coalesce(x.last_order_at, '-infinity'::timestamptz)", "timestamptz", true);

        private final String key;
        private final String type;
        private final boolean counted;

        By(String key, String type, boolean counted) {
            this.key = key;
            this.type = type;
            this.counted = counted;
        }

        /** Chinese names as a dictionary sorts them. */
        private String order() {
            return this == NAME ? "c.name collate \"zh-x-icu\"" : key;
        }
    }

    /** By what, and whether the largest comes first. */
    public record Sort(By by, boolean down) {

        public static Sort of(String word, boolean down) {
            return new Sort(CustomerFilter.word(By.class, word), down);
        }
    }

    public record TagView(String name, @Nullable String whyZh, @Nullable String whyEn) {}

    /** Money and times are of what was bought; null where nothing was counted yet. */
    public record Row(
            CustomerId id,
            String name,
            @Nullable String avatar,
            Level level,
            boolean vip,
            CustomerValue value,
            @Nullable String phone,
            @Nullable String email,
            List<TagView> tags,
            int orders,
            @Nullable Money spent,
            @Nullable Instant lastOrderAt,
            @Nullable String rfm,
            @Nullable String strategy,
            Instant lastSeenAt,
            Instant createdAt) {}

    /** @param total how many there are, counted up to ten thousand; null where the reader may not know */
    public record TablePage(List<Row> items, @Nullable Integer total, @Nullable String next) {}

    private record Key(UUID id, String value) {}

    private final JdbcClient sql;
    private final SearchIndex index;
    private final ObjectProvider<OpenFiles> files;

    CustomerTable(JdbcClient sql, SearchIndex index, ObjectProvider<OpenFiles> files) {
        this.sql = sql;
        this.index = index;
        this.files = files;
    }

    public TablePage page(CustomerFilter filter, Sort sort, @Nullable String cursor, int limit, Caller reader) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        Where where = where(filter, reader);
        List<Key> keys = new ArrayList<>();
        Key from = cursor == null ? null : keyOf(cursor);
        boolean more = true;
        for (int round = 0; more && keys.size() <= size && round < ROUNDS; round++) {
            List<Key> some = keys(where, sort, from, size + 1);
            more = some.size() > size;
            from = some.isEmpty() ? from : some.getLast();
            keys.addAll(openable(some, reader));
        }
        boolean full = keys.size() > size;
        List<Key> shown = full ? keys.subList(0, size) : keys;
        String next = full ? cursorOf(shown.getLast()) : more && from != null ? cursorOf(from) : null;
        Integer total = cursor == null && reader.may("lead-all") ? count(where) : null;
        return new TablePage(rows(shown.stream().map(Key::id).toList(), reader), total, next);
    }

    /** All of them, one after the other, never all in memory. */
    public void export(CustomerFilter filter, Sort sort, Caller reader, Consumer<Row> into) {
        Where where = where(filter, reader);
        Key from = null;
        List<Key> some;
        do {
            some = keys(where, sort, from, EXPORT_PAGE);
            rows(openable(some, reader).stream().map(Key::id).toList(), reader).forEach(into);
            from = some.isEmpty() ? null : some.getLast();
        } while (some.size() == EXPORT_PAGE);
    }

    private List<Key> openable(List<Key> keys, Caller reader) {
        if (reader.may("lead-all")) {
            return keys;
        }
        List<CustomerId> asked = keys.stream().map(key -> new CustomerId(key.id())).toList();
        Set<CustomerId> open = files.stream()
                .map(each -> each.openTo(reader.id(), asked))
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        return keys.stream().filter(key -> open.contains(new CustomerId(key.id()))).toList();
    }

    private record Where(String text, Map<String, Object> values) {}

    private Where where(CustomerFilter filter, Caller reader) {
        StringBuilder text = new StringBuilder("c.merged_into is null");
        Map<String, Object> values = new HashMap<>();
        if (filter.q() != null) {
            text.append(" and c.id = any(:found)");
            values.put("found", found(filter.q(), reader));
        }
        if (!filter.level().isEmpty()) {
            text.append(" and c.level = any(:levels)");
            values.put("levels", filter.level().stream().map(Enum::name).toArray(String[]::new));
        }
        if (!filter.value().isEmpty()) {
            text.append(" and customer.value_of(c.level, c.appraisal) = any(:values)");
            values.put("values", filter.value().stream().map(Enum::name).toArray(String[]::new));
        }
        if (filter.tag() != null) {
            text.append(" and exists (select from customer.tag t where t.customer_id = c.id and t.name = :tag)");
            values.put("tag", filter.tag());
        }
        if (filter.segment() != null) {
            text.append(" and exists (select from segment.member m where m.rule_id = :segment and m.customer_id = c.id)");
            values.put("segment", filter.segment());
        }
        if (!filter.strategy().isEmpty()) {
            text.append(" and x.strategy = any(:strategies)");
            values.put("strategies", filter.strategy().stream().map(each -> each.toUpperCase(Locale.ROOT)).toArray(String[]::new));
        }
        if (filter.cell() != null) {
            text.append(" and (x.r, x.f, x.m) = (:r, :f, :m)");
            values.put("r", filter.cell().charAt(0) - '0');
            values.put("f", filter.cell().charAt(1) - '0');
            values.put("m", filter.cell().charAt(2) - '0');
        }
        time(text, values, "c.created_at >= ", "from", filter.from());
        time(text, values, "c.created_at < ", "to", filter.to());
        time(text, values, "x.last_order_at >= ", "boughtFrom", filter.boughtFrom());
        time(text, values, "x.last_order_at < ", "boughtTo", filter.boughtTo());
        return new Where(text.toString(), values);
    }

    private static void time(StringBuilder text, Map<String, Object> values, String compared, String name, @Nullable Instant at) {
        if (at != null) {
            text.append(" and ").append(compared).append(':').append(name);
            values.put(name, Timestamp.from(at));
        }
    }

    /** People by what they are known by, and by what they ordered. */
    private UUID[] found(String words, Caller reader) {
        Set<UUID> found = new HashSet<>();
        index.ids("customer", words, MOST_FOUND, reader.may("contacts")).forEach(id -> found.add(UUID.fromString(id)));
        UUID[] orders = index.ids("order", words, MOST_FOUND, false).stream().map(UUID::fromString).toArray(UUID[]::new);
        if (orders.length > 0) {
            found.addAll(sql.sql("select distinct customer_id from shop.order_mirror where id = any(:ids) and customer_id is not null")
                    .param("ids", orders)
                    .query(UUID.class)
                    .list());
        }
        return found.toArray(UUID[]::new);
    }

    private static String from(By by) {
        // One row of facts for each file: where facts decide the order, the walk goes along their index.
        return by.counted
                ? "segment.facts x join customer.customer c on c.id = x.customer_id"
                : "customer.customer c left join segment.facts x on x.customer_id = c.id";
    }

    private List<Key> keys(Where where, Sort sort, @Nullable Key from, int most) {
        String order = sort.by().order();
        String id = sort.by().counted ? "x.customer_id" : "c.id";
        String after = from == null
                ? ""
                : " and (%s, %s) %s (:key::%s%s, :id)"
                        .formatted(order, id, sort.down() ? "<" : ">", sort.by().type, sort.by() == By.NAME ? " collate \"zh-x-icu\"" : "");
        String way = sort.down() ? "desc" : "asc";
        var statement = sql.sql("select %s as id, (%s)::text as value from %s where %s%s order by %s %s, %s %s limit :most"
                        .formatted(id, sort.by().key, from(sort.by()), where.text(), after, order, way, id, way))
                .params(where.values())
                .param("most", most);
        if (from != null) {
            statement = statement.param("key", from.value()).param("id", from.id());
        }
        return statement.query(Key.class).list();
    }

    private int count(Where where) {
        return sql.sql("select count(*)::int from (select 1 from customer.customer c left join segment.facts x on x.customer_id = c.id where "
                        + where.text() + " limit :most) as counted")
                .params(where.values())
                .param("most", COUNTED)
                .query(Integer.class)
                .single();
    }

    private List<Row> rows(List<UUID> ids, Caller reader) {
        Map<UUID, Row> rows = new HashMap<>();
        sql.sql("""
                select c.id, c.name, c.avatar, c.level, customer.value_of(c.level, c.appraisal) as value, c.phone, c.email,
                       c.created_at, c.last_seen_at, x.orders, x.spent, x.currency, x.last_order_at, x.r, x.f, x.m, x.strategy,
                       (select array_agg(array[t.name, coalesce(t.why_zh, t.reason), coalesce(t.why_en, t.reason)] order by t.at, t.name)
                          from customer.tag t where t.customer_id = c.id) as tags
                  from customer.customer c
                  left join segment.facts x on x.customer_id = c.id
                 where c.id = any(:ids)""")
                .param("ids", ids.toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    rows.put(row.getObject("id", UUID.class), row(row, reader.may("contacts")));
                });
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    private static Row row(ResultSet row, boolean whole) throws SQLException {
        Level level = Level.valueOf(row.getString("level"));
        BigDecimal spent = row.getBigDecimal("spent");
        String currency = row.getString("currency");
        Timestamp bought = row.getTimestamp("last_order_at");
        String strategy = row.getString("strategy");
        return new Row(
                new CustomerId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("avatar"),
                level,
                level.isVip(),
                CustomerValue.valueOf(row.getString("value")),
                whole ? row.getString("phone") : Mask.phone(row.getString("phone")),
                whole ? row.getString("email") : Mask.email(row.getString("email")),
                tags(row),
                row.getInt("orders"),
                spent == null || currency == null ? null : new Money(spent, currency),
                bought == null ? null : bought.toInstant(),
                row.getObject("r") == null ? null : "" + row.getInt("r") + row.getInt("f") + row.getInt("m"),
                strategy == null ? null : strategy.toLowerCase(Locale.ROOT),
                row.getTimestamp("last_seen_at").toInstant(),
                row.getTimestamp("created_at").toInstant());
    }

    private static List<TagView> tags(ResultSet row) throws SQLException {
        var tags = row.getArray("tags");
        return tags == null
                ? List.of()
                : Arrays.stream((String[][]) tags.getArray())
                        .map(tag -> new TagView(tag[0], tag[1], tag[2]))
                        .toList();
    }

    private static String cursorOf(Key key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((key.id() + "~" + key.value()).getBytes(StandardCharsets.UTF_8));
    }

    private static Key keyOf(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int mark = text.indexOf('~');
            return new Key(UUID.fromString(text.substring(0, mark)), text.substring(mark + 1));
        } catch (RuntimeException forged) {
            throw TableProblem.badCursor();
        }
    }
}

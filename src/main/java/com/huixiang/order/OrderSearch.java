package com.huixiang.order;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.OpenFiles;
import com.huixiang.kernel.Caller;
import com.huixiang.search.Found;
import com.huixiang.search.Searchable;
import com.huixiang.search.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** E-03: orders by their number, by the number of a parcel, by goods and by who bought them. */
@Component
@org.springframework.core.annotation.Order(2)
@Transactional(readOnly = true)
class OrderSearch implements Searchable {

    private static final int AT_A_TIME = 2_000;

    private static final String ROW =
            """
            select o.id, o.no, o.shop, s.name as shop_name, o.state, o.placed_at, o.amount, o.currency,
                   k.id as customer_id, k.name as customer_name,
                   (select string_agg(l.name, '、' order by l.no) from shop.line l where l.order_id = o.id) as goods,
                   (select array_agg(distinct p.number) from shop.shipment p where p.order_id = o.id) as parcels
              from shop.order_mirror o
              join shop.shop s on s.code = o.shop
              left join customer.customer k on k.id = o.customer_id
             where true""";

    private final JdbcClient sql;
    private final ObjectProvider<OpenFiles> files;

    OrderSearch(JdbcClient sql, ObjectProvider<OpenFiles> files) {
        this.sql = sql;
        this.files = files;
    }

    @Override
    public String kind() {
        return "order";
    }

    @Override
    public void all(Consumer<Words> into) {
        sql.sql(ROW).withFetchSize(AT_A_TIME).query((ResultSet row) -> into.accept(words(row)));
    }

    @Override
    public List<Words> of(Collection<String> subjects) {
        return sql.sql(ROW + " and o.id = any(:ids)")
                .param("ids", ids(subjects))
                .query((row, n) -> words(row))
                .list();
    }

    private static Words words(ResultSet row) throws SQLException {
        String buyer = row.getString("customer_name");
        List<String> numbers = new ArrayList<>(List.of(row.getString("no")));
        numbers.addAll(parcels(row));
        return Words.of(
                        row.getString("id"),
                        row.getTimestamp("placed_at").toInstant(),
                        row.getString("no"),
                        (buyer == null ? "" : buyer + " ") + Objects.requireNonNullElse(row.getString("goods"), ""))
                .numbered(numbers);
    }

    private static List<String> parcels(ResultSet row) throws SQLException {
        var parcels = row.getArray("parcels");
        return parcels == null ? List.of() : Arrays.asList((String[]) parcels.getArray());
    }

    private record Bought(@Nullable CustomerId by, Found found) {}

    /** As the file of whoever bought; an order of nobody is for those who see everything. */
    @Override
    public List<Found> show(Caller reader, List<String> ids) {
        Map<String, Bought> found = new HashMap<>();
        sql.sql(ROW + " and o.id = any(:ids)").param("ids", ids(ids)).query((ResultSet row) -> {
            UUID customer = row.getObject("customer_id", UUID.class);
            found.put(row.getString("id"), new Bought(customer == null ? null : new CustomerId(customer), found(row)));
        });
        List<CustomerId> customers =
                found.values().stream().map(Bought::by).filter(Objects::nonNull).distinct().toList();
        Set<CustomerId> open = files.stream()
                .map(each -> each.openTo(reader.id(), customers))
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        boolean seesAll = reader.may("lead-all");
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(each -> each.by() == null ? seesAll : open.contains(each.by()))
                .map(Bought::found)
                .toList();
    }

    private static Found found(ResultSet row) throws SQLException {
        String id = row.getString("id");
        String customer = row.getString("customer_id");
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("shop", row.getString("shop_name"));
        facts.put("state", row.getString("state").toLowerCase(Locale.ROOT));
        facts.put("amount", new Money(row.getBigDecimal("amount"), row.getString("currency")));
        if (customer != null) {
            facts.put("customerId", customer);
            facts.put("customer", row.getString("customer_name"));
        }
        List<String> text = new ArrayList<>(parcels(row));
        if (row.getString("goods") != null) {
            text.addFirst(row.getString("goods"));
        }
        return new Found(
                id,
                row.getString("no"),
                String.join(" · ", text),
                row.getTimestamp("placed_at").toInstant(),
                facts,
                new Found.Ref("order", id, null));
    }

    private static UUID[] ids(Collection<String> ids) {
        return ids.stream().map(UUID::fromString).toArray(UUID[]::new);
    }
}

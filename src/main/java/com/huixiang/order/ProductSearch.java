package com.huixiang.order;

import com.huixiang.kernel.Caller;
import com.huixiang.search.Found;
import com.huixiang.search.Searchable;
import com.huixiang.search.Words;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** E-03: products by name, pinyin, number, brand and category. Everybody may see them. */
@Component
@org.springframework.core.annotation.Order(4)
@Transactional(readOnly = true)
class ProductSearch implements Searchable {

    private static final int AT_A_TIME = 2_000;
    private static final String ROW =
            "select sku, name, name_en, category, brand, price, currency, image, changed_at from shop.product where true";

    private final JdbcClient sql;

    ProductSearch(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "product";
    }

    @Override
    public void all(Consumer<Words> into) {
        sql.sql(ROW).withFetchSize(AT_A_TIME).query((ResultSet row) -> into.accept(words(row)));
    }

    @Override
    public List<Words> of(Collection<String> subjects) {
        return sql.sql(ROW + " and sku = any(:ids)")
                .param("ids", subjects.toArray(String[]::new))
                .query((row, n) -> words(row))
                .list();
    }

    private static Words words(ResultSet row) throws SQLException {
        return Words.of(row.getString("sku"), row.getTimestamp("changed_at").toInstant(), row.getString("name"), besides(row))
                .named(List.of(row.getString("name")))
                .numbered(List.of(row.getString("sku")));
    }

    private static String besides(ResultSet row) throws SQLException {
        return Stream.of(row.getString("sku"), row.getString("name_en"), row.getString("brand"), row.getString("category"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    @Override
    public List<Found> show(Caller reader, List<String> ids) {
        Map<String, Found> found = new HashMap<>();
        sql.sql(ROW + " and sku = any(:ids)").param("ids", ids.toArray(String[]::new)).query((ResultSet row) -> {
            found.put(row.getString("sku"), found(row));
        });
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static Found found(ResultSet row) throws SQLException {
        String sku = row.getString("sku");
        Map<String, Object> facts = new LinkedHashMap<>();
        BigDecimal price = row.getBigDecimal("price");
        if (price != null) {
            facts.put("price", new Money(price, row.getString("currency")));
        }
        if (row.getString("image") != null) {
            facts.put("image", row.getString("image"));
        }
        return new Found(sku, row.getString("name"), besides(row), null, facts, new Found.Ref("product", sku, null));
    }
}

package com.huixiang.order;

import com.huixiang.kernel.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** READ DOOR: what the shops sell. */
@Service
public class ProductLists {

    private static final int LARGEST_PAGE = 200;

    private final JdbcClient sql;

    ProductLists(JdbcClient sql) {
        this.sql = sql;
    }

    public record ProductView(
            String sku,
            String name,
            @Nullable String nameEn,
            @Nullable String category,
            @Nullable String brand,
            @Nullable Money price,
            @Nullable String image,
            @Nullable Instant launchedAt) {}

    /** By sku; the words are the beginning of a sku, or anywhere in a name. */
    public Page<ProductView> list(@Nullable String q, @Nullable String cursor, int limit) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        String words = q == null ? "" : q.strip().replaceAll("([%_\\\\])", "\\\\$1");
        List<ProductView> found = sql.sql("""
                select * from shop.product
                 where sku > :after
                   and (:words = '' or sku ilike :words || '%' or name ilike '%' || :words || '%'
                        or name_en ilike '%' || :words || '%' or category ilike :words || '%')
                 order by sku limit :limit""")
                .param("after", cursor == null ? "" : cursor)
                .param("words", words)
                .param("limit", size + 1)
                .query(ProductLists::product)
                .list();
        boolean more = found.size() > size;
        List<ProductView> shown = more ? found.subList(0, size) : found;
        return new Page<>(shown, more ? shown.getLast().sku() : null);
    }

    public ProductView get(String sku) {
        return find(sku).orElseThrow(OrderProblem::productNotFound);
    }

    public Optional<ProductView> find(String sku) {
        return sql.sql("select * from shop.product where sku = ?")
                .param(sku)
                .query(ProductLists::product)
                .optional();
    }

    private static ProductView product(ResultSet row, int number) throws SQLException {
        return new ProductView(
                row.getString("sku"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("category"),
                row.getString("brand"),
                row.getBigDecimal("price") == null
                        ? null
                        : new Money(row.getBigDecimal("price"), row.getString("currency")),
                row.getString("image"),
                OrderLists.time(row, "launched_at"));
    }
}

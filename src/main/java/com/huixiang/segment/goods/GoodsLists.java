package com.huixiang.segment.goods;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.order.Money;
import com.huixiang.segment.goods.Recommender.Offer;
import com.huixiang.segment.goods.Recommender.Seed;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** READ DOOR: what to offer a customer, and what goes with a product, each with its reason. */
@Service
@Transactional(readOnly = true)
public class GoodsLists {

    private static final int MOST = 12;

    private final JdbcClient sql;
    private final Customers customers;
    private final Recommender recommender;
    private final Baskets baskets;
    private final Clock clock;

    GoodsLists(JdbcClient sql, Customers customers, Recommender recommender, Baskets baskets, Clock clock) {
        this.sql = sql;
        this.customers = customers;
        this.recommender = recommender;
        this.baskets = baskets;
        this.clock = clock;
    }

    /** In both languages. */
    public record Text(String zh, String en) {}

    /** As the shop shows it. */
    public record Product(
            String sku,
            String name,
            @Nullable String nameEn,
            @Nullable String category,
            @Nullable Money price,
            @Nullable String image) {}

    /** TOGETHER rests on what others bought in one order; COLD_START on nothing but what is popular or new. */
    public enum Kind {
        TOGETHER,
        COLD_START
    }

    /** {@code lift} and {@code support} are there when it rests on orders with both. */
    public record Recommendation(
            Product product,
            Kind kind,
            @Nullable Double lift,
            @Nullable Double support,
            @Nullable Double confidence,
            @Nullable Integer baskets,
            Text because) {}

    /** {@code baskets} and {@code at} say what it was counted from; null: not counted yet. */
    public record Recommendations(List<Recommendation> items, @Nullable Long baskets, @Nullable Instant at) {}

    private record Run(long baskets, Instant at) {}

    /** P-06: for this customer, the best first; what he has is left out. Asked by the id of a merged file too. */
    public Recommendations of(CustomerId asked) {
        CustomerId id = customers.current(asked);
        List<Offer> offers = recommender.offers(List.of(id), clock.instant(), MOST).getOrDefault(id, List.of());
        Map<String, Product> products = products(names(offers));
        List<Recommendation> items = new ArrayList<>();
        for (Offer offer : offers) {
            items.add(new Recommendation(
                    products.get(offer.sku()),
                    Kind.TOGETHER,
                    offer.lift(),
                    offer.support(),
                    offer.confidence(),
                    offer.baskets(),
                    together(offer.seed(), products.get(offer.by()).name(), offer.confidence(), offer.lift(), offer.baskets())));
        }
        if (items.size() < MOST) {
            items.addAll(coldStart(id, MOST - items.size(), items));
        }
        return told(items);
    }

    private static Set<String> names(List<Offer> offers) {
        Set<String> skus = new HashSet<>();
        offers.forEach(offer -> skus.addAll(List.of(offer.sku(), offer.by())));
        return skus;
    }

    private List<Recommendation> coldStart(CustomerId id, int most, List<Recommendation> already) {
        Set<String> taken = new HashSet<>();
        already.forEach(each -> taken.add(each.product().sku()));
        List<Recommender.Popular> popular = recommender.popular(id, clock.instant(), most, taken);
        Map<String, Product> products =
                products(popular.stream().map(Recommender.Popular::sku).toList());
        return popular.stream()
                .map(each -> new Recommendation(
                        products.get(each.sku()), Kind.COLD_START, null, null, null, null, why(each)))
                .toList();
    }

    private static Text why(Recommender.Popular popular) {
        return switch (popular.reason()) {
            case CATEGORY -> new Text(
                    "冷启动:他关注的「%s」里近期热销(%d 单)".formatted(popular.word(), popular.baskets()),
                    "Cold start: popular in \"%s\", which he looks at (%d orders lately)".formatted(popular.word(), popular.baskets()));
            case NEW -> new Text("冷启动:新上架", "Cold start: new in the shop");
            case SHOP -> new Text(
                    "冷启动:全店近期热销(%d 单)".formatted(popular.baskets()),
                    "Cold start: popular in the shop (%d orders lately)".formatted(popular.baskets()));
        };
    }

    private static Text together(Seed seed, String by, double confidence, double lift, int both) {
        String zh =
                switch (seed) {
                    case CART -> "购物车里有「%s」";
                    case LOOKED -> "看过「%s」";
                    case BOUGHT -> "买过「%s」";
                };
        String en =
                switch (seed) {
                    case CART -> "Has \"%s\" in the cart";
                    case LOOKED -> "Looked at \"%s\"";
                    case BOUGHT -> "Bought \"%s\"";
                };
        return new Text(
                (zh + ":同单再买这件的占 %.0f%%,是平常的 %.1f 倍(%d 单)").formatted(by, confidence * 100, lift, both),
                (en + ": %.0f%% of such orders have this too, %.1f times as many as usual (%d orders)")
                        .formatted(by, confidence * 100, lift, both));
    }

    /** What is bought with this product, the best first. */
    public Recommendations goesWith(String sku) {
        Product product = products(List.of(sku)).get(sku);
        if (product == null) {
            throw GoodsProblem.notFound();
        }
        List<Offer> offers = recommender.goesWith(sku, MOST);
        Map<String, Product> products = products(offers.stream().map(Offer::sku).toList());
        return told(offers.stream()
                .map(offer -> new Recommendation(
                        products.get(offer.sku()),
                        Kind.TOGETHER,
                        offer.lift(),
                        offer.support(),
                        offer.confidence(),
                        offer.baskets(),
                        new Text(
                                "同单再买这件的占 %.0f%%,是平常的 %.1f 倍(%d 单)"
                                        .formatted(offer.confidence() * 100, offer.lift(), offer.baskets()),
                                "%.0f%% of such orders have this too, %.1f times as many as usual (%d orders)"
                                        .formatted(offer.confidence() * 100, offer.lift(), offer.baskets()))))
                .toList());
    }

    private Recommendations told(List<Recommendation> items) {
        Run run = sql.sql("select baskets, at from segment.goods_run order by version desc limit 1")
                .query((row, n) -> new Run(row.getLong("baskets"), row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElse(null);
        return new Recommendations(List.copyOf(items), run == null ? null : run.baskets(), run == null ? null : run.at());
    }

    /** What goods are counted by, and the last count. */
    public record Book(GoodsStandard standard, @Nullable LastCount last) {}

    public record LastCount(int version, Instant at, long baskets, int products, int pairs, long tookMillis) {}

    public Book book() {
        return new Book(
                baskets.standard(),
                sql.sql("select * from segment.goods_run order by version desc limit 1")
                        .query((row, n) -> new LastCount(
                                row.getInt("version"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getLong("baskets"),
                                row.getInt("products"),
                                row.getInt("pairs"),
                                row.getLong("took_millis")))
                        .optional()
                        .orElse(null));
    }

    private Map<String, Product> products(Collection<String> skus) {
        Map<String, Product> products = new LinkedHashMap<>();
        if (!skus.isEmpty()) {
            sql.sql("select sku, name, name_en, category, price, currency, image from shop.product where sku = any(?)")
                    .param(skus.toArray(String[]::new))
                    .query((row, n) -> product(row))
                    .list()
                    .forEach(each -> products.put(each.sku(), each));
        }
        return products;
    }

    private static Product product(ResultSet row) throws SQLException {
        BigDecimal price = row.getBigDecimal("price");
        return new Product(
                row.getString("sku"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("category"),
                price == null ? null : new Money(price, row.getString("currency")),
                row.getString("image"));
    }
}

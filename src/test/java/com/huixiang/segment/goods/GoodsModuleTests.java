package com.huixiang.segment.goods;

import static com.huixiang.order.OrderFixtures.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.StaffBrowser;
import com.huixiang.customer.CustomerFacts;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Identity;
import com.huixiang.order.Cart;
import com.huixiang.order.Order;
import com.huixiang.order.Order.Kind;
import com.huixiang.order.Order.Line;
import com.huixiang.order.Order.State;
import com.huixiang.order.Orders;
import com.huixiang.order.Product;
import com.huixiang.segment.goods.GoodsLists.Recommendation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** P-06: what goes with what is looked at or bought. */
@HuixiangTest
class GoodsModuleTests {

    private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");

    @Autowired
    Goods goods;

    @Autowired
    GoodsLists lists;

    @Autowired
    Orders orders;

    @Autowired
    Customers customers;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    private int no;

    /** 40 baskets: phone with case 10 times, phone alone 5, case alone 5, tea with cup 6, tea alone 14. */
    @BeforeEach
    void aSmallShop() {
        clock.stopAt(NOW);
        orders.takeProducts(Stream.of("phone", "case", "tea", "cup", "lamp")
                .map(sku -> product(sku, sku.equals("tea") || sku.equals("cup") ? "kitchen" : "desk", null))
                .toList());
        times(10, "phone", "case");
        times(5, "phone");
        times(5, "case");
        times(6, "tea", "cup");
        times(14, "tea");
        goods.count();
    }

    @Test
    void supportConfidenceAndLiftAreWhatTheBasketsSay() {
        List<Recommendation> found = lists.goesWith("phone").items();

        assertThat(found).singleElement().satisfies(with -> {
            assertThat(with.product().sku()).isEqualTo("case");
            assertThat(with.baskets()).isEqualTo(10);
            assertThat(with.support()).isEqualTo(10.0 / 40, within(1e-6));
            assertThat(with.confidence()).isEqualTo(10.0 / 15, within(1e-6));
            assertThat(with.lift()).isEqualTo(10.0 / 15 / (15.0 / 40), within(1e-5));
            assertThat(with.because().zh()).isEqualTo("同单再买这件的占 67%,是平常的 1.8 倍(10 单)");
        });
    }

    @Test
    void whatHeBoughtSpeaksForWhatGoesWithItAndSaysWhy() {
        buy("M1", "phone");

        Recommendation first = lists.of(customer("M1")).items().getFirst();

        assertThat(first.product().sku()).isEqualTo("case");
        assertThat(first.kind()).isEqualTo(GoodsLists.Kind.TOGETHER);
        assertThat(first.because().zh()).startsWith("买过「phone」:同单再买这件的占 67%");
        assertThat(first.because().en()).startsWith("Bought \"phone\": 67% of such orders");
    }

    @Test
    void whatIsInTheCartSpeaksLouderThanWhatHeBought() {
        buy("M1", "phone");
        orders.takeCarts(List.of(new Cart("shop", member("M1"), List.of(new Cart.Item("tea", "tea", 1, BigDecimal.TEN, null)), NOW)));

        List<Recommendation> found = lists.of(customer("M1")).items();

        assertThat(found.getFirst().product().sku()).isEqualTo("cup");
        assertThat(found.getFirst().because().zh()).startsWith("购物车里有「tea」");
        assertThat(found).extracting(each -> each.product().sku()).doesNotContain("tea", "phone");
    }

    @Test
    void whatHeHasIsNotOffered() {
        buy("M1", "phone", "case");

        assertThat(lists.of(customer("M1")).items())
                .extracting(each -> each.product().sku())
                .doesNotContain("phone", "case");
    }

    @Test
    void whatIsNotInTheCatalogueOrNoLongerSellsIsNotOffered() {
        sql.sql("delete from shop.product where sku = 'case'").update();
        assertThat(lists.goesWith("phone").items()).isEmpty();

        orders.takeProducts(List.of(product("case", "desk", null)));
        assertThat(lists.goesWith("phone").items()).hasSize(1);

        clock.stopAt(NOW.plus(Duration.ofDays(300)));
        times(1, "lamp");
        goods.count();
        assertThat(lists.goesWith("phone").items()).isEmpty();
    }

    @Test
    void ofSomebodyNewThePopularIsOfferedAndSaidToBeSo() {
        orders.takeProducts(List.of(product("robot", "desk", NOW.minus(Duration.ofDays(2)))));

        List<Recommendation> found = lists.of(customer("stranger")).items();

        assertThat(found).allMatch(each -> each.kind() == GoodsLists.Kind.COLD_START && each.lift() == null);
        assertThat(found.getFirst().product().sku()).isEqualTo("robot");
        assertThat(found.getFirst().because().zh()).isEqualTo("冷启动:新上架");
        assertThat(found.get(1).product().sku()).isEqualTo("tea");
        assertThat(found.get(1).because().zh()).isEqualTo("冷启动:全店近期热销(20 单)");
    }

    @Test
    void aGiantOrderDoesNotDominate() {
        String[] everything = IntStream.range(0, 200).mapToObj(each -> "thing-" + each).toArray(String[]::new);
        times(6, everything);
        goods.count();

        assertThat(sql.sql("select count(*) from segment.goods_sold where sku like 'thing-%'").query(Integer.class).single())
                .isEqualTo(50); // the dearest of each basket; one with 200 things would else have said 19,900 pairs
    }

    @Test
    void overHttpWithTheReasonInBothLanguages() {
        buy("M1", "phone");
        StaffBrowser owner = new StaffBrowser(port).signIn("admin", HuixiangTest.OWNERS_PASSWORD);

        var first = owner.get("/api/customers/" + customer("M1") + "/recommendations").body().path("items").path(0);
        assertThat(first.path("kind").asString()).isEqualTo("together");
        assertThat(first.path("product").path("price").path("amount").asString()).isEqualTo("10.00");
        assertThat(owner.get("/api/products/phone/goes-with").body().path("items").size()).isEqualTo(1);
        assertThat(owner.get("/api/products/nothing/goes-with").code()).isEqualTo("goods.not-found");
        assertThat(owner.get("/api/worth/goods").body().path("last").path("baskets").asInt()).isEqualTo(40);
    }

    private void times(int howOften, String... skus) {
        List<Order> all = new ArrayList<>();
        for (int each = 0; each < howOften; each++) {
            all.add(order("someone-" + no, skus));
        }
        orders.take("push", all);
    }

    private void buy(String who, String... skus) {
        orders.take("push", List.of(order(who, skus)));
    }

    private Order order(String who, String... skus) {
        Instant at = clock.instant().minus(Duration.ofDays(3));
        return new Order(
                "shop", "o-" + no++, Kind.ONLINE, null, State.PAID, false, at, at, null, null, null, "CNY", null,
                member(who), Arrays.stream(skus).map(sku -> new Line(sku, sku, 1, BigDecimal.TEN, null)).toList(), null,
                null, null, null);
    }

    private static Product product(String sku, String category, @Nullable Instant launchedAt) {
        return new Product(sku, sku, null, category, null, BigDecimal.TEN, "CNY", null, launchedAt, NOW.minus(Duration.ofDays(1)));
    }

    private CustomerId customer(String number) {
        return customers.recognise(Identity.member(number), CustomerFacts.from("shop"));
    }
}

package com.huixiang.demo;

import com.huixiang.conversation.Body;
import com.huixiang.conversation.IssueType;
import com.huixiang.demo.StoryBook.Goods;
import com.huixiang.order.Cart;
import com.huixiang.order.Order;
import com.huixiang.order.Order.Buyer;
import com.huixiang.order.Order.Kind;
import com.huixiang.order.Order.Line;
import com.huixiang.order.Order.Parcel;
import com.huixiang.order.Order.Payment;
import com.huixiang.order.Order.Refund;
import com.huixiang.order.Order.Shipment;
import com.huixiang.order.Order.State;
import com.huixiang.order.Order.Step;
import com.huixiang.order.Orders;
import com.huixiang.order.Product;
import com.huixiang.order.Shops;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the customers of the story bought: in the shop's own site, on a marketplace and in its stores, over a year and a
 * half, with parcels on their way. It comes in through the front door of the orders, as from any shop system.
 */
@InDemo
@Component
class Trade {

    static final String SOURCE = "demo";
    static final String BRAND = "青禾";
    static final String SHOPS = "('qinghe', 'qinghe-tmall', 'qinghe-pos')";

    private static final long SEED = 20_261_112L;
    private static final int LONGEST_AGO_DAYS = 540;
    private static final List<String> STORES = List.of("CX", "XH", "JJ");
    private static final List<String> REASONS = List.of("七天无理由退货", "尺寸不合适", "运输磕碰", "颜色与预期不符", "少件补差");

    private final StoryBook book;
    private final Orders orders;
    private final Shops shops;
    private final JdbcClient sql;
    private final Clock clock;

    Trade(StoryBook book, Orders orders, Shops shops, JdbcClient sql, Clock clock) {
        this.book = book;
        this.orders = orders;
        this.shops = shops;
        this.sql = sql;
        this.clock = clock;
    }

    /** A member of the story, and how keen he is to buy. */
    private record Member(String number, String level, Instant since) {}

    void open() {
        shops.open("qinghe", "青禾家居官网", Kind.ONLINE, "CNY", "Asia/Shanghai");
        shops.open("qinghe-tmall", "青禾家居旗舰店", Kind.ONLINE, "CNY", "Asia/Shanghai");
        shops.open("qinghe-pos", "青禾家居门店", Kind.STORE, "CNY", "Asia/Shanghai");
        Instant now = clock.instant();
        orders.takeProducts(products(now));
        Random chance = new Random(SEED);
        List<Order> all = new ArrayList<>();
        List<Cart> carts = new ArrayList<>();
        for (Member member : members()) {
            for (int many = many(member, chance); many > 0; many--) {
                all.add(order(member, all.size(), chance, now));
            }
            if (chance.nextInt(100) < 22) {
                carts.add(cart(member, chance, now));
            }
        }
        orders.take(SOURCE, all);
        orders.takeCarts(carts);
    }

    private List<Product> products(Instant now) {
        List<Product> products = new ArrayList<>();
        for (Goods one : book.allGoods()) {
            Body.Card card = one.card();
            int age = 30 + Math.floorMod(card.sku().hashCode(), 600);
            products.add(new Product(
                    card.sku(), card.title(), null, one.family(), BRAND, price(card), "CNY", card.image(),
                    now.minus(Duration.ofDays(age)), now));
        }
        return products;
    }

    private List<Member> members() {
        return sql.sql("""
                select i.value, k.level, k.created_at from demo.made m
                  join customer.customer k on k.id = m.id
                  join customer.identity i on i.customer_id = k.id and i.kind = 'MEMBER'
                 where m.thing in ('customer', 'shopper') order by i.value""")
                .query((row, n) -> new Member(row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .list();
    }

    private static int many(Member member, Random chance) {
        return switch (member.level()) {
            case "PLATINUM" -> 5 + chance.nextInt(6);
            case "GOLD" -> 3 + chance.nextInt(5);
            case "SILVER" -> 2 + chance.nextInt(3);
            default -> 1 + (chance.nextInt(100) < 35 ? chance.nextInt(3) : 0);
        };
    }

    private Order order(Member member, int number, Random chance, Instant now) {
        // The nearer, the more: every third customer has bought something in these weeks.
        long minutes = (long) (LONGEST_AGO_DAYS * 24 * 60 * Math.pow(chance.nextDouble(), 2.2)) + 40;
        Instant placed = now.minus(Duration.ofMinutes(minutes));
        Buyer buyer = new Buyer(member.number(), null, null, null, null);
        int where = chance.nextInt(100);
        List<Line> lines = lines(chance);
        if (where < 18) {
            return purchase("POS" + (100_000 + number), Details.any(STORES, chance), placed, buyer, lines);
        }
        String shop = where < 62 ? "qinghe" : "qinghe-tmall";
        String no = "QH" + (2_510_000_000L + number * 7_919L % 9_999_999L);
        int luck = chance.nextInt(100);
        if (luck < 5) {
            return told(shop, no, State.CANCELLED, placed, buyer, lines, null, null, chance);
        }
        Duration age = Duration.ofMinutes(minutes);
        if (age.compareTo(Duration.ofHours(2)) < 0 && luck < 40) {
            return told(shop, no, State.UNPAID, placed, buyer, lines, null, null, chance);
        }
        Instant shipped = placed.plus(Duration.ofHours(6 + chance.nextInt(36)));
        // Two of a hundred wait longer than we promise (T-02).
        if (shipped.isAfter(now) || luck < 7 && age.compareTo(Duration.ofDays(5)) < 0) {
            return told(shop, no, State.PAID, placed, buyer, lines, null, null, chance);
        }
        Instant delivered = shipped.plus(Duration.ofHours(40 + chance.nextInt(72)));
        if (delivered.isAfter(now)) {
            return told(shop, no, State.SHIPPED, placed, buyer, lines, parcel(number, shipped, null, now, chance), null, chance);
        }
        Refund refund = luck >= 92 ? new Refund(price(lines).divide(BigDecimal.TWO), delivered.plus(Duration.ofDays(2)), Details.any(REASONS, chance)) : null;
        boolean settled = age.compareTo(Duration.ofDays(15)) > 0;
        return told(
                shop, no, settled ? State.COMPLETED : State.DELIVERED, placed, buyer, lines,
                parcel(number, shipped, delivered, now, chance),
                refund != null && refund.at().isBefore(now) ? refund : null, chance);
    }

    private List<Line> lines(Random chance) {
        List<Goods> goods = book.allGoods();
        List<Line> lines = new ArrayList<>();
        int first = chance.nextInt(goods.size());
        for (int many = chance.nextInt(100) < 58 ? 1 : 2 + chance.nextInt(2); many > 0; many--) {
            // What lies beside it in the list goes with it: a bed with a mattress, a table with chairs.
            Body.Card card = goods.get((first + lines.size()) % goods.size()).card();
            int quantity = price(card).intValue() < 500 ? 1 + chance.nextInt(3) : 1;
            lines.add(new Line(card.sku(), card.title(), quantity, price(card), null));
        }
        return lines;
    }

    private static Order purchase(String no, String store, Instant at, Buyer buyer, List<Line> lines) {
        return new Order(
                "qinghe-pos", no, Kind.STORE, store, State.COMPLETED, false, at, at, null, at, null, "CNY", null, buyer,
                lines, List.of(new Payment(no + "-1", "门店收银", price(lines), at)), null, null, null);
    }

    private static Order told(
            String shop,
            String no,
            State state,
            Instant placed,
            Buyer buyer,
            List<Line> lines,
            @Nullable Shipment parcel,
            @Nullable Refund refund,
            Random chance) {
        boolean paid = state != State.UNPAID && state != State.CANCELLED;
        Instant paidAt = placed.plusSeconds(40 + chance.nextInt(400));
        return new Order(
                shop, no, Kind.ONLINE, null, state, false, placed, paid ? paidAt : null,
                parcel == null ? null : parcel.shippedAt(),
                parcel == null ? null : parcel.deliveredAt(),
                state == State.CANCELLED ? placed.plus(Duration.ofMinutes(30)) : null,
                "CNY", null, buyer, lines,
                paid ? List.of(new Payment(no + "-1", chance.nextBoolean() ? "微信支付" : "支付宝", price(lines), paidAt)) : null,
                parcel == null ? null : List.of(parcel),
                refund == null ? null : List.of(refund),
                null);
    }

    private static Shipment parcel(long number, Instant shipped, @Nullable Instant delivered, Instant now, Random chance) {
        String courier = Details.any(Details.COURIERS, chance);
        return parcel(courier, Details.any(Details.CITIES, chance), number, shipped, delivered, now);
    }

    private static Shipment parcel(
            String courier, String city, long number, Instant shipped, @Nullable Instant delivered, Instant now) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(shipped, "商家已发货,包裹由" + courier + "揽收"));
        steps.add(new Step(shipped.plus(Duration.ofHours(9)), "已到达杭州转运中心"));
        steps.add(new Step(shipped.plus(Duration.ofHours(22)), "已到达" + city + "转运中心"));
        if (delivered != null) {
            steps.add(new Step(delivered.minus(Duration.ofHours(4)), "派送中,请保持电话畅通"));
            steps.add(new Step(delivered, "已签收,签收人:本人"));
        }
        steps.removeIf(step -> step.at().isAfter(now));
        String prefix = courier.equals("顺丰") ? "SF" : courier.equals("德邦") ? "DPK" : courier.equals("中通") ? "ZT" : "JD";
        return new Shipment(
                courier, prefix + (7_300_000_000L + Math.floorMod(number * 104_729L, 99_999_999L)),
                delivered == null ? Parcel.UNDERWAY : Parcel.DELIVERED, shipped, delivered, steps);
    }

    private Cart cart(Member member, Random chance, Instant now) {
        List<Cart.Item> items = lines(chance).stream()
                .map(line -> new Cart.Item(line.sku(), line.name(), line.quantity(), line.price(), "CNY"))
                .toList();
        return new Cart(
                "qinghe", new Buyer(member.number(), null, null, null, null), items,
                now.minus(Duration.ofMinutes(20 + chance.nextInt(14_000))));
    }

    /** The order he is about to ask for, so that whoever answers finds it as the customer tells it. */
    void orderOf(Part part, Dialogue dialogue, Details details) {
        boolean named = dialogue.lines().stream().anyMatch(line -> line.text().contains("{order}"));
        if (!named || details.goods() == null && book.allGoods().isEmpty() || part.phone().isEmpty()) {
            return;
        }
        Body.Card card = details.goods() == null ? book.allGoods().getFirst().card() : details.goods();
        Instant now = clock.instant();
        boolean waits = dialogue.name().contains("not-shipped");
        boolean underway = dialogue.issue() == IssueType.LOGISTICS;
        Instant placed = now.minus(Duration.ofHours(waits ? 70 : underway ? 60 : 150));
        Instant shipped = placed.plus(Duration.ofHours(20));
        Instant delivered = underway ? null : shipped.plus(Duration.ofHours(60));
        List<Line> lines = List.of(new Line(card.sku(), card.title(), 1, price(card), null));
        Buyer buyer = new Buyer(null, null, part.phone(), null, null);
        orders.take(SOURCE, List.of(told(
                "qinghe", details.order(), waits ? State.PAID : underway ? State.SHIPPED : State.DELIVERED, placed, buyer, lines,
                waits ? null : parcel(details.courier(), details.city(), part.seed(), shipped, delivered, now), null,
                new Random(part.seed()))));
    }

    private static BigDecimal price(Body.Card card) {
        return new BigDecimal(card.price() == null ? "99.00" : card.price());
    }

    private static BigDecimal price(List<Line> lines) {
        return lines.stream()
                .map(line -> line.price().multiply(BigDecimal.valueOf(line.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

package com.huixiang.demo;

import com.huixiang.conversation.Body;
import com.huixiang.customer.CustomerId;
import com.huixiang.kernel.Uuid7;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What the customers of the story looked at in the last thirty days: visits to the demo shop, dated back. */
final class BrowsingPast {

    private static final ZoneId SHOP = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 30;
    private static final List<String> SEARCHES = List.of("沙发", "餐桌", "四件套", "台灯", "窗帘", "床垫", "铸铁锅");

    private final List<Body.Card> goods;
    private final Random chance;
    private final Instant now;
    private final JsonMapper json;
    private final List<Object[]> rows = new ArrayList<>();

    BrowsingPast(List<Body.Card> goods, Random chance, Instant now, JsonMapper json) {
        this.goods = goods;
        this.chance = chance;
        this.now = now;
        this.json = json;
    }

    /** Some come often, some seldom, some never. */
    void tellOf(List<CustomerId> customers) {
        for (CustomerId customer : customers) {
            int visits = chance.nextInt(10) < 2 ? 0 : 1 + chance.nextInt(chance.nextInt(4) == 0 ? 6 : 3);
            for (int visit = 0; visit < visits; visit++) {
                visit(customer);
            }
        }
    }

    private void visit(CustomerId customer) {
        LocalDate day = LocalDate.ofInstant(now, SHOP).minusDays(chance.nextInt(DAYS));
        Instant at = day.atTime(8 + chance.nextInt(14), chance.nextInt(60)).atZone(SHOP).toInstant();
        String session = "v-" + Uuid7.at(at);
        if (at.isAfter(now.minus(Duration.ofHours(1)))) {
            return;
        }
        add(customer, at, session, "Page Viewed", null, Map.of("title", "首页", "url", "/shop/"));
        if (chance.nextInt(4) == 0) {
            at = later(at);
            String query = Details.any(SEARCHES, chance);
            add(customer, at, session, "Products Searched", null, Map.of("query", query, "title", "搜索:" + query));
        }
        for (int looked = 1 + chance.nextInt(5); looked > 0; looked--) {
            Body.Card card = Details.any(goods, chance);
            at = later(at);
            add(customer, at, session, "Product Viewed", card, Map.of());
            if (chance.nextInt(7) == 0) {
                at = later(at);
                add(customer, at, session, "Product Favourited", card, Map.of());
            }
            if (chance.nextInt(4) == 0) {
                at = later(at);
                add(customer, at, session, "Product Added", card, Map.of("quantity", 1));
                if (chance.nextInt(3) == 0) {
                    at = later(at);
                    add(customer, at, session, "Order Completed", null, Map.of(
                            "order_id", "D" + at.getEpochSecond(), "total", String.valueOf(card.price()), "currency", "CNY"));
                }
            }
        }
    }

    private Instant later(Instant at) {
        return at.plusSeconds(8 + chance.nextInt(150));
    }

    private void add(
            CustomerId customer, Instant at, String session, String name, Body.Card card, Map<String, Object> more) {
        Map<String, Object> properties = new LinkedHashMap<>(more);
        if (card != null) {
            properties.putAll(of(card));
        }
        rows.add(new Object[] {
            customer.value(), StoryRepository.utc(at), Uuid7.at(at), StoryRepository.utc(at), name,
            card == null ? null : card.sku(), session, Company.SITE, json.writeValueAsString(properties)
        });
    }

    /** What an event says of a product. */
    static Map<String, Object> of(Body.Card card) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("sku", card.sku());
        said.put("name", card.title());
        said.put("price", card.price());
        said.put("currency", "CNY");
        said.put("image_url", card.image());
        said.put("url", card.url());
        said.put("title", card.title());
        return said;
    }

    void write(JdbcTemplate jdbc) {
        for (int months = 1; months >= 0; months--) {
            YearMonth month = YearMonth.from(now.atOffset(ZoneOffset.UTC)).minusMonths(months);
            jdbc.query("select journey.make_month(?)", row -> {}, month.atDay(1));
        }
        jdbc.batchUpdate(
                """
                insert into journey.event (customer_id, at, id, received_at, name, sku, session, site, properties)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""",
                rows);
        jdbc.update(
                """
                insert into journey.step (customer_id, day, step, site)
                select distinct customer_id, (at at time zone 'Asia/Shanghai')::date,
                       case name when 'Product Added' then 2 when 'Order Completed' then 4 else 1 end, site
                  from journey.event
                 where site = ? and name in ('Page Viewed', 'Product Viewed', 'Product Added', 'Order Completed')
                on conflict do nothing""",
                Company.SITE);
    }
}

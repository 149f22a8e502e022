package com.huixiang.order;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.TimelineEntry;
import com.huixiang.customer.TimelineEntry.Ref;
import com.huixiang.customer.TimelineEntry.Words;
import com.huixiang.customer.TimelineSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** P-01: what a customer bought and gave back, in his timeline; purchases in stores too (E-04). */
@Component
class OrderTimeline implements TimelineSource {

    private static final String ORDER = "order";
    private static final String PURCHASE = "purchase";
    private static final String REFUND = "refund";

    private final JdbcClient sql;

    OrderTimeline(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ORDER, PURCHASE, REFUND);
    }

    @Override
    public List<TimelineEntry> page(CustomerId customer, Set<String> kinds, Before before, int most) {
        return sql.sql("""
                (select case o.kind when 'STORE' then 'purchase' else 'order' end as kind, o.id, o.placed_at as at, o.no,
                        o.id as order_id, o.amount, o.currency, o.state, o.reversal, s.name as shop, t.name as store,
                        (select l.name from shop.line l where l.order_id = o.id order by l.no limit 1) as words
                   from shop.order_mirror o join shop.shop s on s.code = o.shop left join staff.store t on t.id = o.store_id
                  where o.customer_id = :customer and (o.placed_at, o.id) < (:at, :before)
                    and (:orders and o.kind = 'ONLINE' or :purchases and o.kind = 'STORE')
                  order by o.placed_at desc, o.id desc limit :most)
                union all
                (select 'refund', r.id, r.at, o.no, o.id, r.amount, r.currency, o.state, o.reversal, s.name, null, r.reason
                   from (select r.*, md5(r.order_id::text || '-' || r.no)::uuid as id from shop.refund r
                          where r.customer_id = :customer and :refunds) r
                   join shop.order_mirror o on o.id = r.order_id join shop.shop s on s.code = o.shop
                  where (r.at, r.id) < (:at, :before)
                  order by r.at desc, r.id desc limit :most)
                order by at desc, id desc limit :most""")
                .param("customer", customer.value())
                .param("at", OrderLists.utc(before.at()))
                .param("before", before.id())
                .param("orders", kinds.contains(ORDER))
                .param("purchases", kinds.contains(PURCHASE))
                .param("refunds", kinds.contains(REFUND))
                .param("most", most)
                .query(OrderTimeline::entry)
                .list();
    }

    private static TimelineEntry entry(ResultSet row, int number) throws SQLException {
        String kind = row.getString("kind");
        Money amount = new Money(row.getBigDecimal("amount"), row.getString("currency"));
        Map<String, @Nullable Object> detail = new HashMap<>();
        detail.put("no", row.getString("no"));
        detail.put("shop", row.getString("shop"));
        detail.put("amount", amount);
        detail.put("state", row.getString("state").toLowerCase(java.util.Locale.ROOT));
        detail.put("product", kind.equals(REFUND) ? null : row.getString("words"));
        detail.put("reason", kind.equals(REFUND) ? row.getString("words") : null);
        Instant at = OrderLists.time(row, "at");
        return new TimelineEntry(
                row.getObject("id", UUID.class),
                kind,
                at == null ? Instant.EPOCH : at,
                title(kind, row, amount),
                detail,
                new Ref(ORDER, row.getString("order_id")));
    }

    private static Words title(String kind, ResultSet row, Money amount) throws SQLException {
        String no = row.getString("no");
        if (kind.equals(REFUND)) {
            return new Words("订单 " + no + " 退款 " + amount, "Refund of " + amount + " for order " + no);
        }
        if (row.getBoolean("reversal")) {
            return new Words("取消单 " + no + ",金额 " + amount, "Cancellation " + no + " of " + amount);
        }
        String store = row.getString("store");
        if (kind.equals(PURCHASE)) {
            String where = store == null ? row.getString("shop") : store;
            return new Words("在" + where + "购买,金额 " + amount, "Bought at " + where + " for " + amount);
        }
        return new Words("下单 " + no + ",金额 " + amount, "Order " + no + " of " + amount);
    }
}

package com.huixiang.order;

import com.huixiang.customer.CustomerId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** READ DOOR: where a customer stands, by his own orders (E-07). */
@Service
public class SaleStages {

    private final JdbcClient sql;
    private final OrderStandards standards;
    private final Clock clock;

    SaleStages(JdbcClient sql, OrderStandards standards, Clock clock) {
        this.sql = sql;
        this.standards = standards;
        this.clock = clock;
    }

    public enum Stage {
        /** 售前: nothing bought, or long ago. */
        PRE_SALE,
        /** 售中: ordered, and not yet shipped. */
        IN_SALE,
        /** 售后: on its way, there, given back or cancelled. */
        AFTER_SALE
    }

    public record OrderName(OrderId id, String no) {}

    /** Which stage, and because of which order. */
    public record SaleStage(Stage stage, @Nullable OrderName order, Trouble.Words why) {}

    private record Last(CustomerId of, OrderId id, String no, Order.State state, boolean reversal, Instant movedAt) {}

    private static final SaleStage NOTHING_YET =
            new SaleStage(Stage.PRE_SALE, null, new Trouble.Words("还没有订单", "No order yet"));

    /** The order that moved last says where he stands; one that was closed long ago says nothing any more. */
    public SaleStage of(CustomerId customer) {
        return of(Set.of(customer)).get(customer);
    }

    /** Of many at once, for lists. */
    public Map<CustomerId, SaleStage> of(Set<CustomerId> customers) {
        Map<CustomerId, SaleStage> stages = new HashMap<>();
        customers.forEach(each -> stages.put(each, NOTHING_YET));
        sql.sql("""
                select a.id as of, o.id, o.no, o.state, o.reversal, o.moved_at
                  from unnest(:ids::uuid[]) as a(id)
                  join customer.customer c on c.id = a.id
                 cross join lateral (
                       select m.id, m.no, m.state, m.reversal,
                              greatest(m.placed_at, m.paid_at, m.shipped_at, m.delivered_at, m.cancelled_at) as moved_at
                         from shop.order_mirror m
                        where m.customer_id = coalesce(c.merged_into, c.id)
                        order by m.state in ('UNPAID', 'PAID') and not m.reversal desc, 5 desc
                        limit 1) o""")
                .param("ids", customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .query((row, n) -> new Last(
                        new CustomerId(row.getObject("of", UUID.class)),
                        new OrderId(row.getObject("id", UUID.class)),
                        row.getString("no"),
                        Order.State.valueOf(row.getString("state")),
                        row.getBoolean("reversal"),
                        OrderLists.time(row, "moved_at")))
                .list()
                .forEach(last -> stages.put(last.of(), stage(last)));
        return stages;
    }

    private SaleStage stage(Last last) {
        Duration since = Duration.between(last.movedAt(), clock.instant());
        Duration longest = standards.get().afterSale();
        if (since.compareTo(longest) > 0) {
            return new SaleStage(
                    Stage.PRE_SALE,
                    new OrderName(last.id(), last.no()),
                    new Trouble.Words(
                            "最近一单 " + last.no() + " 已过去 " + since.toDays() + " 天",
                            "The last order, " + last.no() + ", was " + since.toDays() + " days ago"));
        }
        return new SaleStage(stage(last.state()), new OrderName(last.id(), last.no()), why(last));
    }

    private static Stage stage(Order.State state) {
        return switch (state) {
            case UNPAID, PAID -> Stage.IN_SALE;
            case SHIPPED, DELIVERED, COMPLETED, CANCELLED -> Stage.AFTER_SALE;
        };
    }

    private static Trouble.Words why(Last last) {
        return switch (last.state()) {
            case UNPAID -> new Trouble.Words("订单 " + last.no() + " 待付款", "Order " + last.no() + " is not paid yet");
            case PAID -> new Trouble.Words("订单 " + last.no() + " 已付款,未发货", "Order " + last.no() + " is paid and not yet shipped");
            case SHIPPED -> new Trouble.Words("订单 " + last.no() + " 已发货", "Order " + last.no() + " is on its way");
            case DELIVERED -> new Trouble.Words("订单 " + last.no() + " 已签收", "Order " + last.no() + " has arrived");
            case COMPLETED -> new Trouble.Words("订单 " + last.no() + " 已完成", "Order " + last.no() + " is completed");
            case CANCELLED -> new Trouble.Words("订单 " + last.no() + " 已取消", "Order " + last.no() + " was cancelled");
        };
    }
}

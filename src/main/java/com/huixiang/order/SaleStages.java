package com.huixiang.order;

import com.huixiang.customer.CustomerId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

    private record Last(OrderId id, String no, Order.State state, boolean reversal, Instant movedAt) {}

    /** The order that moved last says where he stands; one that was closed long ago says nothing any more. */
    public SaleStage of(CustomerId customer) {
        Optional<Last> found = sql.sql("""
                select id, no, state, reversal,
                       greatest(placed_at, paid_at, shipped_at, delivered_at, cancelled_at) as moved_at
                  from shop.order_mirror
                 where customer_id = (select coalesce(merged_into, id) from customer.customer where id = ?)
                 order by state in ('UNPAID', 'PAID') and not reversal desc, moved_at desc limit 1""")
                .param(customer.value())
                .query((row, n) -> new Last(
                        new OrderId(row.getObject("id", UUID.class)),
                        row.getString("no"),
                        Order.State.valueOf(row.getString("state")),
                        row.getBoolean("reversal"),
                        OrderLists.time(row, "moved_at")))
                .optional();
        if (found.isEmpty()) {
            return new SaleStage(Stage.PRE_SALE, null, new Trouble.Words("还没有订单", "No order yet"));
        }
        Last last = found.get();
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

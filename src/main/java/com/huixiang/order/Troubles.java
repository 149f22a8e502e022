package com.huixiang.order;

import com.huixiang.customer.CustomerId;
import com.huixiang.order.Trouble.Kind;
import com.huixiang.order.Trouble.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** T-02: finds orders that went wrong. What "in time" means is a standard. */
@Component
class Troubles {

    private final JdbcClient sql;
    private final OrderStandards standards;
    private final Clock clock;

    Troubles(JdbcClient sql, OrderStandards standards, Clock clock) {
        this.sql = sql;
        this.standards = standards;
        this.clock = clock;
    }

    List<Trouble> of(CustomerId customer) {
        OrderStandards.Standard standard = standards.get();
        return sql.sql("""
                with mine as (select * from shop.order_mirror
                               where customer_id = (select coalesce(merged_into, id) from customer.customer where id = :customer))
                select 'PARCEL_LOST' as kind, o.id, o.no, coalesce(p.last_step_at, p.shipped_at, o.placed_at) as since,
                       p.carrier || ' ' || p.number as what, p.state = 'LOST' as told
                  from mine o join shop.shipment p on p.order_id = o.id
                 where o.state not in ('CANCELLED', 'COMPLETED')
                   and (p.state = 'LOST' or p.state = 'UNDERWAY' and coalesce(p.last_step_at, p.shipped_at) < :silent)
                union all
                select 'CHARGED_TWICE', o.id, o.no, max(p.paid_at), sum(p.amount)::text, false
                  from mine o join shop.payment p on p.order_id = o.id
                 where o.state <> 'CANCELLED'
                 group by o.id, o.no, o.amount
                having count(*) > 1
                   and sum(p.amount) - coalesce((select sum(r.amount) from shop.refund r where r.order_id = o.id), 0) > o.amount
                union all
                select 'NOT_SHIPPED', o.id, o.no, o.paid_at, '', false
                  from mine o where o.state = 'PAID' and o.kind = 'ONLINE' and o.paid_at < :shipped
                 order by since""")
                .param("customer", customer.value())
                .param("silent", OrderLists.utc(clock.instant().minus(standard.silentParcel())))
                .param("shipped", OrderLists.utc(clock.instant().minus(standard.shipWithin())))
                .query((row, n) -> trouble(row, standard))
                .list();
    }

    Set<CustomerId> among(Collection<CustomerId> customers) {
        OrderStandards.Standard standard = standards.get();
        return sql.sql("""
                select distinct o.customer_id from shop.order_mirror o
                 where o.customer_id = any(:customers)
                   and (o.state = 'PAID' and o.kind = 'ONLINE' and o.paid_at < :shipped
                     or o.state not in ('CANCELLED', 'COMPLETED')
                        and exists (select from shop.shipment p
                                     where p.order_id = o.id
                                       and (p.state = 'LOST' or p.state = 'UNDERWAY'
                                            and coalesce(p.last_step_at, p.shipped_at) < :silent))
                     or o.state <> 'CANCELLED'
                        and (select count(*) > 1 and sum(p.amount) - coalesce((select sum(r.amount) from shop.refund r
                                                                                where r.order_id = o.id), 0) > o.amount
                               from shop.payment p where p.order_id = o.id))""")
                .param("customers", customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .param("silent", OrderLists.utc(clock.instant().minus(standard.silentParcel())))
                .param("shipped", OrderLists.utc(clock.instant().minus(standard.shipWithin())))
                .query((row, n) -> new CustomerId(row.getObject(1, UUID.class)))
                .stream()
                .collect(Collectors.toSet());
    }

    private static Trouble trouble(ResultSet row, OrderStandards.Standard standard) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind"));
        return new Trouble(
                kind,
                new OrderId(row.getObject("id", UUID.class)),
                row.getString("no"),
                OrderLists.time(row, "since"),
                words(kind, row.getString("no"), row.getString("what"), row.getBoolean("told"), standard));
    }

    private static Words words(Kind kind, String no, String what, boolean told, OrderStandards.Standard standard) {
        return switch (kind) {
            case PARCEL_LOST -> told
                    ? new Words("订单 " + no + " 的包裹(" + what + ")已丢失", "The parcel of order " + no + " (" + what + ") is lost")
                    : new Words(
                            "订单 " + no + " 的包裹(" + what + ")超过 " + days(standard.silentParcel()) + " 天没有物流更新",
                            "No news of the parcel of order " + no + " (" + what + ") for more than "
                                    + days(standard.silentParcel()) + " days");
            case CHARGED_TWICE -> new Words("订单 " + no + " 重复扣款", "Order " + no + " was charged more than once");
            case NOT_SHIPPED -> new Words(
                    "订单 " + no + " 付款后超过 " + standard.shipWithin().toHours() + " 小时未发货",
                    "Order " + no + " was paid more than " + standard.shipWithin().toHours() + " hours ago and is not shipped");
        };
    }

    private static long days(Duration time) {
        return time.toDays();
    }
}

package com.huixiang.order;

import com.huixiang.audit.AuditTrail;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Permission;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** FRONT DOOR: what "in time" means for orders; the business decides (E-07, T-02). */
@Service
public class OrderStandards {

    private final JdbcClient sql;
    private final AuditTrail audit;

    OrderStandards(JdbcClient sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /**
     * @param afterSaleDays how long after an order was closed its customer still is after the sale
     * @param shipWithinHours how soon after the payment an order is shipped
     * @param silentParcelDays how long a parcel may say nothing before it counts as lost
     */
    public record Standard(int afterSaleDays, int shipWithinHours, int silentParcelDays) {

        Duration afterSale() {
            return Duration.ofDays(afterSaleDays);
        }

        Duration shipWithin() {
            return Duration.ofHours(shipWithinHours);
        }

        Duration silentParcel() {
            return Duration.ofDays(silentParcelDays);
        }
    }

    public Standard get() {
        return sql.sql("select after_sale_days, ship_within_hours, silent_parcel_days from shop.standard")
                .query((row, n) -> new Standard(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    @Transactional
    public Standard change(Actor actor, Standard wanted) {
        actor.check(Permission.STANDARDS);
        if (wanted.afterSaleDays() < 1 || wanted.afterSaleDays() > 3650
                || wanted.shipWithinHours() < 1 || wanted.shipWithinHours() > 8760
                || wanted.silentParcelDays() < 1 || wanted.silentParcelDays() > 365) {
            throw OrderProblem.badStandard();
        }
        Standard before = get();
        sql.sql("update shop.standard set after_sale_days = ?, ship_within_hours = ?, silent_parcel_days = ?")
                .params(wanted.afterSaleDays(), wanted.shipWithinHours(), wanted.silentParcelDays())
                .update();
        audit.note(
                actor.id().value(), actor.name(), "order.standard.changed", "standards", "orders", "订单标准", before,
                wanted, null);
        return wanted;
    }
}

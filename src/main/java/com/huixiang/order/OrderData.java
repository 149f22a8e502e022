package com.huixiang.order;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * P-08: what the mirror keeps of a person. When he is erased, the accounts stay: orders with their amounts, of a file that
 * names nobody any more; where his parcels went and what lies in his carts is gone.
 */
@Component
class OrderData implements PersonalData {

    private final JdbcClient sql;

    OrderData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "shop.order_mirror", "shop.line", "shop.payment", "shop.shipment", "shop.refund", "shop.cart",
                "shop.cart_line");
    }

    @Override
    public List<Section> sections() {
        return List.of(
                new Section("orders", "订单", "Orders", """
                        select shop, no, kind, state, placed_at, paid_at, shipped_at, delivered_at, cancelled_at, amount, currency
                          from shop.order_mirror where customer_id = :customer order by placed_at, id"""),
                new Section("order-lines", "订单商品", "Order lines", """
                        select o.shop, o.no, l.no as line, l.sku, l.name, l.quantity, l.price, l.amount
                          from shop.line l join shop.order_mirror o on o.id = l.order_id
                         where o.customer_id = :customer order by o.placed_at, o.id, l.no"""),
                new Section("payments", "付款", "Payments", """
                        select o.shop, o.no, p.method, p.amount, p.currency, p.paid_at
                          from shop.payment p join shop.order_mirror o on o.id = p.order_id
                         where o.customer_id = :customer order by p.paid_at, p.no"""),
                new Section("shipments", "物流", "Shipments", """
                        select o.shop, o.no, s.carrier, s.number, s.state, s.shipped_at, s.delivered_at, s.steps::text as steps
                          from shop.shipment s join shop.order_mirror o on o.id = s.order_id
                         where o.customer_id = :customer order by s.shipped_at, s.number"""),
                new Section("refunds", "退款", "Refunds", """
                        select o.shop, o.no, r.amount, r.currency, r.at, r.reason
                          from shop.refund r join shop.order_mirror o on o.id = r.order_id
                         where o.customer_id = :customer order by r.at, r.no"""),
                new Section("cart", "购物车", "Cart", """
                        select shop, sku, name, quantity, price, currency, at
                          from shop.cart_line where customer_id = :customer order by shop, no"""));
    }

    @Override
    public Map<String, Integer> erase(CustomerId customer) {
        int shipments = sql.sql("update shop.shipment set number = '', steps = '[]' where customer_id = ?")
                .param(customer.value())
                .update();
        sql.sql("update shop.payment set method = '' where customer_id = ?").param(customer.value()).update();
        int carts = sql.sql("delete from shop.cart where customer_id = ?").param(customer.value()).update();
        return Map.of("shipments", shipments, "cart", carts);
    }
}

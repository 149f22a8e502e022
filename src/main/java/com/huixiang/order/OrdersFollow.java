package com.huixiang.order;

import com.huixiang.customer.CustomerEvent.CustomersMerged;
import com.huixiang.customer.CustomerEvent.CustomersParted;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.MergeId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** E-05: orders and carts go with their customer when two files become one, and back when they are two again. */
@Component
class OrdersFollow {

    private static final List<String> PARTS = List.of("line", "payment", "shipment", "refund");

    private final JdbcClient sql;
    private final Orders orders;

    OrdersFollow(JdbcClient sql, Orders orders) {
        this.sql = sql;
        this.orders = orders;
    }

    /** In the transaction of the merge. */
    @EventListener
    void on(CustomersMerged news) {
        int moved = sql.sql("""
                with moved as (update shop.order_mirror set customer_id = :into where customer_id = :from returning id)
                insert into shop.followed (merge_id, order_id) select :merge, id from moved""")
                .param("from", news.from().value())
                .param("into", news.into().value())
                .param("merge", news.merge().value())
                .update();
        if (moved > 0) {
            PARTS.forEach(part -> sql.sql("update shop." + part + " set customer_id = :into where customer_id = :from")
                    .param("from", news.from().value())
                    .param("into", news.into().value())
                    .update());
        }
        moveCarts(news.merge(), news.from(), news.into());
        orders.tell(Set.of(news.into()));
    }

    /** A cart of the same shop that the staying file has is the one; the other waits for the files to be two again. */
    private void moveCarts(MergeId merge, CustomerId from, CustomerId into) {
        List<String> shops = sql.sql("""
                with free as (select c.shop from shop.cart c
                               where c.customer_id = :from
                                 and not exists (select from shop.cart o where o.customer_id = :into and o.shop = c.shop))
                insert into shop.followed_cart (merge_id, shop) select :merge, shop from free returning shop""")
                .param("from", from.value())
                .param("into", into.value())
                .param("merge", merge.value())
                .query(String.class)
                .list();
        shops.forEach(shop -> moveCart(shop, from, into));
    }

    private void moveCart(String shop, CustomerId from, CustomerId into) {
        sql.sql("insert into shop.cart select :into, shop, changed_at, content from shop.cart"
                        + " where customer_id = :from and shop = :shop on conflict do nothing")
                .param("from", from.value())
                .param("into", into.value())
                .param("shop", shop)
                .update();
        sql.sql("update shop.cart_line set customer_id = :into where customer_id = :from and shop = :shop")
                .param("from", from.value())
                .param("into", into.value())
                .param("shop", shop)
                .update();
        sql.sql("delete from shop.cart where customer_id = :from and shop = :shop")
                .param("from", from.value())
                .param("shop", shop)
                .update();
    }

    /** Those that followed then go back; what came after stays. */
    @EventListener
    void on(CustomersParted news) {
        List<UUID> back = sql.sql("""
                update shop.order_mirror o set customer_id = :from from shop.followed f
                 where f.merge_id = :merge and o.id = f.order_id and o.customer_id = :into returning o.id""")
                .param("from", news.from().value())
                .param("into", news.into().value())
                .param("merge", news.merge().value())
                .query(UUID.class)
                .list();
        UUID[] ids = back.toArray(UUID[]::new);
        PARTS.forEach(part -> sql.sql("update shop." + part + " set customer_id = :from where order_id = any(:ids)")
                .param("from", news.from().value())
                .param("ids", ids)
                .update());
        sql.sql("select shop from shop.followed_cart where merge_id = ?")
                .param(news.merge().value())
                .query(String.class)
                .list()
                .forEach(shop -> moveCart(shop, news.into(), news.from()));
        sql.sql("delete from shop.followed where merge_id = ?").param(news.merge().value()).update();
        sql.sql("delete from shop.followed_cart where merge_id = ?").param(news.merge().value()).update();
        orders.tell(Set.of(news.from(), news.into()));
    }
}

package com.huixiang.order;

import com.huixiang.customer.CustomerId;
import com.huixiang.order.OrderEvent.OrdersTaken;
import com.huixiang.order.OrderEvent.ProductsTaken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * FRONT DOOR: what shops tell us. However often and in whatever order the messages come, the mirror holds the newest state
 * of each order once: it is known by shop and number, an older message changes nothing, and neither does the same one again.
 */
@Service
public class Orders {

    private final Intake intake;
    private final Buyers buyers;
    private final ApplicationEventPublisher news;

    Orders(Intake intake, Buyers buyers, ApplicationEventPublisher news) {
        this.intake = intake;
        this.buyers = buyers;
        this.news = news;
    }

    /** @param changed how many are new or different now; the others were known already, or older than what we hold */
    public record Taken(int received, int changed) {}

    /** One transaction; told once after it ({@link OrdersTaken}). Two messages about one order: the newer one counts. */
    @Transactional
    public Taken take(String source, List<Order> orders) {
        if (orders.isEmpty()) {
            return new Taken(0, 0);
        }
        Map<List<String>, Order> newest = new LinkedHashMap<>();
        orders.forEach(order -> newest.merge(
                List.of(order.shop(), order.no()), order, (one, next) -> next.asOf().isBefore(one.asOf()) ? one : next));
        List<Order> batch = List.copyOf(newest.values());
        Intake.Merged merged = intake.take(source, batch, buyers.of(batch));
        tell(merged.customers());
        return new Taken(orders.size(), merged.changed());
    }

    /** Products by their sku, as orders are. */
    @Transactional
    public Taken takeProducts(List<Product> products) {
        if (products.isEmpty()) {
            return new Taken(0, 0);
        }
        Map<String, Product> newest = new LinkedHashMap<>();
        products.forEach(product -> newest.put(product.sku(), product));
        Set<String> changed = intake.takeProducts(List.copyOf(newest.values()));
        if (!changed.isEmpty()) {
            afterCommit(() -> news.publishEvent(new ProductsTaken(changed)));
        }
        return new Taken(products.size(), changed.size());
    }

    /** Carts of customers who can be recognised; nobody's cart is left out. */
    @Transactional
    public Taken takeCarts(List<Cart> carts) {
        Map<Order.Buyer, CustomerId> known = buyers.recogniseSeen(
                "shop",
                carts.stream().map(cart -> new Buyers.Seen(cart.buyer(), cart.changedAt())).toList());
        Map<List<Object>, Cart> newest = new LinkedHashMap<>();
        carts.stream()
                .filter(cart -> known.containsKey(cart.buyer()))
                .forEach(cart -> newest.merge(
                        List.of(known.get(cart.buyer()), cart.shop()),
                        cart,
                        (one, next) -> next.changedAt().isBefore(one.changedAt()) ? one : next));
        if (newest.isEmpty()) {
            return new Taken(carts.size(), 0);
        }
        Set<CustomerId> changed = intake.takeCarts(List.copyOf(newest.values()), known);
        tell(changed);
        return new Taken(carts.size(), changed.size());
    }

    void tell(Set<CustomerId> customers) {
        if (!customers.isEmpty()) {
            afterCommit(() -> news.publishEvent(new OrdersTaken(customers)));
        }
    }

    private static void afterCommit(Runnable telling) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                telling.run();
            }
        });
    }
}

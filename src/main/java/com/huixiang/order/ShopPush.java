package com.huixiang.order;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** Batches that another system sends when it likes: a list of products, of orders or of carts. */
@Configuration(proxyBeanMethods = false)
class ShopPush {

    private static final int MOST = 1000;

    @Bean
    OrderSource pushedProducts() {
        return new Pushed("products");
    }

    @Bean
    OrderSource pushedOrders() {
        return new Pushed("orders");
    }

    @Bean
    OrderSource pushedCarts() {
        return new Pushed("carts");
    }

    private record Pushed(String code) implements OrderSource {

        @Override
        public Understood read(JsonNode body) {
            JsonNode items = body.isArray() ? body : body.path(code);
            if (!items.isArray()) {
                throw OrderProblem.badMessage(-1, code);
            }
            if (items.size() > MOST) {
                throw OrderProblem.tooMany(MOST);
            }
            List<Product> products = new ArrayList<>();
            List<Order> orders = new ArrayList<>();
            List<Cart> carts = new ArrayList<>();
            List<NotUnderstood> rejected = new ArrayList<>();
            for (int at = 0; at < items.size(); at++) {
                OrderWire wire = new OrderWire(at);
                try {
                    switch (code) {
                        case "products" -> products.add(wire.product(items.get(at)));
                        case "orders" -> orders.add(wire.order(items.get(at)));
                        default -> carts.add(wire.cart(items.get(at)));
                    }
                } catch (OrderProblem wrong) {
                    rejected.add(new NotUnderstood(at, wrong.chinese(), wrong.english()));
                }
            }
            return new Understood(products, orders, carts, items.size(), rejected);
        }
    }
}

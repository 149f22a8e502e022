package com.huixiang.order.web;

import com.huixiang.kernel.Page;
import com.huixiang.order.OrderStandards;
import com.huixiang.order.OrderStandards.Standard;
import com.huixiang.order.ProductLists;
import com.huixiang.order.ProductLists.ProductView;
import com.huixiang.order.Shops;
import com.huixiang.order.Shops.Shop;
import com.huixiang.staff.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is sold, where, and what "in time" means. */
@RestController
class ProductController {

    private final ProductLists products;
    private final Shops shops;
    private final OrderStandards standards;

    ProductController(ProductLists products, Shops shops, OrderStandards standards) {
        this.products = products;
        this.shops = shops;
        this.standards = standards;
    }

    @GetMapping("/api/products")
    Page<ProductView> list(
            @RequestParam(required = false) @Nullable @Size(max = 100) String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return products.list(q, cursor, limit);
    }

    @GetMapping("/api/products/{sku}")
    ProductView one(@PathVariable String sku) {
        return products.get(sku);
    }

    @GetMapping("/api/shops")
    List<Shop> shops() {
        return shops.list();
    }

    @GetMapping("/api/settings/standards/orders")
    Standard standard() {
        return standards.get();
    }

    @PutMapping("/api/settings/standards/orders")
    Standard change(Actor actor, @Valid @RequestBody Standard wanted) {
        return standards.change(actor, wanted);
    }
}

package com.huixiang.segment.goods.web;

import com.huixiang.customer.CustomerId;
import com.huixiang.segment.goods.Goods;
import com.huixiang.segment.goods.GoodsLists;
import com.huixiang.segment.goods.GoodsLists.Book;
import com.huixiang.segment.goods.GoodsLists.Recommendations;
import com.huixiang.segment.goods.GoodsStandard;
import com.huixiang.staff.Actor;
import com.huixiang.staff.StaffProblem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Goods that go together (P-06). */
@RestController
class GoodsController {

    private final Goods goods;
    private final GoodsLists lists;

    GoodsController(Goods goods, GoodsLists lists) {
        this.goods = goods;
        this.lists = lists;
    }

    record StandardForm(int days, int largestBasket, int fewestBaskets, int eachProduct, int soldWithinDays) {}

    @GetMapping("/api/customers/{id}/recommendations")
    Recommendations recommendations(@PathVariable CustomerId id) {
        return lists.of(id);
    }

    @GetMapping("/api/products/{sku}/goes-with")
    Recommendations goesWith(@PathVariable String sku) {
        return lists.goesWith(sku);
    }

    @GetMapping("/api/worth/goods")
    Book book(Actor actor) {
        if (!actor.mayLead()) {
            throw StaffProblem.notAllowed();
        }
        return lists.book();
    }

    /** Counts from the next count on. */
    @PutMapping("/api/worth/goods/standard")
    GoodsStandard change(Actor actor, @RequestBody StandardForm form) {
        return goods.change(
                new GoodsStandard(
                        form.days(),
                        form.largestBasket(),
                        form.fewestBaskets(),
                        form.eachProduct(),
                        form.soldWithinDays()),
                actor);
    }
}

package com.huixiang.journey;

import com.huixiang.customer.TimelineEntry.Words;
import com.huixiang.journey.JourneyLists.Entry;
import org.jspecify.annotations.Nullable;

/** Events in words for people. */
final class EventWords {

    private EventWords() {}

    /** "浏览商品 羊毛地毯": what he did and with what. */
    static Words of(Entry event) {
        Words verb = verb(event.name());
        String what = event.product() != null ? event.product().name() : words(event);
        return what == null ? verb : new Words(verb.zh() + " " + what, verb.en() + " " + what);
    }

    private static @Nullable String words(Entry event) {
        if (event.name().equals(EventNames.PRODUCTS_SEARCHED)) {
            String query = event.properties().path("query").asString("");
            return query.isEmpty() ? null : query;
        }
        return event.title();
    }

    private static Words verb(String name) {
        return switch (name) {
            case EventNames.PAGE_VIEWED -> new Words("浏览页面", "Viewed page");
            case EventNames.PRODUCT_VIEWED -> new Words("浏览商品", "Viewed");
            case EventNames.PRODUCT_ADDED -> new Words("加入购物车", "Added to cart");
            case EventNames.PRODUCT_REMOVED -> new Words("移出购物车", "Removed from cart");
            case EventNames.PRODUCT_FAVOURITED -> new Words("收藏商品", "Favourited");
            case EventNames.PRODUCTS_SEARCHED -> new Words("搜索", "Searched for");
            case EventNames.ORDER_COMPLETED -> new Words("提交订单", "Placed an order");
            default -> new Words(name, name);
        };
    }
}

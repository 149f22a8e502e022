package com.huixiang.demo;

import com.huixiang.conversation.Body;
import com.huixiang.conversation.Opening.EntryPage;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What one dialogue is about this time: goods, order number, town. The same seed gives the same details. */
record Details(Body.@Nullable Card goods, String order, String city, String courier, String tail) {

    static final String GOODS_PAGE = "商品详情";

    static final List<String> CITIES =
            List.of("杭州", "上海", "成都", "苏州", "南京", "宁波", "武汉", "长沙", "合肥", "重庆", "西安", "厦门");
    static final List<String> COURIERS = List.of("顺丰", "德邦", "京东物流", "中通");

    static Details of(StoryBook book, Dialogue dialogue, long seed, String phone) {
        Random chance = new Random(seed);
        List<Body.Card> goods = dialogue.family() == null ? List.of() : book.goods(dialogue.family());
        return new Details(
                goods.isEmpty() ? null : any(goods, chance),
                "QH" + (2_600_000_000L + chance.nextInt(99_999_999)),
                any(CITIES, chance),
                any(COURIERS, chance),
                phone.substring(Math.max(0, phone.length() - 4)));
    }

    String fill(String text, String agent) {
        return text.replace("{goods}", goods == null ? "这款" : goods.title())
                .replace("{price}", goods == null || goods.price() == null ? "" : goods.price().replace(".00", ""))
                .replace("{order}", order)
                .replace("{city}", city)
                .replace("{courier}", courier)
                .replace("{tail}", tail)
                .replace("{agent}", agent);
    }

    EntryPage entry(Dialogue dialogue) {
        boolean aboutGoods = dialogue.page().equals(GOODS_PAGE) && goods != null;
        return new EntryPage(aboutGoods ? goods.title() : dialogue.page(), aboutGoods ? goods.url() : "/shop/", goods);
    }

    static <T> T any(List<T> list, Random chance) {
        return list.get(chance.nextInt(list.size()));
    }
}

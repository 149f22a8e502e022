package com.huixiang.segment.goods;

import com.huixiang.kernel.Problem;

/** All refusals about goods that go together. */
public final class GoodsProblem extends Problem {

    private GoodsProblem(Kind kind, String code, String chinese, String english) {
        super(kind, code, chinese, english);
    }

    static GoodsProblem badStandard() {
        return new GoodsProblem(
                Kind.INVALID,
                "goods.bad-standard",
                "标准超出范围:天数 7–3650,购物篮 2–500 件,最少同购 2 单,每件商品保留 1–200 个搭配。",
                "Out of range: 7 to 3650 days, baskets of 2 to 500, at least 2 baskets with both, 1 to 200 partners each.");
    }

    static GoodsProblem notFound() {
        return new GoodsProblem(Kind.NOT_FOUND, "goods.not-found", "没有这件商品。", "There is no such product.");
    }
}

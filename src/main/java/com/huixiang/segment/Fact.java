package com.huixiang.segment;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a rule may ask of a customer, in words for people; each is a column of {@code segment.facts}. */
public enum Fact {
    ORDERS("orders", "orders", Kind.NUMBER, "购买次数", "orders", "次", "times"),
    ORDERS_YEAR("ordersYear", "orders_year", Kind.NUMBER, "近一年购买次数", "orders within a year", "次", "times"),
    SPENT("spent", "spent", Kind.MONEY, "累计消费", "spent in all", "元", ""),
    SPENT_YEAR("spentYear", "spent_year", Kind.MONEY, "近一年消费", "spent within a year", "元", ""),
    SPENT_QUARTER("spentQuarter", "spent_quarter", Kind.MONEY, "近 90 天消费", "spent within 90 days", "元", ""),
    FIRST_ORDER_AT("firstOrderAt", "first_order_at", Kind.TIME, "首次购买", "first order", "天", "days"),
    LAST_ORDER_AT("lastOrderAt", "last_order_at", Kind.TIME, "最近购买", "last order", "天", "days"),
    CATEGORIES("categories", "categories", Kind.TEXTS, "买过的品类", "categories bought", "", ""),
    FAVOURITE("favourite", "favourite", Kind.TEXT, "偏爱品类", "favourite category", "", ""),
    FAVOURITE_SHARE("favouriteShare", "favourite_share", Kind.SHARE, "偏爱品类占比", "share of the favourite", "", ""),
    NEW_PRODUCT_AT("newProductAt", "new_product_at", Kind.TIME, "最近购买新品", "last bought something new", "天", "days"),
    DISCOUNT_SHARE("discountShare", "discount_share", Kind.SHARE, "平均优惠幅度", "paid less than the list prices by", "", ""),
    LEVEL("level", "level", Kind.TEXT, "会员等级", "member level", "", ""),
    REGION("region", "region", Kind.TEXT, "地区", "region", "", ""),
    LIFE_STAGE("lifeStage", "life_stage", Kind.TEXT, "人生阶段", "stage of life", "", ""),
    REACHABLE("reachable", "reachable", Kind.YES_NO, "留有联系方式", "has left a contact", "", ""),
    SATISFACTION("satisfaction", "satisfaction", Kind.NUMBER, "满意度", "satisfaction", "分", "points"),
    VIEWS("views", "views", Kind.NUMBER, "近 30 天浏览商品", "goods viewed within 30 days", "次", "times"),
    CARTS("carts", "carts", Kind.NUMBER, "近 30 天加购", "put into the cart within 30 days", "次", "times"),
    SEEN_AT("seenAt", "seen_at", Kind.TIME, "最近访问", "last visit", "天", "days"),
    SINCE("since", "since", Kind.TIME, "建档", "file opened", "天", "days"),
    RECENCY("r", "r", Kind.NUMBER, "RFM 最近(R)", "RFM recency", "分", "points"),
    FREQUENCY("f", "f", Kind.NUMBER, "RFM 频次(F)", "RFM frequency", "分", "points"),
    MONEY("m", "m", Kind.NUMBER, "RFM 金额(M)", "RFM money", "分", "points"),
    STRATEGY("strategy", "strategy", Kind.TEXT, "RFM 分层", "RFM strategy", "", "");

    /** How a fact is compared. */
    public enum Kind {
        NUMBER,
        MONEY,
        SHARE,
        TIME,
        TEXT,
        TEXTS,
        YES_NO;

        boolean isNumber() {
            return this == NUMBER || this == MONEY || this == SHARE;
        }
    }

    private final String code;
    private final String column;
    private final Kind kind;
    private final String chinese;
    private final String english;
    private final String unitChinese;
    private final String unitEnglish;

    Fact(String code, String column, Kind kind, String chinese, String english, String unitChinese, String unitEnglish) {
        this.code = code;
        this.column = column;
        this.kind = kind;
        this.chinese = chinese;
        this.english = english;
        this.unitChinese = unitChinese;
        this.unitEnglish = unitEnglish;
    }

    /** As rules write it. */
    public String code() {
        return code;
    }

    String column() {
        return column;
    }

    public Kind kind() {
        return kind;
    }

    public Words words() {
        return new Words(chinese, english);
    }

    public Words unit() {
        return new Words(unitChinese, unitEnglish);
    }

    /** Levels and strategies are written as on every wire and kept as constants. */
    String stored(String text) {
        return this == LEVEL || this == STRATEGY ? text.toUpperCase(Locale.ROOT).replace('-', '_') : text;
    }

    static Optional<Fact> of(String code) {
        return Stream.of(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}

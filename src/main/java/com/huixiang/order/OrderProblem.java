package com.huixiang.order;

import com.huixiang.kernel.Problem;

/** All refusals of the shop mirror. */
public final class OrderProblem extends Problem {

    private OrderProblem(Kind kind, String code, String chinese, String english) {
        super(kind, code, chinese, english);
    }

    static OrderProblem notFound() {
        return new OrderProblem(Kind.NOT_FOUND, "order.not-found", "没有找到这个订单。", "This order does not exist.");
    }

    static OrderProblem notYours() {
        return new OrderProblem(
                Kind.FORBIDDEN, "order.not-yours", "您不能查看这位客户的订单。", "The orders of this customer are not open to you.");
    }

    static OrderProblem exportNotYours() {
        return new OrderProblem(
                Kind.FORBIDDEN, "order.export-not-yours", "您的角色不能导出订单。", "Your role does not allow taking out orders.");
    }

    static OrderProblem productNotFound() {
        return new OrderProblem(
                Kind.NOT_FOUND, "order.product-not-found", "没有找到这个商品。", "This product does not exist.");
    }

    static OrderProblem badCursor() {
        return new OrderProblem(
                Kind.INVALID, "order.bad-cursor", "翻页位置无效,请从第一页重新开始。", "This page does not exist. Start from the first.");
    }

    static OrderProblem badStandard() {
        return new OrderProblem(
                Kind.INVALID,
                "order.bad-standard",
                "请填写:售后 1–3650 天,发货 1–8760 小时,包裹 1–365 天。",
                "Please give 1–3650 days after the sale, 1–8760 hours to ship, 1–365 days without news of a parcel.");
    }

    /** @param at of the item in its list, from 0; -1: the message itself */
    public static OrderProblem badMessage(int at, String field) {
        String where = at < 0 ? field : "[" + at + "]." + field;
        return new OrderProblem(
                Kind.INVALID,
                "order.bad-message",
                "订单消息格式不正确:请检查 " + where + "。",
                "The message is malformed: please check " + where + ".");
    }

    static OrderProblem unknownSource() {
        return new OrderProblem(
                Kind.NOT_FOUND,
                "order.unknown-source",
                "地址只能以 products、orders、carts 或 webhook 结尾。",
                "The address ends with products, orders, carts or webhook.");
    }

    static OrderProblem tooMany(int most) {
        return new OrderProblem(
                Kind.TOO_LARGE,
                "order.too-many",
                "一次最多 " + most + " 条,请分批发送。",
                "At most " + most + " at once; please send them in batches.");
    }
}

package com.huixiang.order;

import com.huixiang.imports.ImportKind;
import com.huixiang.imports.LineRejected;
import com.huixiang.order.Order.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Orders as shops export them: one line for each product of an order. What belongs to the whole order (its buyer, its
 * parcel, its refund) stands on its first line.
 */
@Component
class OrderFile implements ImportKind {

    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("订单号", List.of("订单号", "订单编号", "orderno", "ordernumber", "orderid")),
            Map.entry("店铺", List.of("店铺", "店铺编码", "shop")),
            Map.entry("类型", List.of("类型", "订单类型", "kind")),
            Map.entry("门店", List.of("门店", "门店编码", "store")),
            Map.entry("状态", List.of("状态", "订单状态", "state", "status")),
            Map.entry("下单时间", List.of("下单时间", "订单创建时间", "placedat", "ordertime", "createdat")),
            Map.entry("付款时间", List.of("付款时间", "订单付款时间", "paidat")),
            Map.entry("发货时间", List.of("发货时间", "shippedat")),
            Map.entry("签收时间", List.of("签收时间", "deliveredat")),
            Map.entry("取消时间", List.of("取消时间", "cancelledat")),
            Map.entry("更新时间", List.of("更新时间", "修改时间", "changedat", "updatedat")),
            Map.entry("会员号", List.of("会员号", "会员编号", "member", "memberno", "customerid")),
            Map.entry("手机号", List.of("手机号", "联系手机", "收货人手机", "手机", "phone", "mobile")),
            Map.entry("邮箱", List.of("邮箱", "电子邮箱", "email")),
            Map.entry("姓名", List.of("姓名", "买家", "收货人", "收货人姓名", "name", "buyer")),
            Map.entry("商品编码", List.of("商品编码", "商家编码", "货号", "sku", "skucode")),
            Map.entry("商品名称", List.of("商品名称", "商品", "宝贝标题", "product", "productname", "title")),
            Map.entry("数量", List.of("数量", "购买数量", "quantity", "qty")),
            Map.entry("单价", List.of("单价", "价格", "price", "unitprice")),
            Map.entry("金额", List.of("金额", "小计", "amount", "lineamount")),
            Map.entry("币种", List.of("币种", "currency")),
            Map.entry("物流公司", List.of("物流公司", "快递公司", "carrier")),
            Map.entry("运单号", List.of("运单号", "物流单号", "快递单号", "trackingno", "trackingnumber")),
            Map.entry("退款金额", List.of("退款金额", "refund", "refundamount")),
            Map.entry("退款时间", List.of("退款时间", "refundedat")),
            Map.entry("退款原因", List.of("退款原因", "refundreason")));
    private static final List<String> NEEDED = List.of("订单号", "下单时间", "商品编码", "数量", "单价");

    private static final Map<String, State> STATES = new HashMap<>();

    static {
        for (State state : State.values()) {
            STATES.put(state.name().toLowerCase(Locale.ROOT), state);
        }
        List.of("待付款", "未付款", "等待买家付款").forEach(word -> STATES.put(word, State.UNPAID));
        List.of("已付款", "待发货", "买家已付款").forEach(word -> STATES.put(word, State.PAID));
        List.of("已发货", "待收货", "卖家已发货").forEach(word -> STATES.put(word, State.SHIPPED));
        List.of("已签收", "已收货").forEach(word -> STATES.put(word, State.DELIVERED));
        List.of("已完成", "交易成功", "完成").forEach(word -> STATES.put(word, State.COMPLETED));
        List.of("已取消", "已关闭", "交易关闭").forEach(word -> STATES.put(word, State.CANCELLED));
    }

    private final OrderStage stage;
    private final Shops shops;

    OrderFile(OrderStage stage, Shops shops) {
        this.stage = stage;
        this.shops = shops;
    }

    @Override
    public String code() {
        return "orders";
    }

    @Override
    public boolean recognises(List<String> header) {
        return Cells.of(header, NAMES).hasAll(NEEDED);
    }

    @Override
    public List<List<String>> template() {
        return List.of(
                List.of(
                        "订单号", "店铺", "类型", "门店", "状态", "下单时间", "付款时间", "会员号", "手机号", "姓名", "商品编码",
                        "商品名称", "数量", "单价", "物流公司", "运单号", "发货时间", "签收时间", "退款金额", "退款时间", "退款原因",
                        "更新时间"),
                List.of(
                        "20261101001", "tmall", "online", "", "已发货", "2026-11-01 10:00:00", "2026-11-01 10:01:00",
                        "M1001", "13800138000", "林晓", "QH-RUG-01", "羊毛地毯 160×230", "1", "599.00", "顺丰速运",
                        "SF1234567890", "2026-11-02 09:00:00", "", "", "", "", "2026-11-02 09:00:00"));
    }

    @Override
    public Reading begin(Job job) {
        Cells cells = Cells.of(job.header(), NAMES);
        return new Lines(stage.lay(job.id()), cells, job.options().getOrDefault("shop", "shop"), job.progress());
    }

    private final class Lines implements Reading {

        private final OrderStage.Laid lines;
        private final Cells cells;
        private final String otherwise;
        private final Progress progress;
        private final Map<String, ZoneId> zones = new HashMap<>();

        Lines(OrderStage.Laid lines, Cells cells, String otherwise, Progress progress) {
            this.lines = lines;
            this.cells = cells;
            this.otherwise = otherwise;
            this.progress = progress;
        }

        @Override
        public void take(Row row) throws LineRejected {
            cells.at(row);
            String named = cells.text("店铺");
            String shop = named == null ? otherwise : named;
            ZoneId zone = zones.computeIfAbsent(shop, shops::zoneOf);
            String no = cells.needed("订单号");
            Instant placed = cells.time("下单时间", zone);
            if (placed == null) {
                throw new LineRejected("missing", "缺少 下单时间。", "下单时间 is missing.");
            }
            Instant paid = cells.time("付款时间", zone);
            Instant shipped = cells.time("发货时间", zone);
            Instant delivered = cells.time("签收时间", zone);
            Instant cancelled = cells.time("取消时间", zone);
            String sku = cells.needed("商品编码");
            int quantity = cells.whole("数量");
            BigDecimal price = cells.neededAmount("单价");
            BigDecimal amount = cells.amount("金额");
            checkPositive(quantity, price, amount);
            String name = cells.text("商品名称");
            lines.add(
                    row.line(), shop, no, kind(), cells.text("门店"), state(paid, shipped, delivered, cancelled).name(),
                    "f", placed, paid, shipped, delivered, cancelled, cells.text("会员号"), cells.text("手机号"),
                    cells.text("邮箱"), cells.text("姓名"), sku, name == null ? sku : name, quantity, price,
                    amount == null ? price.multiply(BigDecimal.valueOf(quantity)) : amount, currency(),
                    cells.text("物流公司"), cells.text("运单号"), refund(), cells.time("退款时间", zone),
                    cells.text("退款原因"), cells.time("更新时间", zone));
        }

        private static void checkPositive(int quantity, BigDecimal price, @Nullable BigDecimal amount) throws LineRejected {
            if (quantity <= 0) {
                throw new LineRejected("quantity", "数量必须大于 0。", "The quantity must be above zero.");
            }
            if (price.signum() < 0 || amount != null && amount.signum() < 0) {
                throw new LineRejected("price", "单价和金额不能为负。", "Price and amount cannot be below zero.");
            }
        }

        private @Nullable BigDecimal refund() throws LineRejected {
            BigDecimal refund = cells.amount("退款金额");
            if (refund != null && refund.signum() < 0) {
                throw new LineRejected("price", "退款金额不能为负。", "A refund cannot be below zero.");
            }
            return refund;
        }

        private String kind() throws LineRejected {
            String word = cells.text("类型");
            if (word == null) {
                return cells.text("门店") == null ? "ONLINE" : "STORE";
            }
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "online", "网店", "线上", "网购" -> "ONLINE";
                case "store", "门店", "线下", "pos" -> "STORE";
                default -> throw new LineRejected("kind", "类型只能是 线上 或 门店:" + word, "The kind is online or store: " + word);
            };
        }

        private State state(
                @Nullable Instant paid, @Nullable Instant shipped, @Nullable Instant delivered, @Nullable Instant cancelled)
                throws LineRejected {
            String word = cells.text("状态");
            if (word != null) {
                State state = STATES.get(word.toLowerCase(Locale.ROOT));
                if (state == null) {
                    throw new LineRejected("state", "认不出的状态:" + word, "This state is not known: " + word);
                }
                return state;
            }
            return cancelled != null
                    ? State.CANCELLED
                    : delivered != null
                            ? State.DELIVERED
                            : shipped != null ? State.SHIPPED : paid != null ? State.PAID : State.UNPAID;
        }

        private @Nullable String currency() throws LineRejected {
            String currency = cells.text("币种");
            if (currency != null && !currency.matches("[A-Z]{3}")) {
                throw new LineRejected("currency", "币种应为三个大写字母:" + currency, "A currency has three capitals: " + currency);
            }
            return currency;
        }

        @Override
        public long finish() {
            return lines.takeOver(progress);
        }

        @Override
        public void close() {
            lines.close();
        }
    }
}

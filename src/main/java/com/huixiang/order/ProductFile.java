package com.huixiang.order;

import com.huixiang.imports.ImportKind;
import com.huixiang.imports.LineRejected;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Products, one in each line. */
@Component
class ProductFile implements ImportKind {

    private static final int AT_ONCE = 1000;
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private static final Map<String, List<String>> NAMES = Map.of(
            "商品编码", List.of("商品编码", "商家编码", "货号", "sku", "skucode"),
            "商品名称", List.of("商品名称", "商品", "宝贝标题", "name", "product", "title"),
            "英文名称", List.of("英文名称", "nameen"),
            "类目", List.of("类目", "分类", "品类", "category"),
            "品牌", List.of("品牌", "brand"),
            "价格", List.of("价格", "售价", "单价", "price"),
            "币种", List.of("币种", "currency"),
            "图片", List.of("图片", "主图", "图片地址", "image"),
            "上架时间", List.of("上架时间", "launchedat"),
            "更新时间", List.of("更新时间", "修改时间", "changedat", "updatedat"));

    private final Orders orders;

    ProductFile(Orders orders) {
        this.orders = orders;
    }

    @Override
    public String code() {
        return "products";
    }

    /** Whatever has quantities is about orders. */
    @Override
    public boolean recognises(List<String> header) {
        return Cells.of(header, NAMES).hasAll(List.of("商品编码", "商品名称", "价格"))
                && header.stream().map(Cells::plain).noneMatch(List.of("订单号", "orderno", "数量", "quantity")::contains);
    }

    @Override
    public List<List<String>> template() {
        return List.of(
                List.of("商品编码", "商品名称", "英文名称", "类目", "品牌", "价格", "币种", "图片", "上架时间"),
                List.of("QH-RUG-01", "羊毛地毯 160×230", "Wool rug 160×230", "地毯", "青禾", "599.00", "CNY", "", "2026-09-01"));
    }

    @Override
    public Reading begin(Job job) {
        return new Lines(Cells.of(job.header(), NAMES));
    }

    private final class Lines implements Reading {

        private final Cells cells;
        private final List<Product> waiting = new ArrayList<>();
        private long changed;

        Lines(Cells cells) {
            this.cells = cells;
        }

        @Override
        public void take(Row row) throws LineRejected {
            cells.at(row);
            BigDecimal price = cells.neededAmount("价格");
            if (price.signum() < 0) {
                throw new LineRejected("price", "价格不能为负。", "A price cannot be below zero.");
            }
            String image = cells.text("图片");
            if (image != null && !image.matches("https?://.+|/.+")) {
                throw new LineRejected("image", "图片不是网址:" + image, "The picture is not an address: " + image);
            }
            waiting.add(new Product(
                    cells.needed("商品编码"), cells.needed("商品名称"), cells.text("英文名称"), cells.text("类目"),
                    cells.text("品牌"), price, cells.text("币种"), image, cells.time("上架时间", HERE),
                    cells.time("更新时间", HERE)));
            if (waiting.size() >= AT_ONCE) {
                put();
            }
        }

        private void put() {
            changed += orders.takeProducts(waiting).changed();
            waiting.clear();
        }

        @Override
        public long finish() {
            put();
            return changed;
        }

        @Override
        public void close() {}
    }
}

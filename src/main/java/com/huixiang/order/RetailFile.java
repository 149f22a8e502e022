package com.huixiang.order;

import com.huixiang.imports.ImportKind;
import com.huixiang.imports.LineRejected;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lines of invoices as the "Online Retail" data set has them: one line for each product, cancelled invoices with a C before
 * their number and quantities below zero, corrections with prices below zero, and lines that name no customer. All of that
 * is kept as it is, so that the sums are those of the file.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RetailFile implements ImportKind {

    static final String CODE = "online-retail";

    private static final Map<String, List<String>> NAMES = Map.of(
            "InvoiceNo", List.of("invoiceno", "invoice"),
            "StockCode", List.of("stockcode"),
            "Description", List.of("description"),
            "Quantity", List.of("quantity"),
            "InvoiceDate", List.of("invoicedate"),
            "UnitPrice", List.of("unitprice", "price"),
            "CustomerID", List.of("customerid"),
            "Country", List.of("country"));
    private static final List<String> NEEDED = List.of("InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "UnitPrice");

    private final OrderStage stage;
    private final Shops shops;

    RetailFile(OrderStage stage, Shops shops) {
        this.stage = stage;
        this.shops = shops;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public boolean recognises(List<String> header) {
        return Cells.of(header, NAMES).hasAll(NEEDED);
    }

    @Override
    public List<List<String>> template() {
        return List.of(
                List.of(
                        "InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID",
                        "Country"),
                List.of("536365", "85123A", "WHITE HANGING HEART T-LIGHT HOLDER", "6", "2010-12-01 08:26:00", "2.55",
                        "17850", "United Kingdom"));
    }

    @Override
    public Reading begin(Job job) {
        String shop = job.options().getOrDefault("shop", CODE);
        shops.open(shop, shop.equals(CODE) ? "Online Retail" : shop, com.huixiang.order.Order.Kind.ONLINE, "GBP", "Europe/London");
        return new Invoices(stage.lay(job.id()), Cells.of(job.header(), NAMES), shop, shops.zoneOf(shop), job.progress());
    }

    private static final class Invoices implements Reading {

        private final OrderStage.Laid lines;
        private final Cells cells;
        private final String shop;
        private final ZoneId zone;
        private final Progress progress;

        Invoices(OrderStage.Laid lines, Cells cells, String shop, ZoneId zone, Progress progress) {
            this.lines = lines;
            this.cells = cells;
            this.shop = shop;
            this.zone = zone;
            this.progress = progress;
        }

        @Override
        public void take(Row row) throws LineRejected {
            cells.at(row);
            String no = cells.needed("InvoiceNo");
            boolean reversal = no.startsWith("C") || no.startsWith("c");
            Instant at = cells.time("InvoiceDate", zone);
            if (at == null) {
                throw new LineRejected("missing", "缺少 InvoiceDate。", "InvoiceDate is missing.");
            }
            int quantity = cells.whole("Quantity");
            BigDecimal price = cells.neededAmount("UnitPrice");
            String name = cells.text("Description");
            lines.add(
                    row.line(), shop, no, "ONLINE", null, reversal ? "CANCELLED" : "COMPLETED", reversal ? "t" : "f", at,
                    reversal ? null : at, null, null, reversal ? at : null, member(cells.text("CustomerID")), null, null,
                    null, cells.needed("StockCode"), name == null ? "" : name, quantity, price,
                    price.multiply(BigDecimal.valueOf(quantity)), null, null, null, null, null,
                    reversal ? "整单取消" : null, null);
        }

        /** Spreadsheets make 17850.0 of 17850. */
        private static @Nullable String member(@Nullable String number) {
            return number != null && number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
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

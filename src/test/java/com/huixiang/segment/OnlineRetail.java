package com.huixiang.segment;

import com.huixiang.kernel.Csv;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** The Online Retail file as orders of the shop "uci": invoices are orders, those with C are reversals. */
public final class OnlineRetail {

    private OnlineRetail() {}

    public static UUID customer(String number) {
        return UUID.nameUUIDFromBytes(("uci-" + number).getBytes(StandardCharsets.UTF_8));
    }

    private static UUID order(String number) {
        return UUID.nameUUIDFromBytes(("uci-order-" + number).getBytes(StandardCharsets.UTF_8));
    }

    private static final class Invoice {
        String customer = "";
        String at = "";
        BigDecimal amount = BigDecimal.ZERO;
    }

    public static void load(DataSource database, String file) throws Exception {
        Map<String, Invoice> invoices = new LinkedHashMap<>();
        Map<String, String> products = new LinkedHashMap<>();
        StringBuilder lines = new StringBuilder();
        int no = 0;
        try (var in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Path.of(file))), StandardCharsets.UTF_8))) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                List<String> cells = Csv.read(line).getFirst().cells();
                Invoice invoice = invoices.computeIfAbsent(cells.get(0), key -> new Invoice());
                BigDecimal amount = new BigDecimal(cells.get(5)).multiply(new BigDecimal(cells.get(3)));
                invoice.amount = invoice.amount.add(amount);
                invoice.customer = cells.get(6);
                invoice.at = cells.get(4);
                String sku = cells.get(1);
                String name = cells.get(2).isBlank() ? sku : cells.get(2).replace("\\", " ").replace("\t", " ");
                products.putIfAbsent(sku, name);
                lines.append(order(cells.get(0))).append('\t').append(no++).append('\t').append(owner(cells.get(6)))
                        .append('\t').append(sku).append('\t').append(name).append('\t').append(cells.get(3)).append('\t')
                        .append(cells.get(5)).append('\t').append(amount).append('\n');
            }
        }
        StringBuilder orders = new StringBuilder();
        invoices.forEach((number, invoice) -> {
            boolean reversal = number.startsWith("C");
            orders.append(order(number)).append('\t').append(owner(invoice.customer)).append("\tuci\t").append(number)
                    .append('\t').append(reversal ? "CANCELLED" : "COMPLETED").append('\t').append(reversal).append('\t')
                    .append(invoice.at).append(" Europe/London\t").append(invoice.amount).append("\tGBP\t").append(invoice.at)
                    .append("+00\t-\tfile\t").append(invoice.at).append("+00\n");
        });
        StringBuilder goods = new StringBuilder();
        products.forEach((sku, name) ->
                goods.append(sku).append('\t').append(name).append("\tGBP\t2011-12-09 00:00:00+00\t-\n"));
        try (Connection connection = database.getConnection()) {
            try (var statement = connection.createStatement()) {
                statement.execute("insert into shop.shop (code, name, currency, zone) values ('uci', 'Online Retail', 'GBP', 'Europe/London')");
            }
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            copy.copyIn("copy shop.product (sku, name, currency, changed_at, content) from stdin", new StringReader(goods.toString()));
            copy.copyIn(
                    "copy shop.order_mirror (id, customer_id, shop, no, state, reversal, placed_at, amount, currency, changed_at,"
                            + " content, source, taken_at) from stdin",
                    new StringReader(orders.toString()));
            copy.copyIn(
                    "copy shop.line (order_id, no, customer_id, sku, name, quantity, price, amount) from stdin",
                    new StringReader(lines.toString()));
            try (var statement = connection.createStatement()) {
                statement.execute("analyze shop.order_mirror; analyze shop.line; analyze shop.product");
            }
        }
    }

    private static String owner(String number) {
        return number.isBlank() ? "\\N" : customer(number).toString();
    }
}

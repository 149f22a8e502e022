package com.huixiang.order.web;

import com.huixiang.audit.AuditTrail;
import com.huixiang.customer.CustomerId;
import com.huixiang.kernel.Csv;
import com.huixiang.kernel.Page;
import com.huixiang.order.Order;
import com.huixiang.order.OrderId;
import com.huixiang.order.OrderLists;
import com.huixiang.order.OrderLists.CartView;
import com.huixiang.order.OrderLists.Filter;
import com.huixiang.order.OrderLists.OrderView;
import com.huixiang.order.OrderLists.OrdersOfCustomer;
import com.huixiang.order.OrderLists.Row;
import com.huixiang.order.SaleStages;
import com.huixiang.order.SaleStages.SaleStage;
import com.huixiang.order.Trouble;
import com.huixiang.staff.Actor;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What customers bought: of one, and of all. */
@RestController
class OrderController {

    private final OrderLists lists;
    private final SaleStages stages;
    private final AuditTrail audit;

    OrderController(OrderLists lists, SaleStages stages, AuditTrail audit) {
        this.lists = lists;
        this.stages = stages;
        this.audit = audit;
    }

    @GetMapping("/api/customers/{id}/orders")
    OrdersOfCustomer ofCustomer(
            @PathVariable CustomerId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        return lists.ofCustomer(id, cursor, limit);
    }

    @GetMapping("/api/customers/{id}/cart")
    CartView cart(@PathVariable CustomerId id) {
        return lists.cart(id);
    }

    @GetMapping("/api/customers/{id}/stage")
    SaleStage stage(@PathVariable CustomerId id) {
        return stages.of(id);
    }

    @GetMapping("/api/customers/{id}/trouble")
    List<Trouble> trouble(@PathVariable CustomerId id) {
        return lists.trouble(id);
    }

    @GetMapping("/api/orders")
    Page<Row> list(
            Actor actor,
            @RequestParam(required = false) @Nullable @Size(max = 100) String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return lists.list(actor, filter(q, state, shop, kind, from, to), cursor, limit);
    }

    @GetMapping("/api/orders/{id}")
    OrderView one(Actor actor, @PathVariable UUID id) {
        return lists.get(actor, new OrderId(id));
    }

    @GetMapping("/api/orders.csv")
    void export(
            Actor actor,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable @Size(max = 100) String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to)
            throws IOException {
        Filter filter = filter(q, state, shop, kind, from, to);
        List<String> lines = new ArrayList<>();
        lists.export(actor, filter, row -> lines.add(line(row)));
        audit.note(
                actor.id().value(), actor.name(), "order.exported", "order", "csv", "orders.csv", null, filter, null);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"orders.csv\"");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write(Csv.MARK + Csv.line("订单号", "店铺", "类型", "门店", "状态", "客户", "下单时间", "金额", "币种", "行数", "商品"));
        for (String line : lines) {
            out.write(line);
        }
        out.flush();
    }

    private static String line(Row row) {
        return Csv.line(
                row.no(),
                row.shop().name(),
                row.kind().name().toLowerCase(Locale.ROOT),
                row.store() == null ? null : row.store().name(),
                row.state().name().toLowerCase(Locale.ROOT),
                row.customer() == null ? null : row.customer().name(),
                row.placedAt().toString(),
                row.amount().amount(),
                row.amount().currency(),
                String.valueOf(row.lineCount()),
                row.firstProduct());
    }

    private static Filter filter(
            @Nullable String q,
            @Nullable String state,
            @Nullable String shop,
            @Nullable String kind,
            @Nullable Instant from,
            @Nullable Instant to) {
        return new Filter(q, named(Order.State.values(), state), shop, named(Order.Kind.values(), kind), from, to);
    }

    private static <E extends Enum<E>> @Nullable E named(E[] all, @Nullable String word) {
        return Arrays.stream(all)
                .filter(each -> each.name().equalsIgnoreCase(word))
                .findFirst()
                .orElse(null);
    }
}

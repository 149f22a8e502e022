package com.huixiang.segment.table.web;

import com.huixiang.audit.AuditTrail;
import com.huixiang.kernel.Caller;
import com.huixiang.kernel.Csv;
import com.huixiang.segment.table.CustomerFilter;
import com.huixiang.segment.table.CustomerTable;
import com.huixiang.segment.table.CustomerTable.Row;
import com.huixiang.segment.table.CustomerTable.Sort;
import com.huixiang.segment.table.CustomerTable.TablePage;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Permission;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Customers as a table, on the screen and as a file. */
@RestController
class CustomerTableController {

    private static final String HEADING = "客户,等级,价值,电话,邮箱,标签,订单数,累计消费,币种,最近购买,RFM,策略,注册时间\r\n";

    private final CustomerTable table;
    private final AuditTrail trail;

    CustomerTableController(CustomerTable table, AuditTrail trail) {
        this.table = table;
        this.trail = trail;
    }

    @GetMapping("/api/customers/table")
    TablePage table(
            @RequestParam(required = false) @Nullable @Size(max = 100) String q,
            @RequestParam(defaultValue = "") List<String> level,
            @RequestParam(required = false) @Nullable @Size(max = 40) String tag,
            @RequestParam(required = false) @Nullable Integer segment,
            @RequestParam(defaultValue = "") List<String> value,
            @RequestParam(defaultValue = "") List<String> strategy,
            @RequestParam(required = false) @Nullable String cell,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Instant boughtFrom,
            @RequestParam(required = false) @Nullable Instant boughtTo,
            @RequestParam(defaultValue = "registered") String sort,
            @RequestParam(defaultValue = "true") boolean down,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller) {
        CustomerFilter filter =
                CustomerFilter.of(q, level, tag, segment, value, strategy, cell, from, to, boughtFrom, boughtTo);
        return table.page(filter, Sort.of(sort, down), cursor, limit, caller);
    }

    /** Telephone numbers and addresses in part, unless the role sees them whole; who took it out is on the trail. */
    @GetMapping(path = "/api/customers/table.csv", produces = "text/csv")
    void export(
            @RequestParam(required = false) @Nullable @Size(max = 100) String q,
            @RequestParam(defaultValue = "") List<String> level,
            @RequestParam(required = false) @Nullable @Size(max = 40) String tag,
            @RequestParam(required = false) @Nullable Integer segment,
            @RequestParam(defaultValue = "") List<String> value,
            @RequestParam(defaultValue = "") List<String> strategy,
            @RequestParam(required = false) @Nullable String cell,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Instant boughtFrom,
            @RequestParam(required = false) @Nullable Instant boughtTo,
            @RequestParam(defaultValue = "registered") String sort,
            @RequestParam(defaultValue = "true") boolean down,
            Actor actor,
            Caller caller,
            HttpServletResponse answer)
            throws IOException {
        actor.check(Permission.EXPORT);
        CustomerFilter filter =
                CustomerFilter.of(q, level, tag, segment, value, strategy, cell, from, to, boughtFrom, boughtTo);
        trail.note(caller, "customer.table.exported", "customer", "csv", "customers.csv", null, filter);
        answer.setContentType("text/csv;charset=utf-8");
        answer.setCharacterEncoding(StandardCharsets.UTF_8);
        answer.setHeader("Content-Disposition", "attachment; filename=\"customers.csv\"");
        try (PrintWriter csv = answer.getWriter()) {
            csv.print(Csv.MARK);
            csv.print(HEADING);
            table.export(filter, Sort.of(sort, down), caller, row -> csv.print(line(row)));
        }
    }

    private static String line(Row row) {
        return Csv.line(
                row.name(),
                row.level().name().toLowerCase(Locale.ROOT),
                row.value().name().toLowerCase(Locale.ROOT),
                row.phone(),
                row.email(),
                row.tags().stream().map(CustomerTable.TagView::name).collect(Collectors.joining("、")),
                String.valueOf(row.orders()),
                row.spent() == null ? null : row.spent().amount(),
                row.spent() == null ? null : row.spent().currency(),
                row.lastOrderAt() == null ? null : row.lastOrderAt().toString(),
                row.rfm(),
                row.strategy(),
                row.createdAt().toString());
    }
}

package com.huixiang.audit.web;

import com.huixiang.audit.AuditLists;
import com.huixiang.audit.AuditLists.AuditEntry;
import com.huixiang.audit.AuditLists.Filter;
import com.huixiang.audit.AuditProblem;
import com.huixiang.audit.AuditTrail;
import com.huixiang.kernel.Caller;
import com.huixiang.kernel.Csv;
import com.huixiang.kernel.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trail, for those who may look at it. */
@RestController
class AuditController {

    private static final List<String> COLUMNS =
            List.of("at", "by", "verb", "kind", "subject", "name", "before", "after", "reason");

    private final AuditLists lists;
    private final AuditTrail trail;

    AuditController(AuditLists lists, AuditTrail trail) {
        this.lists = lists;
        this.trail = trail;
    }

    @GetMapping("/api/audit")
    Page<AuditEntry> list(
            Caller caller,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable UUID by,
            @RequestParam(required = false) @Nullable String verb,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        check(caller, "audit");
        return lists.list(new Filter(from, to, by, verb, subject, q), cursor, limit);
    }

    @GetMapping("/api/audit/verbs")
    List<String> verbs(Caller caller) {
        check(caller, "audit");
        return lists.verbs();
    }

    /** Whoever takes the trail out of the house is on it. */
    @GetMapping(path = "/api/audit.csv", produces = "text/csv")
    void export(
            Caller caller,
            HttpServletResponse answer,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable UUID by,
            @RequestParam(required = false) @Nullable String verb,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String q)
            throws IOException {
        check(caller, "audit");
        check(caller, "export");
        Filter filter = new Filter(from, to, by, verb, subject, q);
        trail.note(caller, "audit.exported", "audit", "csv", "audit.csv", null, filter);
        answer.setContentType("text/csv;charset=utf-8");
        answer.setCharacterEncoding(StandardCharsets.UTF_8);
        answer.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        try (PrintWriter csv = answer.getWriter()) {
            csv.print(Csv.MARK);
            csv.print(String.join(",", COLUMNS) + "\r\n");
            lists.export(filter, entry -> csv.print(line(entry)));
        }
    }

    private static String line(AuditEntry entry) {
        return Csv.line(
                entry.at().toString(),
                entry.by().name(),
                entry.verb(),
                entry.subject().kind(),
                entry.subject().id(),
                entry.subject().name(),
                entry.before(),
                entry.after(),
                entry.reason());
    }

    private static void check(Caller caller, String permission) {
        if (!caller.may(permission)) {
            throw AuditProblem.notAllowed();
        }
    }
}

package com.huixiang.imports.web;

import com.huixiang.imports.Import;
import com.huixiang.imports.Import.Rejected;
import com.huixiang.imports.ImportId;
import com.huixiang.imports.Imports;
import com.huixiang.imports.Imports.KindView;
import com.huixiang.kernel.Caller;
import com.huixiang.kernel.Csv;
import com.huixiang.kernel.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Bringing files. The body of a request is the file itself, so that a large one is never in memory. */
@RestController
class ImportController {

    private static final int PIECE = 1000;

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @GetMapping("/api/imports/kinds")
    List<KindView> kinds(Caller caller) {
        return imports.kinds(caller);
    }

    @PostMapping("/api/imports")
    @ResponseStatus(HttpStatus.CREATED)
    Import bring(
            Caller caller,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam @Size(max = 300) String file,
            @RequestParam(required = false) @Nullable @Size(max = 60) String shop,
            HttpServletRequest request)
            throws IOException {
        Map<String, String> options = shop == null || shop.isBlank() ? Map.of() : Map.of("shop", shop.strip());
        return imports.bring(
                caller, kind, file, options, request.getContentLengthLong(), request.getInputStream());
    }

    @GetMapping("/api/imports")
    Page<Import> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return imports.list(caller, cursor, limit);
    }

    @GetMapping("/api/imports/{id}")
    Import one(Caller caller, @PathVariable UUID id) {
        return imports.get(caller, new ImportId(id));
    }

    @GetMapping("/api/imports/{id}/rejected")
    List<Rejected> rejected(Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "0") long after) {
        return imports.rejected(caller, new ImportId(id), after, PIECE);
    }

    @GetMapping("/api/imports/{id}/rejected.csv")
    void rejectedLines(Caller caller, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        ImportId asked = new ImportId(id);
        List<Rejected> lines = imports.rejected(caller, asked, 0, PIECE);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"rejected.csv\"");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write(Csv.MARK + Csv.line("行号 line", "原因", "reason", "原文 raw"));
        while (!lines.isEmpty()) {
            for (Rejected line : lines) {
                out.write(Csv.line(
                        String.valueOf(line.line()), line.reason().zh(), line.reason().en(), line.raw()));
            }
            lines = imports.rejected(caller, asked, lines.getLast().line(), PIECE);
        }
        out.flush();
    }
}

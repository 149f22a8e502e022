package com.huixiang.staff.web;

import com.huixiang.staff.Actor;
import com.huixiang.staff.Script;
import com.huixiang.staff.ScriptId;
import com.huixiang.staff.ScriptKind;
import com.huixiang.staff.Scripts;
import com.huixiang.staff.Scripts.Imported;
import com.huixiang.staff.Scripts.Wording;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ScriptController {

    private final Scripts scripts;

    ScriptController(Scripts scripts) {
        this.scripts = scripts;
    }

    /** Personal unless {@code shared} is said. */
    record ScriptForm(
            @NotBlank @Size(max = 40) String folder,
            @NotBlank @Size(max = 60) String title,
            @NotBlank @Size(max = 2000) String content,
            @Nullable Boolean shared,
            @Nullable ScriptKind kind,
            @Nullable @PositiveOrZero Integer ordinal) {

        Wording wording() {
            return new Wording(folder, title, content, kind == null ? ScriptKind.TEXT : kind, ordinal);
        }
    }

    @GetMapping("/api/scripts")
    List<Script> list(Actor actor) {
        return scripts.list(actor);
    }

    @PostMapping("/api/scripts")
    @ResponseStatus(HttpStatus.CREATED)
    Script write(Actor actor, @Valid @RequestBody ScriptForm form) {
        return Boolean.TRUE.equals(form.shared())
                ? scripts.writeShared(actor, form.wording())
                : scripts.writeOwn(actor, form.wording());
    }

    @PutMapping("/api/scripts/{id}")
    Script change(Actor actor, @PathVariable ScriptId id, @Valid @RequestBody ScriptForm form) {
        return scripts.change(actor, id, form.wording());
    }

    @DeleteMapping("/api/scripts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable ScriptId id) {
        scripts.remove(actor, id);
    }

    /** The table itself is the body. */
    @PostMapping(path = "/api/scripts/import", consumes = {"text/csv", "text/plain"})
    Imported takeIn(Actor actor, @RequestParam(defaultValue = "false") boolean shared, @RequestBody byte[] table) {
        return scripts.takeIn(actor, new String(table, StandardCharsets.UTF_8), shared);
    }

    @GetMapping("/api/scripts.csv")
    ResponseEntity<byte[]> takeOut(Actor actor) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"scripts.csv\"")
                .body(scripts.takeOut(actor).getBytes(StandardCharsets.UTF_8));
    }
}

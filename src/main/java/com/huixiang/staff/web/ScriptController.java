package com.huixiang.staff.web;

import com.huixiang.staff.Actor;
import com.huixiang.staff.Script;
import com.huixiang.staff.ScriptId;
import com.huixiang.staff.Scripts;
import com.huixiang.staff.Scripts.Wording;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/scripts")
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
            @Nullable Boolean shared) {

        Wording wording() {
            return new Wording(folder, title, content);
        }
    }

    @GetMapping
    List<Script> list(Actor actor) {
        return scripts.list(actor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Script write(Actor actor, @Valid @RequestBody ScriptForm form) {
        return Boolean.TRUE.equals(form.shared())
                ? scripts.writeShared(actor, form.wording())
                : scripts.writeOwn(actor, form.wording());
    }

    @PutMapping("/{id}")
    Script change(Actor actor, @PathVariable ScriptId id, @Valid @RequestBody ScriptForm form) {
        return scripts.change(actor, id, form.wording());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable ScriptId id) {
        scripts.remove(actor, id);
    }
}

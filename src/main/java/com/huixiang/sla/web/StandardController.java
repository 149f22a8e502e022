package com.huixiang.sla.web;

import com.huixiang.sla.Standard;
import com.huixiang.sla.Standards;
import com.huixiang.sla.Standards.Book;
import com.huixiang.sla.Standards.Escalation;
import com.huixiang.sla.Standards.ReplyRate;
import com.huixiang.sla.Standards.Version;
import com.huixiang.sla.Standards.Windows;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The standards, edited by supervisors. */
@RestController
@RequestMapping("/api/settings/standards")
class StandardController {

    private final Standards standards;

    StandardController(Standards standards) {
        this.standards = standards;
    }

    /** Without {@code averageWaitSeconds} the one that holds now. */
    record WindowForm(@NotNull ReplyRate replyRate, @Nullable Integer averageWaitSeconds) {}

    record StandardForm(
            @NotNull @Size(min = 1, max = 100) List<Standard> items,
            @NotNull @Size(max = 10) List<Escalation> escalation,
            @NotNull @Valid WindowForm windows) {}

    @GetMapping
    Book book(Actor actor) {
        actor.check(Permission.STANDARDS);
        return standards.book();
    }

    @GetMapping("/versions/{number}")
    Version version(Actor actor, @PathVariable int number) {
        actor.check(Permission.STANDARDS);
        return standards.edition(number);
    }

    @PutMapping
    Book change(Actor actor, @Valid @RequestBody StandardForm form) {
        actor.check(Permission.STANDARDS);
        Integer wait = form.windows().averageWaitSeconds();
        int seconds = wait == null ? standards.book().current().windows().averageWaitSeconds() : wait;
        return standards.change(
                actor, form.items(), form.escalation(), new Windows(form.windows().replyRate(), seconds));
    }
}

package com.huixiang.sla.web;

import com.huixiang.kernel.Page;
import com.huixiang.sla.ClockLists;
import com.huixiang.sla.ClockLists.BreachView;
import com.huixiang.sla.ClockLists.ClockView;
import com.huixiang.sla.ClockLists.WarningView;
import com.huixiang.sla.Warnings;
import com.huixiang.staff.Actor;
import com.huixiang.staff.GroupId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Clocks, warnings and broken promises. */
@RestController
class ClockController {

    private final ClockLists lists;
    private final Warnings warnings;

    ClockController(ClockLists lists, Warnings warnings) {
        this.lists = lists;
        this.warnings = warnings;
    }

    record Handling(@Nullable @Size(max = 500) String note) {}

    @GetMapping("/api/clocks")
    Page<ClockView> clocks(Actor actor, @RequestParam List<UUID> conversations) {
        return new Page<>(lists.clocks(actor, conversations), null);
    }

    @GetMapping("/api/warnings")
    Page<WarningView> warnings(
            Actor actor,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return lists.warnings(actor, !state.equals("all"), cursor, limit);
    }

    @PutMapping("/api/warnings/{id}/handling")
    WarningView handle(Actor actor, @PathVariable UUID id, @Valid @RequestBody Handling handling) {
        return warnings.handle(actor, id, handling.note());
    }

    @GetMapping("/api/breaches")
    Page<BreachView> breaches(
            Actor actor,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable GroupId group,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return lists.breaches(actor, from, to, group, cursor, limit);
    }
}

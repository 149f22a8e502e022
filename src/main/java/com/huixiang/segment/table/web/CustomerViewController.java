package com.huixiang.segment.table.web;

import com.huixiang.segment.table.CustomerViews;
import com.huixiang.segment.table.CustomerViews.View;
import com.huixiang.staff.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
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
import tools.jackson.databind.JsonNode;

/** A member's own views of the customer table. */
@RestController
@RequestMapping("/api/customers/views")
class CustomerViewController {

    private final CustomerViews views;

    CustomerViewController(CustomerViews views) {
        this.views = views;
    }

    record Look(@NotBlank @Size(max = 30) String name, @NotNull JsonNode look) {}

    @GetMapping
    List<View> views(Actor actor) {
        return views.of(actor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    View keep(Actor actor, @Valid @RequestBody Look view) {
        return views.keep(actor, view.name(), view.look());
    }

    @PutMapping("/{id}")
    View change(Actor actor, @PathVariable UUID id, @Valid @RequestBody Look view) {
        return views.change(actor, id, view.name(), view.look());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable UUID id) {
        views.remove(actor, id);
    }
}

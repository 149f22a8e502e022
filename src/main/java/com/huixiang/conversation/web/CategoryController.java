package com.huixiang.conversation.web;

import com.huixiang.conversation.Categories;
import com.huixiang.conversation.Categories.Branch;
import com.huixiang.staff.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changes of the category tree; {@code GET /api/categories} shows it. */
@RestController
@RequestMapping("/api/settings/categories")
class CategoryController {

    private final Categories categories;

    CategoryController(Categories categories) {
        this.categories = categories;
    }

    record NewCategory(@Nullable UUID parentId, @NotBlank @Size(max = 40) String name) {}

    record CategoryForm(@Nullable UUID parentId, @NotBlank @Size(max = 40) String name, @Min(0) int ordinal) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Branch add(Actor actor, @Valid @RequestBody NewCategory form) {
        return categories.add(actor, form.parentId(), form.name());
    }

    @PutMapping("/{id}")
    Branch change(Actor actor, @PathVariable UUID id, @Valid @RequestBody CategoryForm form) {
        return categories.change(actor, id, form.parentId(), form.name(), form.ordinal());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable UUID id) {
        categories.remove(actor, id);
    }
}

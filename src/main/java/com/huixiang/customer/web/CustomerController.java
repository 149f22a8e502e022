package com.huixiang.customer.web;

import com.huixiang.customer.Author;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.CustomerLists;
import com.huixiang.customer.CustomerLists.CustomerFile;
import com.huixiang.customer.CustomerLists.Note;
import com.huixiang.customer.Customers;
import com.huixiang.customer.Customers.Contact;
import com.huixiang.customer.Level;
import com.huixiang.customer.NoteId;
import com.huixiang.kernel.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Upper floors serve more of the customer under the same address: conversations, messages, binding. */
@RestController
@RequestMapping("/api/customers")
class CustomerController {

    private final Customers customers;
    private final CustomerLists lists;

    CustomerController(Customers customers, CustomerLists lists) {
        this.customers = customers;
        this.lists = lists;
    }

    record Edit(
            @Nullable @Size(max = 60) String name,
            @Nullable @Size(max = 40) String phone,
            @Nullable @Size(max = 254) String email,
            @Nullable Level level) {}

    record TagReason(@Nullable @Size(max = 200) String reason) {}

    record NewNote(@NotBlank @Size(max = 2000) String text) {}

    @GetMapping("/{id}")
    CustomerFile file(@PathVariable CustomerId id, Caller caller) {
        return lists.file(id).maskedFor(caller);
    }

    @PatchMapping("/{id}")
    CustomerFile change(@PathVariable CustomerId id, @Valid @RequestBody Edit edit, Caller caller) {
        customers.change(id, new Customers.Change(edit.name(), edit.phone(), edit.email(), edit.level()), caller);
        return lists.file(id).maskedFor(caller);
    }

    /** @param mark of another number or address than the main one, as the file names it */
    record Look(@NotNull Contact field, @Nullable @Size(max = 200) String reason, @Nullable @Size(max = 100) String mark) {}

    record Whole(String value) {}

    @PostMapping("/{id}/reveal")
    Whole reveal(@PathVariable CustomerId id, @Valid @RequestBody Look look, Caller caller) {
        return new Whole(customers.reveal(id, look.field(), look.mark(), look.reason(), caller));
    }

    @GetMapping("/tags")
    List<String> tagsInUse() {
        return lists.tagsInUse();
    }

    @PutMapping("/{id}/tags/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tag(
            @PathVariable CustomerId id,
            @PathVariable String name,
            @Valid @RequestBody(required = false) @Nullable TagReason why,
            Caller caller) {
        customers.tag(id, name, Author.of(caller), why == null ? null : why.reason());
    }

    @DeleteMapping("/{id}/tags/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void untag(@PathVariable CustomerId id, @PathVariable String name) {
        customers.untag(id, name);
    }

    @PostMapping("/{id}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    Note note(@PathVariable CustomerId id, @Valid @RequestBody NewNote note, Caller caller) {
        return customers.note(id, note.text(), Author.of(caller));
    }

    @DeleteMapping("/{id}/notes/{noteId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeNote(@PathVariable CustomerId id, @PathVariable NoteId noteId, Caller caller) {
        customers.removeNote(id, noteId, caller);
    }
}

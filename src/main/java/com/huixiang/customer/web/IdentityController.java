package com.huixiang.customer.web;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.CustomerMerges;
import com.huixiang.customer.CustomerMerges.MergeView;
import com.huixiang.customer.CustomerSuggestions;
import com.huixiang.customer.CustomerSuggestions.Found;
import com.huixiang.customer.CustomerSuggestions.Suggestion;
import com.huixiang.customer.MergeId;
import com.huixiang.kernel.Caller;
import com.huixiang.kernel.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is the same person as whom (E-05). */
@RestController
@RequestMapping("/api/customers")
class IdentityController {

    private final CustomerMerges merges;
    private final CustomerSuggestions suggestions;

    IdentityController(CustomerMerges merges, CustomerSuggestions suggestions) {
        this.merges = merges;
        this.suggestions = suggestions;
    }

    record NewMerge(@NotNull CustomerId from, @NotNull CustomerId into, @NotBlank @Size(max = 200) String reason) {}

    record Why(@NotBlank @Size(max = 200) String reason) {}

    @GetMapping
    Page<Found> search(@RequestParam @Size(max = 100) String q, Caller caller) {
        return new Page<>(suggestions.search(q, caller), null);
    }

    @GetMapping("/{id}/merges")
    Page<MergeView> merges(@PathVariable CustomerId id) {
        return new Page<>(merges.of(id), null);
    }

    @PostMapping("/merges")
    @ResponseStatus(HttpStatus.CREATED)
    MergeView merge(@Valid @RequestBody NewMerge merge, Caller caller) {
        return merges.merge(merge.from(), merge.into(), merge.reason(), caller);
    }

    @DeleteMapping("/merges/{id}")
    MergeView part(@PathVariable MergeId id, @Valid @RequestBody Why why, Caller caller) {
        return merges.part(id, why.reason(), caller);
    }

    @GetMapping("/{id}/suggestions")
    List<Suggestion> suggestions(@PathVariable CustomerId id, Caller caller) {
        return suggestions.of(id, caller);
    }

    @DeleteMapping("/{id}/suggestions/{other}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable CustomerId id, @PathVariable CustomerId other, Caller caller) {
        suggestions.dismiss(id, other, caller);
    }
}

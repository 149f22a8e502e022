package com.huixiang.customer.web;

import com.huixiang.customer.Archives;
import com.huixiang.customer.Archives.Archive;
import com.huixiang.customer.Consents;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Erasures;
import com.huixiang.customer.Erasures.Erased;
import com.huixiang.customer.Erasures.Outlook;
import com.huixiang.kernel.Caller;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the customer allows, and what he may ask for: his data, or to be forgotten (P-08). */
@RestController
@RequestMapping("/api/customers/{id}")
class PrivacyController {

    private final Consents consents;
    private final Archives archives;
    private final Erasures erasures;

    PrivacyController(Consents consents, Archives archives, Erasures erasures) {
        this.consents = consents;
        this.archives = archives;
        this.erasures = erasures;
    }

    record Answer(
            @NotBlank @Size(max = 40) String purpose,
            @NotNull Boolean given,
            @NotBlank @Size(max = 60) String source,
            @Nullable @Size(max = 200) String note) {}

    record Erase(@NotBlank @Size(max = 200) String reason, @NotBlank @Size(max = 60) String name) {}

    @GetMapping("/consents")
    List<Consents.State> consents(@PathVariable CustomerId id) {
        return consents.of(id);
    }

    @PutMapping("/consents")
    List<Consents.State> answer(@PathVariable CustomerId id, @Valid @RequestBody Answer answer, Caller caller) {
        consents.answer(id, answer.purpose(), answer.given(), answer.source(), answer.note(), caller);
        return consents.of(id);
    }

    @GetMapping(path = "/archive.zip", produces = "application/zip")
    void archive(@PathVariable CustomerId id, Caller caller, HttpServletResponse answer) throws IOException {
        Archive archive = archives.of(id, caller);
        try {
            answer.setContentType("application/zip");
            answer.setContentLengthLong(Files.size(archive.file()));
            answer.setHeader("Content-Disposition", "attachment; filename=\"" + archive.name() + "\"");
            Files.copy(archive.file(), answer.getOutputStream());
        } finally {
            Files.deleteIfExists(archive.file());
        }
    }

    @GetMapping("/erasure")
    Outlook outlook(@PathVariable CustomerId id, Caller caller) {
        return erasures.outlook(id, caller);
    }

    @PutMapping("/erasure")
    Erased erase(@PathVariable CustomerId id, @Valid @RequestBody Erase erase, Caller caller) {
        return erasures.erase(id, erase.name(), erase.reason(), caller);
    }
}

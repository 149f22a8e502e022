package com.huixiang.customer.web;

import com.huixiang.customer.Consents;
import com.huixiang.customer.Consents.Purpose;
import com.huixiang.customer.CustomFields;
import com.huixiang.customer.ProfileField;
import com.huixiang.customer.ProfileField.Choice;
import com.huixiang.customer.ProfileField.Of;
import com.huixiang.customer.ProfileField.Section;
import com.huixiang.customer.ProfileField.Type;
import com.huixiang.customer.Retentions;
import com.huixiang.customer.Retentions.Retention;
import com.huixiang.customer.TimelineEntry.Words;
import com.huixiang.kernel.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

/** What a file holds in this house, what customers are asked, and how long data is kept. */
@RestController
@RequestMapping("/api/settings")
class FileSettingsController {

    private final CustomFields fields;
    private final Consents consents;
    private final Retentions retentions;

    FileSettingsController(CustomFields fields, Consents consents, Retentions retentions) {
        this.fields = fields;
        this.consents = consents;
        this.retentions = retentions;
    }

    record FieldEntry(
            @NotBlank @Size(max = 40) String key,
            @NotNull Of of,
            @NotNull Section section,
            @NotNull Words label,
            @NotNull Type type,
            @Nullable List<Choice> choices) {

        ProfileField field() {
            return new ProfileField(key, of, section, label, type, choices == null ? List.of() : choices, true);
        }
    }

    record PurposeEntry(@NotBlank @Size(max = 40) String code, @NotNull Words name, @NotNull Words text) {}

    record Kept(@NotBlank String kind, @Nullable Integer days) {}

    record Privacy(List<Purpose> purposes, List<Retention> retention) {}

    record PrivacyEntry(@NotNull List<@Valid PurposeEntry> purposes, @NotNull List<@Valid Kept> retention) {}

    @GetMapping("/fields")
    List<ProfileField> fields() {
        return Stream.of(Of.values()).flatMap(kind -> fields.of(kind).stream()).toList();
    }

    @PostMapping("/fields")
    @ResponseStatus(HttpStatus.CREATED)
    ProfileField addField(@Valid @RequestBody FieldEntry entry, Caller caller) {
        return fields.add(entry.field(), caller);
    }

    @PutMapping("/fields/{key}")
    ProfileField changeField(@PathVariable String key, @Valid @RequestBody FieldEntry entry, Caller caller) {
        return fields.change(key, entry.field(), caller);
    }

    @DeleteMapping("/fields/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeField(@PathVariable String key, Caller caller) {
        fields.remove(key, caller);
    }

    @GetMapping("/privacy")
    Privacy privacy() {
        return new Privacy(consents.purposes(), retentions.all());
    }

    @PutMapping("/privacy")
    Privacy changePrivacy(@Valid @RequestBody PrivacyEntry entry, Caller caller) {
        consents.arrange(
                entry.purposes().stream()
                        .map(each -> new Purpose(each.code(), each.name(), 0, each.text()))
                        .toList(),
                caller);
        Map<String, @Nullable Integer> days = new HashMap<>();
        entry.retention().forEach(each -> days.put(each.kind(), each.days()));
        retentions.decide(days, caller);
        return privacy();
    }
}

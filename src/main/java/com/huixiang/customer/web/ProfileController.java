package com.huixiang.customer.web;

import com.huixiang.customer.ContactPeople;
import com.huixiang.customer.ContactPeople.ContactPerson;
import com.huixiang.customer.CustomerConflicts;
import com.huixiang.customer.CustomerConflicts.Conflict;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.ProfileField.Of;
import com.huixiang.customer.Profiles;
import com.huixiang.customer.Profiles.Profile;
import com.huixiang.kernel.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** Who the customer is, field by field (P-01). */
@RestController
@RequestMapping("/api/customers/{id}")
class ProfileController {

    private final Profiles profiles;
    private final ContactPeople people;
    private final CustomerConflicts conflicts;

    ProfileController(Profiles profiles, ContactPeople people, CustomerConflicts conflicts) {
        this.profiles = profiles;
        this.people = people;
        this.conflicts = conflicts;
    }

    record Kind(@NotNull Of kind) {}

    record Person(
            @NotBlank @Size(max = 60) String name,
            @Nullable @Size(max = 60) String position,
            @Nullable @Size(max = 40) String phone,
            @Nullable @Size(max = 254) String email,
            @Nullable @Size(max = 500) String note) {

        ContactPeople.Entry entry() {
            return new ContactPeople.Entry(name, position, phone, email, note);
        }
    }

    record Why(@NotBlank @Size(max = 200) String reason) {}

    @GetMapping("/profile")
    Profile profile(@PathVariable CustomerId id, Caller caller) {
        return profiles.of(id, caller);
    }

    @PutMapping("/profile")
    Profile write(@PathVariable CustomerId id, @RequestBody Map<String, @Nullable String> values, Caller caller) {
        profiles.write(id, values, caller);
        return profiles.of(id, caller);
    }

    @PutMapping("/kind")
    Profile become(@PathVariable CustomerId id, @Valid @RequestBody Kind kind, Caller caller) {
        profiles.become(id, kind.kind(), caller);
        return profiles.of(id, caller);
    }

    @GetMapping("/contact-people")
    List<ContactPerson> contactPeople(@PathVariable CustomerId id, Caller caller) {
        return people.of(id, caller);
    }

    @PostMapping("/contact-people")
    @ResponseStatus(HttpStatus.CREATED)
    List<ContactPerson> addContactPerson(@PathVariable CustomerId id, @Valid @RequestBody Person person, Caller caller) {
        people.add(id, person.entry(), caller);
        return people.of(id, caller);
    }

    @PutMapping("/contact-people/{person}")
    List<ContactPerson> changeContactPerson(
            @PathVariable CustomerId id, @PathVariable UUID person, @Valid @RequestBody Person entry, Caller caller) {
        people.change(id, person, entry.entry(), caller);
        return people.of(id, caller);
    }

    @DeleteMapping("/contact-people/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeContactPerson(@PathVariable CustomerId id, @PathVariable UUID person, Caller caller) {
        people.remove(id, person, caller);
    }

    @GetMapping("/conflicts")
    List<Conflict> conflicts(@PathVariable CustomerId id, Caller caller) {
        return conflicts.of(id, caller);
    }

    @PutMapping("/conflicts/{kind}")
    List<Conflict> settleConflict(
            @PathVariable CustomerId id, @PathVariable String kind, @Valid @RequestBody Why why, Caller caller) {
        conflicts.settle(id, kind, why.reason(), caller);
        return conflicts.of(id, caller);
    }
}

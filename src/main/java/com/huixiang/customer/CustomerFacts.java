package com.huixiang.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a touchpoint says about a customer. Null means "it does not say", and leaves what is known. A telephone number or
 * address that makes no sense is screened out (P-02): it must not keep a customer from being served. A name that is a
 * number or an address is kept masked (P-08): names are shown to everybody.
 */
public record CustomerFacts(
        String source,
        @Nullable String name,
        @Nullable String avatar,
        @Nullable Level level,
        @Nullable String phone,
        @Nullable String email) {

    public CustomerFacts {
        name = name == null || name.isBlank() ? null : Mask.contact(name.strip());
        phone = phone == null ? null : Phone.normalise(phone).orElse(null);
        email = email == null ? null : EmailAddress.normalise(email).orElse(null);
    }

    List<Learned> values(CustomerId customer, Standing standing, Instant at) {
        List<Learned> values = new ArrayList<>();
        if (name != null) {
            values.add(new Learned(customer, "name", name, standing, source, at));
        }
        if (phone != null) {
            values.add(new Learned(customer, "phone", phone, standing, source, at));
        }
        if (email != null) {
            values.add(new Learned(customer, "email", email, standing, source, at));
        }
        return values;
    }

    public static CustomerFacts from(String source) {
        return new CustomerFacts(source, null, null, null, null, null);
    }

    public CustomerFacts named(String name) {
        return new CustomerFacts(source, name, avatar, level, phone, email);
    }

    public CustomerFacts of(Level level) {
        return new CustomerFacts(source, name, avatar, level, phone, email);
    }

    /** What the later one says counts; what it does not say stays. */
    CustomerFacts and(CustomerFacts later) {
        return new CustomerFacts(
                later.source,
                later.name == null ? name : later.name,
                later.avatar == null ? avatar : later.avatar,
                later.level == null ? level : later.level,
                later.phone == null ? phone : later.phone,
                later.email == null ? email : later.email);
    }

    public CustomerFacts reachedBy(@Nullable String phone, @Nullable String email) {
        return new CustomerFacts(source, name, avatar, level, phone, email);
    }
}

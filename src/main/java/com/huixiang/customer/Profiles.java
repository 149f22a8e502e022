package com.huixiang.customer;

import com.huixiang.audit.AuditTrail;
import com.huixiang.customer.CustomerEvent.CustomerChanged;
import com.huixiang.customer.CustomerEvent.CustomersChanged;
import com.huixiang.customer.FieldRepository.Value;
import com.huixiang.customer.ProfileField.Choice;
import com.huixiang.customer.ProfileField.Of;
import com.huixiang.customer.ProfileField.Section;
import com.huixiang.customer.ProfileField.Type;
import com.huixiang.customer.TimelineEntry.Words;
import com.huixiang.kernel.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * FRONT DOOR: who the customer is, field by field, each value with its source and time (P-01, P-02). Several sources may
 * say different things: whoever is worth more counts, then whoever said it later; the others are kept and shown.
 */
@Service
public class Profiles {

    /** The source of what members write. */
    static final String STAFF = "staff";

    private final Customers customers;
    private final CustomFields fields;
    private final FieldRepository repository;
    private final AuditTrail audit;
    private final ApplicationEventPublisher news;
    private final JdbcClient jdbc;
    private final Clock clock;

    Profiles(
            Customers customers,
            CustomFields fields,
            FieldRepository repository,
            AuditTrail audit,
            ApplicationEventPublisher news,
            JdbcClient jdbc,
            Clock clock) {
        this.customers = customers;
        this.fields = fields;
        this.repository = repository;
        this.audit = audit;
        this.news = news;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param by the member who wrote it; null when another source said it */
    public record Said(@Nullable String value, String source, Standing standing, Instant at, @Nullable String by) {}

    /** @param said what counts; null when nobody has said anything @param others what other sources say */
    public record Line(
            String key,
            Section group,
            Words label,
            Type type,
            List<Choice> choices,
            boolean custom,
            boolean editable,
            @Nullable String value,
            @Nullable Said said,
            List<Said> others) {}

    public record Profile(Of kind, List<Line> fields, boolean masked) {}

    /** P-08: telephone number and address in part, unless the reader's role shows them whole. */
    @Transactional(readOnly = true)
    public Profile of(CustomerId asked, Caller reader) {
        CustomerId customer = customers.current(asked);
        Of kind = kind(customer);
        boolean whole = reader.may(Customers.CONTACTS);
        Map<String, List<Value>> values = repository.of(customer).stream()
                .collect(Collectors.groupingBy(Value::field, LinkedHashMap::new, Collectors.toList()));
        List<Line> all = fields.of(kind).stream()
                .map(field -> field(field, values.getOrDefault(field.key(), List.of()), whole))
                .toList();
        return new Profile(kind, all, !whole);
    }

    private static Line field(ProfileField field, List<Value> values, boolean whole) {
        List<Said> said = values.stream().map(each -> said(field, each, whole)).toList();
        Said counts = said.isEmpty() ? null : said.getFirst();
        return new Line(
                field.key(),
                field.section(),
                field.label(),
                field.type(),
                field.choices(),
                field.custom(),
                whole || field.type() != Type.PHONE && field.type() != Type.EMAIL || counts == null || counts.value() == null,
                counts == null ? null : counts.value(),
                counts,
                said.isEmpty() ? List.of() : said.subList(1, said.size()));
    }

    private static Said said(ProfileField field, Value value, boolean whole) {
        String shown = value.value().isEmpty() ? null : value.value();
        if (!whole && field.type() == Type.PHONE) {
            shown = Mask.phone(shown);
        } else if (!whole && field.type() == Type.EMAIL) {
            shown = Mask.email(shown);
        }
        return new Said(shown, value.source(), value.standing(), value.at(), value.by());
    }

    /**
     * A member corrects the file. An empty value says that there is none; null takes his correction back, and whatever
     * the other sources say counts again.
     */
    @Transactional
    public void write(CustomerId asked, Map<String, @Nullable String> values, Caller by) {
        Customer before = customers.get(asked);
        CustomerId customer = before.id();
        Map<String, ProfileField> known = fields.of(kind(customer)).stream()
                .collect(Collectors.toMap(ProfileField::key, field -> field));
        Map<String, String> old = counting(customer);
        List<Learned> corrections = new ArrayList<>();
        values.forEach((key, value) -> {
            ProfileField field = known.get(key);
            if (field == null) {
                throw CustomerProblem.fieldNotFound();
            }
            if (value == null) {
                repository.forget(customer, key, STAFF);
            } else {
                String normal = value.isBlank() && !key.equals("name")
                        ? ""
                        : field.normalise(value)
                                .orElseThrow(() -> CustomerProblem.valueInvalid(field.label().zh(), field.label().en()));
                corrections.add(new Learned(customer, key, normal, Standing.STAFF, STAFF, clock.instant()));
            }
        });
        if (!corrections.isEmpty()) {
            repository.write(corrections, Author.of(by));
        }
        repository.settle(List.of(customer));
        Map<String, String> after = counting(customer);
        if (!old.equals(after)) {
            audit.note(
                    by, "customer.profile.changed", "customer", customer, before.name(),
                    differing(old, after, known), differing(after, old, known));
            news.publishEvent(new CustomerChanged(customer));
        }
    }

    private Map<String, String> counting(CustomerId customer) {
        Map<String, String> counting = new HashMap<>();
        repository.of(customer).forEach(each -> counting.putIfAbsent(each.field(), each.value()));
        return counting;
    }

    /** The trail knows which field, and numbers and addresses only in part. */
    private static Map<String, String> differing(Map<String, String> one, Map<String, String> other, Map<String, ProfileField> known) {
        Map<String, String> differing = new LinkedHashMap<>();
        one.forEach((key, value) -> {
            if (!value.equals(other.get(key))) {
                ProfileField field = known.get(key);
                Type type = field == null ? Type.TEXT : field.type();
                String shown = type == Type.PHONE ? Mask.phone(value) : type == Type.EMAIL ? Mask.email(value) : value;
                differing.put(key, Objects.requireNonNullElse(shown, ""));
            }
        });
        return differing;
    }

    /**
     * What sources say of many customers, in one statement. Nonsense and unknown fields are screened out; the number of
     * values that are new or other than before is returned.
     */
    @Transactional
    public int learnAll(Collection<Learned> said) {
        Map<String, ProfileField> known = new HashMap<>();
        for (Of kind : Of.values()) {
            fields.of(kind).forEach(field -> known.putIfAbsent(field.key(), field));
        }
        List<Learned> values = new ArrayList<>();
        Set<CustomerId> files = new HashSet<>();
        for (Learned each : said) {
            ProfileField field = known.get(each.field());
            if (field != null && !each.value().isBlank()) {
                field.normalise(each.value())
                        .ifPresent(value -> values.add(new Learned(
                                each.customer(), each.field(), value, each.standing(), each.source(), each.at())));
            }
            if (StandardFields.IN_THE_FILE.contains(each.field())) {
                files.add(each.customer());
            }
        }
        int written = values.isEmpty() ? 0 : repository.write(values, null);
        if (written > 0) {
            if (!files.isEmpty()) {
                repository.settle(files);
            }
            news.publishEvent(new CustomersChanged(
                    values.stream().map(Learned::customer).collect(Collectors.toUnmodifiableSet())));
        }
        return written;
    }

    /** A person turns out to be an enterprise, or the other way; the values stay with their fields. */
    @Transactional
    public void become(CustomerId asked, Of kind, Caller by) {
        Customer customer = customers.get(asked);
        Of before = kind(customer.id());
        if (before != kind) {
            jdbc.sql("update customer.customer set kind = :kind where id = :id")
                    .param("kind", kind.name())
                    .param("id", customer.id().value())
                    .update();
            audit.note(
                    by, "customer.profile.changed", "customer", customer.id(), customer.name(),
                    Map.of("kind", before), Map.of("kind", kind));
            news.publishEvent(new CustomerChanged(customer.id()));
        }
    }

    private Of kind(CustomerId customer) {
        return jdbc.sql("select kind from customer.customer where id = :id")
                .param("id", customer.value())
                .query((row, n) -> Of.valueOf(row.getString(1)))
                .single();
    }
}

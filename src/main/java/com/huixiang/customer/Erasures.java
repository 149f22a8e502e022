package com.huixiang.customer;

import com.huixiang.audit.AuditTrail;
import com.huixiang.customer.CustomerEvent.CustomerErased;
import com.huixiang.customer.TimelineEntry.Words;
import com.huixiang.kernel.Caller;
import com.huixiang.kernel.Uuid7;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * FRONT DOOR: a person is forgotten because he asks for it (P-08). Who he was goes from every room, the sums stay; it is
 * on the trail that it was done, and nobody can undo it.
 */
@Service
public class Erasures {

    private static final int LONGEST_REASON = 200;

    private final Customers customers;
    private final CustomerRepository repository;
    private final ObjectProvider<PersonalData> data;
    private final AuditTrail audit;
    private final ApplicationEventPublisher news;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Erasures(
            Customers customers,
            CustomerRepository repository,
            ObjectProvider<PersonalData> data,
            AuditTrail audit,
            ApplicationEventPublisher news,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.customers = customers;
        this.repository = repository;
        this.data = data;
        this.audit = audit;
        this.news = news;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @param rows how many there are now */
    public record Part(String name, Words words, int rows) {}

    /** What an erasure would do: shown before anybody confirms it. */
    public record Outlook(String name, @Nullable Instant erasedAt, boolean allowed, List<Words> hindrances, List<Part> parts) {}

    /** What it did. */
    public record Erased(CustomerId customer, Instant at, Map<String, Integer> rows) {}

    @Transactional(readOnly = true)
    public Outlook outlook(CustomerId asked, Caller by) {
        Customer customer = customers.get(asked);
        List<Part> parts = new ArrayList<>();
        for (PersonalData module : data.orderedStream().toList()) {
            for (PersonalData.Section section : module.sections()) {
                int rows = jdbc.sql("select count(*) from (" + section.sql() + ") as rows")
                        .param("customer", customer.id().value())
                        .query(Integer.class)
                        .single();
                parts.add(new Part(section.name(), new Words(section.zh(), section.en()), rows));
            }
        }
        return new Outlook(customer.name(), erasedAt(customer.id()), by.mayLead(), hindrances(customer.id()), parts);
    }

    /** @param name of the customer, typed by whoever confirms */
    @Transactional
    public Erased erase(CustomerId asked, String name, String reason, Caller by) {
        if (!by.mayLead()) {
            throw CustomerProblem.erasureNotYours();
        }
        Customer customer = customers.get(asked);
        CustomerId id = customer.id();
        repository.lock(id);
        if (erasedAt(id) != null) {
            throw CustomerProblem.erasedAlready();
        }
        String words = reason.strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON) {
            throw CustomerProblem.reasonMissing();
        }
        if (!name.strip().equals(customer.name())) {
            throw CustomerProblem.nameDiffers();
        }
        hindrances(id).stream().findFirst().ifPresent(why -> {
            throw CustomerProblem.hindered(why.zh(), why.en());
        });
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (PersonalData module : data.orderedStream().toList()) {
            rows.putAll(module.erase(id));
        }
        Instant now = clock.instant();
        writeDown(id, words, rows, by, now);
        Customer nobody = customers.get(id);
        audit.note(
                by.id(), by.displayName(), "customer.erased", "customer", id.toString(), nobody.name(), null, rows, words);
        news.publishEvent(new CustomerErased(id));
        return new Erased(id, now, rows);
    }

    private List<Words> hindrances(CustomerId customer) {
        return data.orderedStream()
                .map(module -> module.hindrance(customer))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Instant erasedAt(CustomerId customer) {
        return jdbc.sql("select erased_at from customer.customer where id = :id and erased_at is not null")
                .param("id", customer.value())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElse(null);
    }

    private void writeDown(CustomerId customer, String reason, Map<String, Integer> rows, Caller by, Instant now) {
        jdbc.sql("update customer.customer set erased_at = :now where id = :id")
                .param("id", customer.value())
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("""
                insert into customer.erasure (id, customer_id, reason, rows, by_id, by_name, at)
                values (:id, :customer, :reason, :rows::jsonb, :by, :byName, :now)
                """)
                .param("id", Uuid7.next(clock))
                .param("customer", customer.value())
                .param("reason", reason)
                .param("rows", json.writeValueAsString(rows))
                .param("by", by.id())
                .param("byName", by.displayName())
                .param("now", Timestamp.from(now))
                .update();
    }
}

package com.huixiang.customer;

import com.huixiang.audit.AuditTrail;
import com.huixiang.customer.CustomerEvent.CustomerChanged;
import com.huixiang.customer.TimelineEntry.Words;
import com.huixiang.kernel.Caller;
import com.huixiang.kernel.Uuid7;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** FRONT DOOR: what a customer has agreed to, for which purpose, on which text; each answer is kept (P-08). */
@Service
public class Consents {

    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_NOTE = 200;
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    private final Customers customers;
    private final AuditTrail audit;
    private final ApplicationEventPublisher news;
    private final JdbcClient jdbc;
    private final Clock clock;

    Consents(Customers customers, AuditTrail audit, ApplicationEventPublisher news, JdbcClient jdbc, Clock clock) {
        this.customers = customers;
        this.audit = audit;
        this.news = news;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Why we want to use data, and what customers are told about it. A new text is a new version. */
    public record Purpose(String code, Words name, int version, Words text) {}

    /** One answer. */
    public record Consent(boolean given, String source, int version, @Nullable String note, @Nullable String by, Instant at) {}

    /** @param given null when he was never asked */
    public record State(Purpose purpose, @Nullable Boolean given, @Nullable Consent last, List<Consent> history) {}

    @Transactional(readOnly = true)
    public List<Purpose> purposes() {
        return jdbc.sql("""
                select p.code, p.zh, p.en, p.version, t.zh as text_zh, t.en as text_en
                  from customer.purpose p join customer.purpose_text t on t.code = p.code and t.version = p.version
                 where p.removed_at is null
                 order by p.ordinal, p.code
                """)
                .query((row, n) -> new Purpose(
                        row.getString("code"),
                        new Words(row.getString("zh"), row.getString("en")),
                        row.getInt("version"),
                        new Words(row.getString("text_zh"), row.getString("text_en"))))
                .list();
    }

    private record Answer(String purpose, Consent consent) {}

    @Transactional(readOnly = true)
    public List<State> of(CustomerId asked) {
        Map<String, List<Consent>> answers = jdbc.sql("""
                select purpose, given, source, version, note, by_name, at
                  from customer.consent where customer_id = :id order by at desc, id desc
                """)
                .param("id", customers.current(asked).value())
                .query((row, n) -> new Answer(
                        row.getString("purpose"),
                        new Consent(
                                row.getBoolean("given"),
                                row.getString("source"),
                                row.getInt("version"),
                                row.getString("note"),
                                row.getString("by_name"),
                                row.getTimestamp("at").toInstant())))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Answer::purpose, Collectors.mapping(Answer::consent, Collectors.toList())));
        return purposes().stream()
                .map(purpose -> {
                    List<Consent> history = answers.getOrDefault(purpose.code(), List.of());
                    Consent last = history.isEmpty() ? null : history.getFirst();
                    return new State(purpose, last == null ? null : last.given(), last, history);
                })
                .toList();
    }

    /** Whether we may use his data for this; who was never asked has not agreed. */
    @Transactional(readOnly = true)
    public boolean isGiven(CustomerId customer, String purpose) {
        return jdbc.sql("""
                select given from customer.consent where customer_id = :id and purpose = :purpose
                 order by at desc, id desc limit 1
                """)
                .param("id", customers.current(customer).value())
                .param("purpose", purpose)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The customer has answered, and a member writes it down. */
    @Transactional
    public void answer(CustomerId asked, String purpose, boolean given, String source, @Nullable String note, Caller by) {
        Customer customer = customers.get(asked);
        String words = note == null || note.isBlank() ? null : note.strip();
        if (words != null && words.length() > LONGEST_NOTE) {
            throw CustomerProblem.noteInvalid();
        }
        Purpose known = write(customer.id(), purpose, given, source, words, Author.of(by));
        audit.note(
                by, given ? "customer.consent.given" : "customer.consent.refused", "customer", customer.id(),
                customer.name(), null, Map.of("purpose", purpose, "version", known.version(), "source", source));
    }

    /** The customer himself has answered at a touchpoint. */
    @Transactional
    public void answered(CustomerId asked, String purpose, boolean given, String source) {
        write(customers.current(asked), purpose, given, source, null, null);
    }

    private Purpose write(
            CustomerId customer, String purpose, boolean given, String source, @Nullable String note, @Nullable Author by) {
        Purpose known = purposes().stream()
                .filter(each -> each.code().equals(purpose))
                .findFirst()
                .orElseThrow(CustomerProblem::purposeNotFound);
        jdbc.sql("""
                insert into customer.consent (id, customer_id, purpose, given, source, version, note, by_id, by_name, at)
                values (:id, :customer, :purpose, :given, :source, :version, :note, :by::uuid, :byName, :now)
                """)
                .param("id", Uuid7.next(clock))
                .param("customer", customer.value())
                .param("purpose", purpose)
                .param("given", given)
                .param("source", source)
                .param("version", known.version())
                .param("note", note)
                .param("by", by == null || by.id() == null ? null : by.id().toString())
                .param("byName", by == null ? null : by.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        news.publishEvent(new CustomerChanged(customer));
        return known;
    }

    /** The purposes as they are from now on, in this order. A text that differs is a new version; answers stay. */
    @Transactional
    public List<Purpose> arrange(List<Purpose> wanted, Caller by) {
        CustomFields.checkMay(by);
        List<Purpose> before = purposes();
        Set<String> codes = new HashSet<>();
        int ordinal = 0;
        for (Purpose each : wanted) {
            boolean fits = CODE.matcher(each.code()).matches()
                    && codes.add(each.code())
                    && fits(each.name(), LONGEST_NAME)
                    && fits(each.text(), LONGEST_TEXT);
            if (!fits) {
                throw CustomerProblem.purposeInvalid();
            }
            put(each, ++ordinal);
        }
        jdbc.sql("update customer.purpose set removed_at = :now where removed_at is null and code <> all(:codes)")
                .param("now", Timestamp.from(clock.instant()))
                .param("codes", codes.toArray(String[]::new))
                .update();
        List<Purpose> after = purposes();
        if (!before.equals(after)) {
            audit.note(by, "customer.purposes.changed", "privacy", "purposes", "purposes", before, after);
        }
        return after;
    }

    private static boolean fits(Words words, int longest) {
        return !words.zh().isBlank() && words.zh().length() <= longest && !words.en().isBlank() && words.en().length() <= longest;
    }

    private void put(Purpose purpose, int ordinal) {
        jdbc.sql("""
                insert into customer.purpose (code, zh, en, version, ordinal) values (:code, :zh, :en, 1, :ordinal)
                on conflict (code) do update
                   set zh = excluded.zh, en = excluded.en, ordinal = excluded.ordinal, removed_at = null
                """)
                .param("code", purpose.code())
                .param("zh", purpose.name().zh())
                .param("en", purpose.name().en())
                .param("ordinal", ordinal)
                .update();
        jdbc.sql("""
                with latest as (
                    select max(version) as version from customer.purpose_text where code = :code
                ), written as (
                    insert into customer.purpose_text (code, version, zh, en, at)
                    select :code, coalesce(latest.version, 0) + 1, :zh, :en, :now from latest
                     where not exists (select from customer.purpose_text t
                                        where t.code = :code and t.version = latest.version and t.zh = :zh and t.en = :en)
                    returning version
                )
                update customer.purpose p set version = written.version from written where p.code = :code
                """)
                .param("code", purpose.code())
                .param("zh", purpose.text().zh())
                .param("en", purpose.text().en())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}

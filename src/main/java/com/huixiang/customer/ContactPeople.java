package com.huixiang.customer;

import com.huixiang.audit.AuditTrail;
import com.huixiang.kernel.Caller;
import com.huixiang.kernel.Uuid7;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** FRONT DOOR: whom one talks to in an enterprise (P-01). */
@Service
public class ContactPeople {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_NOTE = 500;

    private final Customers customers;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ContactPeople(Customers customers, AuditTrail audit, JdbcClient jdbc, Clock clock) {
        this.customers = customers;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public record ContactPerson(
            UUID id,
            String name,
            @Nullable String position,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String note,
            String source,
            Instant at,
            @Nullable String by) {

        ContactPerson maskedFor(Caller reader) {
            return reader.may(Customers.CONTACTS)
                    ? this
                    : new ContactPerson(id, name, position, Mask.phone(phone), Mask.email(email), note, source, at, by);
        }
    }

    /** What a member writes; an empty telephone number or address is none. */
    public record Entry(
            String name, @Nullable String position, @Nullable String phone, @Nullable String email, @Nullable String note) {

        public Entry {
            name = name.strip();
            position = none(position);
            phone = none(phone);
            email = none(email);
            note = none(note);
            if (name.isEmpty() || name.length() > LONGEST_NAME
                    || position != null && position.length() > LONGEST_NAME
                    || note != null && note.length() > LONGEST_NOTE) {
                throw CustomerProblem.contactPersonInvalid();
            }
            phone = phone == null ? null : Phone.normalise(phone).orElseThrow(CustomerProblem::contactPersonInvalid);
            email = email == null ? null : EmailAddress.normalise(email).orElseThrow(CustomerProblem::contactPersonInvalid);
        }

        private static @Nullable String none(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    @Transactional(readOnly = true)
    public List<ContactPerson> of(CustomerId asked, Caller reader) {
        return jdbc.sql("select * from customer.contact_person where customer_id = :id order by at, id")
                .param("id", customers.current(asked).value())
                .query((row, n) -> new ContactPerson(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("position"),
                        row.getString("phone"),
                        row.getString("email"),
                        row.getString("note"),
                        row.getString("source"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_name"))
                        .maskedFor(reader))
                .list();
    }

    @Transactional
    public UUID add(CustomerId asked, Entry entry, Caller by) {
        Customer customer = customers.get(asked);
        UUID id = Uuid7.next(clock);
        write("""
                insert into customer.contact_person (id, customer_id, name, position, phone, email, note, source, at, by_name)
                values (:id, :customer, :name, :position, :phone, :email, :note, 'staff', :now, :by)
                """, id, customer.id(), entry, by);
        audit.note(
                by, "customer.contact-person.added", "customer", customer.id(), customer.name(), null,
                Map.of("name", entry.name()));
        return id;
    }

    @Transactional
    public void change(CustomerId asked, UUID id, Entry entry, Caller by) {
        Customer customer = customers.get(asked);
        int changed = write("""
                update customer.contact_person
                   set name = :name, position = :position, phone = :phone, email = :email, note = :note, at = :now,
                       source = 'staff', by_name = :by
                 where id = :id and customer_id = :customer
                """, id, customer.id(), entry, by);
        if (changed == 0) {
            throw CustomerProblem.contactPersonNotFound();
        }
        audit.note(
                by, "customer.contact-person.changed", "customer", customer.id(), customer.name(), null,
                Map.of("name", entry.name()));
    }

    @Transactional
    public void remove(CustomerId asked, UUID id, Caller by) {
        Customer customer = customers.get(asked);
        String name = jdbc.sql("delete from customer.contact_person where id = :id and customer_id = :customer returning name")
                .param("id", id)
                .param("customer", customer.id().value())
                .query(String.class)
                .optional()
                .orElseThrow(CustomerProblem::contactPersonNotFound);
        audit.note(
                by, "customer.contact-person.removed", "customer", customer.id(), customer.name(),
                Map.of("name", name), null);
    }

    private int write(String sql, UUID id, CustomerId customer, Entry entry, Caller by) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("customer", customer.value())
                .param("name", entry.name())
                .param("position", entry.position())
                .param("phone", entry.phone())
                .param("email", entry.email())
                .param("note", entry.note())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.displayName())
                .update();
    }
}

package com.huixiang.customer;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.huixiang.customer.TimelineEntry.Words;
import com.huixiang.kernel.Caller;
import com.huixiang.kernel.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** READ DOOR: the customer's file as the console shows it. */
@Service
@Transactional(readOnly = true)
public class CustomerLists {

    static final String NOTE = "select id, text, by_name, by_id, at from customer.note ";

    private final Customers customers;
    private final Seal seal;
    private final JdbcClient jdbc;
    private final ObjectProvider<Attendance> attendance;

    CustomerLists(Customers customers, Seal seal, JdbcClient jdbc, ObjectProvider<Attendance> attendance) {
        this.seal = seal;
        this.customers = customers;
        this.jdbc = jdbc;
        this.attendance = attendance;
    }

    /** @param mark names it without showing it, for whoever wants to see the whole */
    public record KnownBy(Identity.Kind kind, String value, String source, Instant at, String mark) {}

    /** @param why what a rule says of it, with the facts it looked at; null for a tag of a person */
    public record Tag(
            String name,
            String by,
            Instant at,
            @Nullable String reason,
            @Nullable String rule,
            @Nullable Words why,
            @Nullable @JsonRawValue String facts) {}

    public record Note(NoteId id, String text, String by, @Nullable UUID byId, Instant at) {}

    public record CustomerFile(
            CustomerId id,
            String name,
            @Nullable String avatar,
            Level level,
            boolean vip,
            boolean known,
            @Nullable String phone,
            @Nullable String email,
            String source,
            Instant createdAt,
            Instant lastSeenAt,
            List<KnownBy> identities,
            List<Tag> tags,
            List<Note> notes,
            CustomerValue value,
            @Nullable String valueWhy,
            boolean online,
            boolean masked) {

        /** P-08: numbers and addresses in part, unless the reader's role shows them whole. */
        public CustomerFile maskedFor(Caller reader) {
            return reader.may(Customers.CONTACTS)
                    ? this
                    : new CustomerFile(
                            id,
                            name,
                            avatar,
                            level,
                            vip,
                            known,
                            Mask.phone(phone),
                            Mask.email(email),
                            source,
                            createdAt,
                            lastSeenAt,
                            identities.stream()
                                    .map(each -> new KnownBy(
                                            each.kind(),
                                            Mask.value(each.kind(), each.value()),
                                            each.source(),
                                            each.at(),
                                            each.mark()))
                                    .toList(),
                            tags,
                            notes,
                            value,
                            valueWhy,
                            online,
                            true);
        }
    }

    /** E-03: everything this module knows about the customer; asked by the id of a merged file too. */
    public CustomerFile file(CustomerId asked) {
        Customer customer = customers.get(asked);
        CustomerId id = customer.id();
        return new CustomerFile(
                id,
                customer.name(),
                customer.avatar(),
                customer.level(),
                customer.level().isVip(),
                customer.known(),
                customer.phone(),
                customer.email(),
                customer.source(),
                customer.createdAt(),
                customer.lastSeenAt(),
                identities(id),
                tags(id),
                notes(id),
                customer.value(),
                valueWhy(id),
                attendance.stream().anyMatch(touchpoint -> touchpoint.isOnline(id)),
                false);
    }

    public List<String> tagsInUse() {
        return jdbc.sql("select name from customer.tag group by name order by count(*) desc, name limit 200")
                .query(String.class)
                .list();
    }

    private List<KnownBy> identities(CustomerId id) {
        return jdbc.sql("select kind, value, source, at from customer.identity where customer_id = :id order by at, kind")
                .param("id", id.value())
                .query((row, n) -> {
                    Identity identity = new Identity(Identity.Kind.valueOf(row.getString("kind")), row.getString("value"));
                    return new KnownBy(
                            identity.kind(),
                            identity.value(),
                            row.getString("source"),
                            row.getTimestamp("at").toInstant(),
                            seal.mark(Customers.MARK, identity.toString()));
                })
                .list();
    }

    private List<Tag> tags(CustomerId id) {
        return jdbc.sql("select * from customer.tag where customer_id = :id order by at, name")
                .param("id", id.value())
                .query((row, n) -> new Tag(
                        row.getString("name"),
                        row.getString("by_name"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("reason"),
                        row.getString("rule_id"),
                        row.getString("why_zh") == null ? null : new Words(row.getString("why_zh"), row.getString("why_en")),
                        row.getString("facts")))
                .list();
    }

    private @Nullable String valueWhy(CustomerId id) {
        return jdbc.sql("select appraised_why from customer.customer where id = :id and appraised_why is not null")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private List<Note> notes(CustomerId id) {
        return jdbc.sql(NOTE + "where customer_id = :id order by at desc, id desc")
                .param("id", id.value())
                .query((row, n) -> note(row))
                .list();
    }

    static Note note(ResultSet row) throws SQLException {
        return new Note(
                new NoteId(row.getObject("id", UUID.class)),
                row.getString("text"),
                row.getString("by_name"),
                row.getObject("by_id", UUID.class),
                row.getTimestamp("at").toInstant());
    }
}

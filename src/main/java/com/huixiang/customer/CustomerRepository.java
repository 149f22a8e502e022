package com.huixiang.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CustomerRepository {

    private final JdbcClient jdbc;

    CustomerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Merges move the identities, so the owner is always a file in use. */
    Optional<CustomerId> owner(Identity identity) {
        return jdbc.sql("select customer_id from customer.identity where kind = :kind and value = :value")
                .param("kind", identity.kind().name())
                .param("value", identity.value())
                .query(UUID.class)
                .optional()
                .map(CustomerId::new);
    }

    /**
     * One statement for the file and its first identity. The key of the identity decides a race: who comes second waits
     * for the first to commit, makes nothing and gets false.
     */
    boolean add(CustomerId id, Identity identity, CustomerFacts facts, Instant now) {
        return jdbc.sql("""
                        with fresh as (
                            insert into customer.identity (kind, value, customer_id, source, at)
                            values (:kind, :value, :id, :source, :now)
                            on conflict (kind, value) do nothing
                            returning customer_id
                        )
                        insert into customer.customer (id, name, avatar, level, phone, email, source, created_at, last_seen_at)
                        select customer_id, :name, :avatar, :level, :phone, :email, :source, :now, :now from fresh
                        """)
                        .param("id", id.value())
                        .param("kind", identity.kind().name())
                        .param("value", identity.value())
                        .param("name", facts.name() == null ? nameOfStranger(id) : facts.name())
                        .param("avatar", facts.avatar())
                        .param("level", (facts.level() == null ? Level.ORDINARY : facts.level()).name())
                        .param("phone", facts.phone())
                        .param("email", facts.email())
                        .param("source", facts.source())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    static String nameOfStranger(CustomerId id) {
        String text = id.toString();
        return "访客 " + text.substring(text.length() - 4).toUpperCase();
    }

    /** True when something we know has changed, not only the time. What a better source has said stays (P-02). */
    boolean meet(CustomerId id, CustomerFacts facts, Standing standing, Instant now) {
        return jdbc.sql("""
                update customer.customer
                set last_seen_at = greatest(last_seen_at, :now),
                    name = case when 'name' = any(better.fields) then name else coalesce(:name, name) end,
                    avatar = coalesce(:avatar, avatar),
                    level = coalesce(:level, level),
                    phone = case when 'phone' = any(better.fields) then phone else coalesce(:phone, phone) end,
                    email = case when 'email' = any(better.fields) then email else coalesce(:email, email) end
                from (select coalesce(array_agg(field), '{}') as fields
                        from customer.field_value
                       where customer_id = :id and field in ('name', 'phone', 'email') and standing > :standing) as better
                where id = :id
                returning (old.name, old.avatar, old.level, old.phone, old.email)
                          is distinct from (new.name, new.avatar, new.level, new.phone, new.email)
                """)
                .param("id", id.value())
                .param("standing", standing.rank())
                .param("name", facts.name())
                .param("avatar", facts.avatar())
                .param("level", facts.level() == null ? null : facts.level().name())
                .param("phone", facts.phone())
                .param("email", facts.email())
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    boolean isKnownBy(CustomerId id, Identity.Kind kind) {
        return jdbc.sql("""
                select exists (select from customer.identity where customer_id = :id and kind = :kind)
                """)
                .param("id", id.value())
                .param("kind", kind.name())
                .query(Boolean.class)
                .single();
    }

    /** Known by one anonymous browser id and nothing else. */
    boolean isNothingButABrowser(CustomerId id) {
        return jdbc.sql("select count(*) = 1 and bool_and(kind = 'VISITOR') from customer.identity where customer_id = :id")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** Keeps others from merging this file until the transaction ends; false when it is merged already. */
    boolean lock(CustomerId id) {
        return jdbc.sql("select merged_into is null from customer.customer where id = :id for update")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** False when the identity belongs to a file already. */
    boolean link(CustomerId id, Identity identity, String source, Instant now) {
        return jdbc.sql("""
                        insert into customer.identity (kind, value, customer_id, source, at)
                        values (:kind, :value, :id, :source, :now)
                        on conflict (kind, value) do nothing
                        """)
                        .param("id", id.value())
                        .param("kind", identity.kind().name())
                        .param("value", identity.value())
                        .param("source", source)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** The source now names another one: its earlier one may belong to a stranger tomorrow. */
    void replace(CustomerId id, Identity identity, String source, Instant now) {
        jdbc.sql("""
                delete from customer.identity
                where customer_id = :id and kind = :kind and source = :source and value <> :value
                """)
                .param("id", id.value())
                .param("kind", identity.kind().name())
                .param("value", identity.value())
                .param("source", source)
                .update();
        link(id, identity, source, now);
    }

    void sameDevice(CustomerId one, CustomerId other, Instant now) {
        jdbc.sql("""
                insert into customer.same_device (one, other, at)
                values (least(:one, :other), greatest(:one, :other), :now) on conflict do nothing
                """)
                .param("one", one.value())
                .param("other", other.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<CustomerId> current(CustomerId id) {
        return jdbc.sql("select coalesce(merged_into, id) from customer.customer where id = :id")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .map(CustomerId::new);
    }

    List<Identity> identities(CustomerId id, Identity.Kind kind) {
        return jdbc.sql("select value from customer.identity where customer_id = :id and kind = :kind")
                .param("id", id.value())
                .param("kind", kind.name())
                .query((row, n) -> new Identity(kind, row.getString(1)))
                .list();
    }

    boolean isErased(CustomerId id) {
        return jdbc.sql("select exists (select from customer.customer where id = :id and erased_at is not null)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    Optional<Customer> find(CustomerId id) {
        return jdbc.sql("""
                select c.id, c.name, c.avatar, c.level, c.phone, c.email, c.source, c.created_at, c.last_seen_at,
                       customer.value_of(c.level, c.appraisal) as value,
                       exists (select from customer.identity i where i.customer_id = c.id and i.kind not in ('VISITOR', 'DEVICE')) as known
                from customer.customer asked join customer.customer c on c.id = coalesce(asked.merged_into, asked.id)
                where asked.id = :id
                """)
                .param("id", id.value())
                .query((row, n) -> customer(row))
                .optional();
    }

    Map<CustomerId, CustomerCard> cards(Collection<CustomerId> ids) {
        Map<CustomerId, CustomerCard> cards = new HashMap<>();
        jdbc.sql("""
                select asked.id as asked_id, c.id, c.name, c.avatar, c.level
                from customer.customer asked join customer.customer c on c.id = coalesce(asked.merged_into, asked.id)
                where asked.id = any(:ids)
                """)
                .param("ids", ids.stream().map(CustomerId::value).toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    cards.put(id(row, "asked_id"), card(row));
                });
        return cards;
    }

    void level(CustomerId id, Level level) {
        jdbc.sql("""
                update customer.customer set level = :level where id = :id
                """)
                .param("id", id.value())
                .param("level", level.name())
                .update();
    }

    void tag(CustomerId id, String name, Author author, @Nullable String reason, Instant now) {
        jdbc.sql("""
                insert into customer.tag (customer_id, name, by_id, by_name, reason, at)
                values (:id, :name, :by, :byName, :reason, :now)
                on conflict (customer_id, name) do nothing
                """)
                .param("id", id.value())
                .param("name", name)
                .param("by", author.id())
                .param("byName", author.name())
                .param("reason", reason)
                .param("now", Timestamp.from(now))
                .update();
    }

    void untag(CustomerId id, String name) {
        jdbc.sql("delete from customer.tag where customer_id = :id and name = :name")
                .param("id", id.value())
                .param("name", name)
                .update();
    }

    void add(CustomerId id, CustomerLists.Note note) {
        jdbc.sql("""
                insert into customer.note (id, customer_id, text, by_id, by_name, at)
                values (:note, :id, :text, :by, :byName, :at)
                """)
                .param("note", note.id().value())
                .param("id", id.value())
                .param("text", note.text())
                .param("by", note.byId())
                .param("byName", note.by())
                .param("at", Timestamp.from(note.at()))
                .update();
    }

    Optional<CustomerLists.Note> note(CustomerId id, NoteId noteId) {
        return jdbc.sql(CustomerLists.NOTE + "where customer_id = :id and id = :note")
                .param("id", id.value())
                .param("note", noteId.value())
                .query((row, n) -> CustomerLists.note(row))
                .optional();
    }

    void remove(NoteId noteId) {
        jdbc.sql("delete from customer.note where id = :note")
                .param("note", noteId.value())
                .update();
    }

    private static Customer customer(ResultSet row) throws SQLException {
        return new Customer(
                id(row, "id"),
                row.getString("name"),
                row.getString("avatar"),
                Level.valueOf(row.getString("level")),
                row.getString("phone"),
                row.getString("email"),
                row.getString("source"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("last_seen_at").toInstant(),
                row.getBoolean("known"),
                CustomerValue.valueOf(row.getString("value")));
    }

    private static CustomerCard card(ResultSet row) throws SQLException {
        Level level = Level.valueOf(row.getString("level"));
        return new CustomerCard(id(row, "id"), row.getString("name"), row.getString("avatar"), level, level.isVip());
    }

    private static CustomerId id(ResultSet row, String column) throws SQLException {
        return new CustomerId(row.getObject(column, UUID.class));
    }
}

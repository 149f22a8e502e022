package com.huixiang.customer;

import com.huixiang.audit.AuditTrail;
import com.huixiang.customer.CustomerEvent.CustomerChanged;
import com.huixiang.customer.CustomerEvent.CustomersMerged;
import com.huixiang.customer.CustomerEvent.CustomersParted;
import com.huixiang.kernel.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** FRONT DOOR: somebody says that two files are one person, or takes it back; with the reason, on the record (E-05). */
@Service
public class CustomerMerges {

    static final String MERGE = "merge";

    private static final int LONGEST_REASON = 200;

    private final CustomerMerge merge;
    private final CustomerRepository repository;
    private final ObjectProvider<Dealings> dealings;
    private final ApplicationEventPublisher news;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    CustomerMerges(
            CustomerMerge merge,
            CustomerRepository repository,
            ObjectProvider<Dealings> dealings,
            ApplicationEventPublisher news,
            AuditTrail audit,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.merge = merge;
        this.repository = repository;
        this.dealings = dealings;
        this.news = news;
        this.audit = audit;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public record Person(@Nullable UUID id, String name) {}

    public record FileName(CustomerId id, String name) {}

    /** How much of each kind. */
    public record Amount(int identities, int tags, int notes, int conversations) {}

    /** How the files were made two again: what went back, and what came after the merge and stayed. */
    public record Undone(Instant at, Person by, String reason, Amount returned, Amount stayed) {}

    public record MergeView(
            MergeId id,
            Instant at,
            Person by,
            String reason,
            FileName from,
            FileName into,
            Amount moved,
            @Nullable Undone undone) {}

    /** The file {@code from} becomes part of {@code into}. */
    @Transactional
    public MergeView merge(CustomerId from, CustomerId into, String reason, Caller by) {
        check(by);
        CustomerId going = current(from);
        CustomerId staying = current(into);
        if (going.equals(staying)) {
            throw CustomerProblem.sameFile();
        }
        lock(going, staying);
        MergeId id = merge.merge(going, staying, words(reason), Author.of(by));
        news.publishEvent(new CustomersMerged(id, going, staying));
        news.publishEvent(new CustomerChanged(staying));
        MergeView view = get(id);
        audit.note(
                by.id(), by.displayName(), "customer.merged", "customer", staying.toString(), view.into().name(),
                Map.of("from", view.from(), "into", view.into()), view.moved(), view.reason());
        return view;
    }

    /** Two files again, as they were; later merges of the file that stayed must have been taken back before. */
    @Transactional
    public MergeView part(MergeId id, String reason, Caller by) {
        check(by);
        MergeView before = get(id);
        if (before.undone() != null) {
            throw CustomerProblem.partedAlready();
        }
        CustomerId from = before.from().id();
        CustomerId into = before.into().id();
        lockBoth(from, into);
        if (!current(into).equals(into) || !current(from).equals(into)) {
            throw CustomerProblem.laterMergeStands();
        }
        String words = words(reason);
        merge.part(id);
        news.publishEvent(new CustomersParted(id, from, into));
        news.publishEvent(new CustomerChanged(from));
        news.publishEvent(new CustomerChanged(into));
        Undone undone = new Undone(
                clock.instant(),
                new Person(by.id(), by.displayName()),
                words,
                returned(id, from, before.moved().conversations()),
                stayed(id, into, before.at()));
        keep(id, undone);
        audit.note(
                by.id(), by.displayName(), "customer.merge.undone", "customer", from.toString(), before.from().name(),
                Map.of("from", before.from(), "into", before.into()), undone, words);
        return get(id);
    }

    /** Newest first: all merges this file took part in. */
    @Transactional(readOnly = true)
    public List<MergeView> of(CustomerId customer) {
        CustomerId current = current(customer);
        return jdbc.sql(SELECT + " where m.from_id in (:asked, :current) or m.into_id in (:asked, :current)"
                        + " order by m.at desc, m.id desc limit 100")
                .param("asked", customer.value())
                .param("current", current.value())
                .query((row, n) -> view(row))
                .list();
    }

    private MergeView get(MergeId id) {
        return jdbc.sql(SELECT + " where m.id = :id")
                .param("id", id.value())
                .query((row, n) -> view(row))
                .optional()
                .orElseThrow(CustomerProblem::mergeNotFound);
    }

    private static final String SELECT =
            """
            select m.*, f.name as from_name, i.name as into_name,
                   jsonb_array_length(m.moved -> 'identities') as identities,
                   jsonb_array_length(m.moved -> 'tags') as tags,
                   jsonb_array_length(m.moved -> 'notes') as notes
              from customer.merge m
              join customer.customer f on f.id = m.from_id
              join customer.customer i on i.id = m.into_id""";

    private MergeView view(ResultSet row) throws SQLException {
        MergeId id = new MergeId(row.getObject("id", UUID.class));
        return new MergeView(
                id,
                row.getTimestamp("at").toInstant(),
                new Person(row.getObject("by_id", UUID.class), row.getString("by_name")),
                row.getString("reason"),
                new FileName(new CustomerId(row.getObject("from_id", UUID.class)), row.getString("from_name")),
                new FileName(new CustomerId(row.getObject("into_id", UUID.class)), row.getString("into_name")),
                new Amount(
                        row.getInt("identities"),
                        row.getInt("tags"),
                        row.getInt("notes"),
                        dealings.stream().mapToInt(each -> each.followed(id)).sum()),
                undone(row));
    }

    private @Nullable Undone undone(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("undone_at");
        if (at == null) {
            return null;
        }
        JsonNode amounts = json.readTree(row.getString("undone"));
        return new Undone(
                at.toInstant(),
                new Person(row.getObject("undone_by_id", UUID.class), row.getString("undone_by_name")),
                row.getString("undone_reason"),
                json.treeToValue(amounts.path("returned"), Amount.class),
                json.treeToValue(amounts.path("stayed"), Amount.class));
    }

    private Amount returned(MergeId id, CustomerId from, int conversations) {
        return count(
                """
                select (select count(*) from customer.identity where customer_id = :file),
                       (select count(*) from customer.tag where customer_id = :file),
                       (select count(*) from customer.note where customer_id = :file)""",
                from,
                null,
                conversations);
    }

    private Amount stayed(MergeId id, CustomerId into, Instant since) {
        return count(
                """
                select (select count(*) from customer.identity where customer_id = :file and at > :since),
                       (select count(*) from customer.tag where customer_id = :file and at > :since),
                       (select count(*) from customer.note where customer_id = :file and at > :since)""",
                into,
                since,
                dealings.stream().mapToInt(each -> each.begunSince(id)).sum());
    }

    private Amount count(String query, CustomerId file, @Nullable Instant since, int conversations) {
        JdbcClient.StatementSpec statement = jdbc.sql(query).param("file", file.value());
        if (since != null) {
            statement = statement.param("since", Timestamp.from(since));
        }
        return statement
                .query((row, n) -> new Amount(row.getInt(1), row.getInt(2), row.getInt(3), conversations))
                .single();
    }

    private void keep(MergeId id, Undone undone) {
        jdbc.sql("""
                update customer.merge
                set undone_at = :at, undone_by_id = :by, undone_by_name = :byName, undone_reason = :reason,
                    undone = :undone::jsonb
                where id = :id
                """)
                .param("id", id.value())
                .param("at", Timestamp.from(undone.at()))
                .param("by", undone.by().id())
                .param("byName", undone.by().name())
                .param("reason", undone.reason())
                .param("undone", json.writeValueAsString(Map.of("returned", undone.returned(), "stayed", undone.stayed())))
                .update();
    }

    private void lock(CustomerId going, CustomerId staying) {
        if (!lockBoth(going, staying)) {
            throw CustomerProblem.notFound(); // one of them was merged in this moment: whoever asked looks again
        }
    }

    /** In one order, whoever asks. */
    private boolean lockBoth(CustomerId one, CustomerId other) {
        return Stream.of(one, other)
                .sorted((left, right) -> left.value().compareTo(right.value()))
                .map(repository::lock)
                .toList()
                .stream()
                .allMatch(free -> free);
    }

    private CustomerId current(CustomerId id) {
        return repository.current(id).orElseThrow(CustomerProblem::notFound);
    }

    static void check(Caller by) {
        if (!by.may(MERGE)) {
            throw CustomerProblem.mergeNotYours();
        }
    }

    private static String words(String reason) {
        String words = reason.strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON) {
            throw CustomerProblem.reasonMissing();
        }
        return words;
    }
}

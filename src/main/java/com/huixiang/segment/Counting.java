package com.huixiang.segment;

import com.huixiang.kernel.Uuid7;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps facts, memberships and tags true: of the customers something has happened to at once, of those for whom time has
 * passed when it has, of everybody each night. One counts at a time in the whole house, so that nobody writes older
 * figures over newer ones.
 */
@Component
class Counting {

    private static final long ONE_AT_A_TIME = 0x0073_6567_0000L;
    private static final int BATCH = 500;
    private static final int MOST_ROUNDS = 5;
    private static final int FEWEST_BUYERS = 25;
    private static final Duration OVERLAP = Duration.ofSeconds(30);
    /** Sums of everybody stay in memory. For one transaction, and one such transaction at a time. */
    private static final String MEMORY = "set local work_mem = '64MB'";
    private static final OffsetDateTime FAR = OffsetDateTime.parse("9999-01-01T00:00:00Z");
    static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient sql;
    private final RuleRepository rules;
    private final CustomerStandards standards;
    private final Tagging tagging;
    private final Listening listening;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile Instant newSince;

    Counting(
            JdbcClient sql,
            RuleRepository rules,
            CustomerStandards standards,
            Tagging tagging,
            Listening listening,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.sql = sql;
        this.rules = rules;
        this.standards = standards;
        this.tagging = tagging;
        this.listening = listening;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.newSince = clock.instant().minus(Duration.ofDays(1));
    }

    // ---- Some customers --------------------------------------------------------------------------------------------

    /** Those whose orders or events have come. */
    void countHeard() {
        for (Set<UUID> some = listening.take(BATCH); !some.isEmpty(); some = listening.take(BATCH)) {
            try {
                count(some);
            } catch (RuntimeException failure) {
                listening.giveBack(some);
                throw failure;
            }
        }
    }

    /** Those that were written down, those for whom time has passed, and files that have been opened since. */
    void countDue() {
        Instant now = clock.instant();
        findNew(newSince.isBefore(now) ? newSince : now.minus(OVERLAP));
        newSince = now.minus(OVERLAP);
        while (Boolean.TRUE.equals(transaction.execute(status -> countSomeDue()))) {
            // the next batch
        }
    }

    /** Opening a file tells nobody: a visitor at the door must not wait for his figures. Ids stand in the order of time. */
    private void findNew(Instant since) {
        sql.sql("""
                insert into segment.due (customer_id, at)
                select c.id, :now from customer.customer c
                 where c.id >= :first and c.merged_into is null
                   and not exists (select from segment.facts f where f.customer_id = c.id)
                on conflict do nothing""")
                .param("now", utc(clock.instant()))
                .param("first", new UUID(since.toEpochMilli() << 16, 0))
                .update();
    }

    /** Whoever changes a file locks it first and then rings here; so the bells are taken down last. */
    private boolean countSomeDue() {
        lock();
        Map<UUID, Integer> rung = new HashMap<>();
        sql.sql("select customer_id, rung from segment.due order by at limit :most").param("most", BATCH).query((ResultSet row) -> {
            rung.put(row.getObject(1, UUID.class), row.getInt(2));
        });
        Set<UUID> some = new HashSet<>(rung.keySet());
        if (some.size() < BATCH) {
            some.addAll(sql.sql("select customer_id from segment.facts where changes_at <= :now order by changes_at limit :most")
                    .param("now", utc(clock.instant()))
                    .param("most", BATCH - some.size())
                    .query(UUID.class)
                    .list());
        }
        if (some.isEmpty()) {
            return false;
        }
        countInside(some);
        List<UUID> counted = List.copyOf(rung.keySet());
        sql.sql("""
                delete from segment.due d using unnest(:ids::uuid[], :rung::integer[]) as x(id, rung)
                 where d.customer_id = x.id and d.rung = x.rung""")
                .param("ids", counted.toArray(UUID[]::new))
                .param("rung", counted.stream().map(rung::get).toArray(Integer[]::new))
                .update();
        return some.size() >= BATCH;
    }

    void count(Collection<UUID> customers) {
        transaction.executeWithoutResult(status -> {
            lock();
            countInside(customers);
        });
    }

    /** A rule may ask for tags of other rules: whoever's tags change is measured again, as often as rules can follow one another. */
    private void countInside(Collection<UUID> customers) {
        List<Rule> kept = rules.kept();
        CustomerStandards.Version version = standards.current();
        Set<UUID> open = Set.copyOf(customers);
        for (int round = 0; round < MOST_ROUNDS && !open.isEmpty(); round++) {
            open = countOnce(open, kept, version);
        }
    }

    private record Moved(UUID customer, Set<Integer> before, Set<Integer> after, boolean firstOrder) {}

    private Set<UUID> countOnce(Set<UUID> customers, List<Rule> kept, CustomerStandards.Version version) {
        Instant now = clock.instant();
        Window window = new Window(now, version.thresholds().newForDays());
        Judgement judgement = new Judgement(FactsSql.ofAsked(), kept, version, edges(version.rfm()), now, true);
        List<Moved> moved = sql.sql(judgement.text() + """

                select customer_id, before, after, coalesce(orders_before, 0) = 0 and orders_after > 0 as first_order from written
                union all
                select customer_id, rules, '{}', false from gone""")
                .params(judgement.parameters())
                .param("ids", customers.toArray(UUID[]::new))
                .param("now", utc(now))
                .param("snapshot", FAR)
                .param("yearAgo", utc(window.yearAgo()))
                .param("quarterAgo", utc(window.quarterAgo()))
                .param("monthAgo", utc(window.monthAgo()))
                .param("newFor", window.newFor())
                .query((row, n) -> new Moved(
                        row.getObject("customer_id", UUID.class),
                        numbers(row.getArray("before")),
                        numbers(row.getArray("after")),
                        row.getBoolean("first_order")))
                .list();
        noteSizes(moved, now);
        if (moved.isEmpty()) {
            return Set.of();
        }
        Set<UUID> retagged = tagging.tell(moved.stream().map(Moved::customer).toList(), kept, version, now);
        boolean matters = kept.stream().anyMatch(rule -> rule.state() == Rule.State.ACTIVE && !rule.condition().tags().isEmpty());
        return matters ? retagged : Set.of();
    }

    private void noteSizes(List<Moved> moved, Instant now) {
        Map<Integer, Integer> more = new HashMap<>();
        int buyers = 0;
        for (Moved one : moved) {
            one.after().stream().filter(rule -> !one.before().contains(rule)).forEach(rule -> more.merge(rule, 1, Integer::sum));
            one.before().stream().filter(rule -> !one.after().contains(rule)).forEach(rule -> more.merge(rule, -1, Integer::sum));
            buyers += one.firstOrder() ? 1 : 0;
        }
        more.values().removeIf(change -> change == 0);
        if (!more.isEmpty()) {
            List<Integer> changed = List.copyOf(more.keySet());
            sql.sql("""
                    with sized as (
                        update segment.rule r set members = greatest(0, r.members + x.more)
                          from unnest(:rules::integer[], :more::integer[]) as x(id, more) where r.id = x.id
                        returning r.id, r.members)
                    insert into segment.trend (rule_id, day, members) select id, :day, members from sized
                    on conflict (rule_id, day) do update set members = excluded.members""")
                    .param("rules", changed.toArray(Integer[]::new))
                    .param("more", changed.stream().map(more::get).toArray(Integer[]::new))
                    .param("day", java.sql.Date.valueOf(now.atZone(HERE).toLocalDate()))
                    .update();
        }
        if (buyers > 0) {
            sql.sql("update segment.edges set fresh = fresh + ?").param(buyers).update();
        }
    }

    // ---- What was lost with a process ------------------------------------------------------------------------------

    /** Orders and events that were taken since the last look, of customers that nobody has counted since. */
    void findLost() {
        Instant now = clock.instant();
        OffsetDateTime since = sql.sql("select at from segment.watermark")
                .query(OffsetDateTime.class)
                .optional()
                .orElse(utc(now.minus(Duration.ofDays(1))));
        sql.sql("""
                insert into segment.due (customer_id, at)
                select lost.customer_id, :now
                  from (select o.customer_id from shop.order_mirror o left join segment.facts f on f.customer_id = o.customer_id
                         where o.taken_at > :since and o.customer_id is not null
                           and (f.customer_id is null or f.computed_at < o.taken_at)
                        union
                        select e.customer_id from journey.event e left join segment.facts f on f.customer_id = e.customer_id
                         where e.received_at > :since and (f.customer_id is null or f.computed_at < e.received_at)) lost
                 order by lost.customer_id
                on conflict do nothing""")
                .param("now", utc(now))
                .param("since", since)
                .update();
        sql.sql("insert into segment.watermark (at) values (:at) on conflict (one) do update set at = excluded.at")
                .param("at", utc(now.minus(OVERLAP)))
                .update();
        findNew(since.toInstant());
        countDue();
    }

    // ---- Everybody -------------------------------------------------------------------------------------------------

    /** Rules or standards are other ones now, or many new buyers have come: all facts are measured by them again. */
    void measureAgain() {
        transaction.executeWithoutResult(status -> {
            lock();
            CustomerStandards.Version version = standards.current();
            boolean edgesAreOld = edgesAreOld(version.rfm());
            if (edgesAreOld) {
                measureEdges();
            }
            boolean rulesAreNew = sql.sql("select exists (select from segment.rule where judged_at is null)")
                    .query(Boolean.class)
                    .single();
            if (edgesAreOld || rulesAreNew) {
                measure("select " + FactsSql.columns("") + " from segment.facts", version, clock.instant());
            }
        });
        tellUntold();
    }

    private boolean edgesAreOld(RfmStandard standard) {
        return standard.method() == RfmStandard.Method.QUINTILES
                && sql.sql("select at is null and fresh > 0 or fresh > greatest(20, buyers / 10) from segment.edges")
                        .query(Boolean.class)
                        .single();
    }

    private void measureEdges() {
        boolean all = standards.current().rfm().span() == RfmStandard.Span.ALL;
        sql.sql("""
                update segment.edges e
                   set at = :now, buyers = x.buyers, fresh = 0,
                       recency = coalesce(x.recency, '{}'), frequency = coalesce(x.frequency, '{}'), money = coalesce(x.money, '{}')
                  from (select count(*) as buyers,
                               percentile_disc(array[0.2, 0.4, 0.6, 0.8]) within group (
                                   order by ceil(extract(epoch from :now - last_order_at) / 86400)::integer) as recency,
                               percentile_disc(array[0.2, 0.4, 0.6, 0.8]) within group (order by {orders}::numeric) as frequency,
                               percentile_disc(array[0.2, 0.4, 0.6, 0.8]) within group (order by {spent}) as money
                          from segment.facts where last_order_at is not null) x"""
                        .replace("{orders}", all ? "orders" : "orders_year")
                        .replace("{spent}", all ? "spent" : "spent_year"))
                .param("now", utc(clock.instant()))
                .update();
    }

    Edges edges(RfmStandard standard) {
        return Edges.of(standard, sql.sql("select * from segment.edges where at is not null and buyers >= ?")
                .param(FEWEST_BUYERS)
                .query((row, n) -> new Edges(
                        List.of((Integer[]) row.getArray("recency").getArray()),
                        List.of((java.math.BigDecimal[]) row.getArray("frequency").getArray()),
                        List.of((java.math.BigDecimal[]) row.getArray("money").getArray()),
                        ">"))
                .optional()
                .orElse(null));
    }

    /** @param facts rows of facts that differed @param memberships memberships that differed @param samples a few, with both values */
    record Differences(int facts, int memberships, String samples) {}

    private Differences measure(String fresh, CustomerStandards.Version version, Instant snapshot) {
        sql.sql(MEMORY).update();
        Instant now = clock.instant();
        List<Rule> kept = rules.kept();
        Judgement judgement = new Judgement(fresh, kept, version, edges(version.rfm()), now, false);
        Differences found = sql.sql(judgement.text() + """
                , untold as (
                    insert into segment.untold (customer_id) select customer_id from written on conflict do nothing
                )
                select (select count(*) from written) as facts,
                       (select count(*) from joined) + (select count(*) from left_it) as memberships,
                       (select coalesce(jsonb_agg(to_jsonb(w)), '[]') from (
                            select * from written where before is not null limit 20) w) as samples""")
                .params(judgement.parameters())
                .param("now", utc(now))
                .param("snapshot", utc(snapshot))
                .query((row, n) -> new Differences(row.getInt("facts"), row.getInt("memberships"), row.getString("samples")))
                .single();
        sql.sql("""
                with sized as (
                    update segment.rule r set members = coalesce(x.members, 0), judged_at = :now
                      from segment.rule q left join (select rule_id, count(*) as members from segment.member group by rule_id) x
                        on x.rule_id = q.id
                     where r.id = q.id
                    returning r.id, r.members)
                insert into segment.trend (rule_id, day, members) select id, :day, members from sized
                on conflict (rule_id, day) do update set members = excluded.members""")
                .param("now", utc(now))
                .param("day", java.sql.Date.valueOf(now.atZone(HERE).toLocalDate()))
                .update();
        return found;
    }

    /** Sets the tags of whoever was measured with everybody, some at a time, so that nobody who was just served waits for it. */
    void tellUntold() {
        while (Boolean.TRUE.equals(transaction.execute(status -> tellSome()))) {
            // the next batch
        }
    }

    private boolean tellSome() {
        lock();
        List<UUID> some = sql.sql("""
                delete from segment.untold where customer_id in (select customer_id from segment.untold limit :most)
                returning customer_id""")
                .param("most", BATCH)
                .query(UUID.class)
                .list();
        if (some.isEmpty()) {
            return false;
        }
        List<Rule> kept = rules.kept();
        Set<UUID> retagged = tagging.tell(some, kept, standards.current(), clock.instant());
        if (!retagged.isEmpty()
                && kept.stream().anyMatch(rule -> rule.state() == Rule.State.ACTIVE && !rule.condition().tags().isEmpty())) {
            countInside(retagged);
        }
        return true;
    }

    /** What the nightly count found, and how long it took. */
    record Report(UUID id, Instant at, Duration took, int customers, Differences differences) {}

    /** P-04: counts everybody afresh from orders and events, corrects what is not so, and says what it was. */
    Report countEverybody() {
        countHeard();
        countDue();
        Instant snapshot = clock.instant();
        long began = System.nanoTime();
        Window window = new Window(snapshot, standards.current().thresholds().newForDays());
        transaction.executeWithoutResult(status -> {
            sql.sql(MEMORY).update();
            sql.sql("drop table if exists segment.fresh").update();
            sql.sql("create unlogged table segment.fresh as " + FactsSql.ofEverybody(window)).update();
        });
        sql.sql("analyze segment.fresh").update();
        Report report = transaction.execute(status -> {
            lock();
            Differences found = measure("select " + FactsSql.columns("") + " from segment.fresh", standards.current(), snapshot);
            int gone = sql.sql("""
                    with gone as (
                        delete from segment.facts f
                         where f.computed_at <= :snapshot and not exists (select from segment.fresh n where n.customer_id = f.customer_id)
                        returning f.customer_id)
                    delete from segment.member m using gone g where m.customer_id = g.customer_id""")
                    .param("snapshot", utc(snapshot))
                    .update();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            int customers = sql.sql("select count(*) from segment.fresh").query(Integer.class).single();
            Report made = new Report(
                    Uuid7.next(clock),
                    snapshot,
                    took,
                    customers,
                    new Differences(found.facts(), found.memberships() + gone, found.samples()));
            keep(made);
            return made;
        });
        sql.sql("drop table if exists segment.fresh").update();
        sql.sql("update segment.edges set at = null, fresh = fresh + 1").update();
        measureAgain();
        return java.util.Objects.requireNonNull(report);
    }

    private void keep(Report report) {
        sql.sql("""
                insert into segment.report (id, at, took_millis, customers, facts, memberships, samples)
                values (:id, :at, :took, :customers, :facts, :memberships, :samples::jsonb)""")
                .param("id", report.id())
                .param("at", utc(report.at()))
                .param("took", report.took().toMillis())
                .param("customers", report.customers())
                .param("facts", report.differences().facts())
                .param("memberships", report.differences().memberships())
                .param("samples", report.differences().samples())
                .update();
    }

    private void lock() {
        sql.sql("select pg_advisory_xact_lock(?)").param(ONE_AT_A_TIME).query(row -> {});
    }

    private static Set<Integer> numbers(@Nullable Array array) throws SQLException {
        return array == null ? Set.of() : new HashSet<>(List.of((Integer[]) array.getArray()));
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}

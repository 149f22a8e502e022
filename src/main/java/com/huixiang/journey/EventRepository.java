package com.huixiang.journey;

import com.huixiang.customer.CustomerId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Adds events; the ids decide which of them had come before, the roll-up of the funnel goes along. One writer at a time. */
@Repository
class EventRepository {

    /** The shop's day. */
    static final ZoneId SHOP = ZoneId.of("Asia/Shanghai");

    private static final int STEPS_REMEMBERED = 200_000;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final EventRows rows = new EventRows();
    private final Set<Taken> taken = new HashSet<>();

    EventRepository(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The customer took this step on this day at this site. */
    private record Taken(CustomerId customer, long day, Step step, String site) {}

    /** Marks the places of those that had come before; all others are in with this transaction. */
    synchronized BitSet add(List<Happening> events) {
        return jdbc.execute((ConnectionCallback<BitSet>) connection -> {
            BitSet again = seenBefore(connection, events);
            List<Happening> fresh = events;
            if (!again.isEmpty()) {
                fresh = new ArrayList<>(events.size());
                for (int at = again.nextClearBit(0); at < events.size(); at = again.nextClearBit(at + 1)) {
                    fresh.add(events.get(at));
                }
            }
            if (!fresh.isEmpty()) {
                rows.copy(connection, fresh);
                rollUp(connection, fresh);
            }
            return again;
        });
    }

    /**
     * The key decides, also between nodes: who comes second waits for the first to commit. All ask in the same order, so
     * that nobody waits for one another.
     */
    private BitSet seenBefore(Connection connection, List<Happening> events) throws SQLException {
        UUID[] ids = events.stream().map(Happening::id).sorted().toArray(UUID[]::new);
        BitSet again = new BitSet();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into journey.seen (id, day) select id, ? from unnest(?) as asked(id) on conflict do nothing returning id")) {
            insert.setObject(1, Months.day(clock.instant()));
            insert.setArray(2, connection.createArrayOf("uuid", ids));
            Set<UUID> fresh = new HashSet<>(ids.length * 2);
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    fresh.add(row.getObject(1, UUID.class));
                }
            }
            for (int at = 0; at < events.size(); at++) {
                again.set(at, !fresh.remove(events.get(at).id()));
            }
        }
        return again;
    }

    /** P-03: a step that was taken on this day is known already; most events of a visit cost nothing here. */
    private void rollUp(Connection connection, List<Happening> events) throws SQLException {
        List<Taken> news = new ArrayList<>();
        for (Happening event : events) {
            Step.of(event.name()).ifPresent(step -> {
                Taken one = new Taken(event.customer(), dayOf(event.at()).toEpochDay(), step, event.site());
                if (!taken.contains(one)) {
                    news.add(one);
                }
            });
        }
        if (news.isEmpty()) {
            return;
        }
        news.sort(Comparator.comparing((Taken one) -> one.customer().value())
                .thenComparing(Taken::day)
                .thenComparing(Taken::step)
                .thenComparing(Taken::site));
        try (PreparedStatement insert = connection.prepareStatement(
                """
                insert into journey.step (customer_id, day, step, site)
                select * from unnest(?::uuid[], ?::date[], ?::smallint[], ?::text[]) on conflict do nothing""")) {
            insert.setArray(1, connection.createArrayOf("uuid", news.stream().map(one -> one.customer().value()).toArray()));
            insert.setArray(2, connection.createArrayOf("date", news.stream().map(one -> LocalDate.ofEpochDay(one.day()).toString()).toArray()));
            insert.setArray(3, connection.createArrayOf("int2", news.stream().map(one -> one.step().number()).toArray()));
            insert.setArray(4, connection.createArrayOf("text", news.stream().map(Taken::site).toArray()));
            insert.executeUpdate();
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                remember(news);
            }
        });
    }

    private synchronized void remember(List<Taken> news) {
        if (taken.size() + news.size() > STEPS_REMEMBERED) {
            taken.clear();
        }
        taken.addAll(news);
    }

    /** Rows were moved or erased: what was taken is looked up again. */
    synchronized void forgetSteps() {
        taken.clear();
    }

    static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, SHOP);
    }
}

package com.huixiang.journey;

import com.huixiang.agenda.Agenda;
import com.huixiang.agenda.Duty;
import com.huixiang.conversation.ConversationTopics;
import com.huixiang.customer.CustomerEvent.CustomersMerged;
import com.huixiang.customer.CustomerEvent.CustomersParted;
import com.huixiang.customer.CustomerId;
import com.huixiang.push.LiveTopics;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * E-05: what a customer did follows his file when it becomes part of another one, in the same transaction, and goes back
 * when that is taken back. Each event carries the merges it moved with. An event that was on its way while the files
 * became one follows a little later.
 */
@Component
class Following implements Duty {

    /** Longer than anybody remembers whose file an id led to, and than a batch waits to be written. */
    private static final Duration STRAGGLERS_ARE_IN = Acquaintances.REMEMBERED.multipliedBy(2);

    private final JdbcClient sql;
    private final Agenda agenda;
    private final LiveTopics live;
    private final Acquaintances acquaintances;
    private final EventRepository repository;
    private final Clock clock;

    Following(
            JdbcClient sql,
            Agenda agenda,
            LiveTopics live,
            Acquaintances acquaintances,
            EventRepository repository,
            Clock clock) {
        this.sql = sql;
        this.agenda = agenda;
        this.live = live;
        this.acquaintances = acquaintances;
        this.repository = repository;
        this.clock = clock;
    }

    @EventListener
    void follow(CustomersMerged merged) {
        move(merged.merge().value(), merged.from(), merged.into());
        agenda.remind(name(), merged.merge().toString(), clock.instant().plus(STRAGGLERS_ARE_IN));
        afterwards(() -> {
            acquaintances.forget(merged.from());
            live.enrol(ConversationTopics.about(merged.from()), ConversationTopics.about(merged.into()));
        });
    }

    /** What came after the merge stays where it is. */
    @EventListener
    void part(CustomersParted parted) {
        sql.sql("""
                update journey.event
                   set customer_id = :from, came_by = nullif(came_by[1 : cardinality(came_by) - 1], '{}')
                 where customer_id = :into and came_by[cardinality(came_by)] = :merge""")
                .param("from", parted.from().value())
                .param("into", parted.into().value())
                .param("merge", parted.merge().value())
                .update();
        countAgain(parted.from(), parted.into());
        afterwards(() -> {
            acquaintances.forget(parted.into());
            live.dismiss(ConversationTopics.about(parted.from()), ConversationTopics.about(parted.into()));
        });
    }

    @Override
    public String name() {
        return "journey.stragglers";
    }

    @Override
    @Transactional
    public void fulfil(String key) {
        record Merged(CustomerId from, CustomerId into) {}
        UUID merge = UUID.fromString(key);
        sql.sql("select from_id, into_id from customer.merge where id = ? and undone_at is null")
                .param(merge)
                .query((row, n) -> new Merged(
                        new CustomerId(row.getObject(1, UUID.class)), new CustomerId(row.getObject(2, UUID.class))))
                .optional()
                .ifPresent(merged -> move(merge, merged.from(), merged.into()));
    }

    private void move(UUID merge, CustomerId from, CustomerId into) {
        int moved = sql.sql("update journey.event set customer_id = :into, came_by = came_by || :merge::uuid where customer_id = :from")
                .param("into", into.value())
                .param("from", from.value())
                .param("merge", merge)
                .update();
        if (moved > 0) {
            countAgain(from, into);
        }
    }

    /** P-03: the roll-up of these two is written again from their events. */
    private void countAgain(CustomerId one, CustomerId other) {
        sql.sql("delete from journey.step where customer_id in (:one, :other)")
                .param("one", one.value())
                .param("other", other.value())
                .update();
        sql.sql("""
                insert into journey.step (customer_id, day, step, site)
                select distinct customer_id, (at at time zone 'Asia/Shanghai')::date,
                       case name when 'Product Added' then 2 when 'Order Completed' then 4 else 1 end, site
                  from journey.event
                 where customer_id in (:one, :other)
                   and name in ('Page Viewed', 'Product Viewed', 'Product Added', 'Order Completed')
                on conflict do nothing""")
                .param("one", one.value())
                .param("other", other.value())
                .update();
        afterwards(repository::forgetSteps);
    }

    private static void afterwards(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}

package com.huixiang.segment;

import com.huixiang.customer.CustomerEvent.CustomerChanged;
import com.huixiang.customer.CustomerEvent.CustomersChanged;
import com.huixiang.customer.CustomerEvent.CustomersMerged;
import com.huixiang.customer.CustomerEvent.CustomersParted;
import com.huixiang.customer.CustomerId;
import com.huixiang.journey.JourneyEvent.EventsTaken;
import com.huixiang.order.OrderEvent.OrdersTaken;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Hears whose facts may have changed. Changes of files are written down in the transaction that makes them. Orders and
 * events come in crowds and are only remembered; what is forgotten with the process is found again by when it was taken.
 */
@Component
class Listening {

    /** Bound while tags and worth are written: that news is our own. */
    static final ScopedValue<Boolean> OURS = ScopedValue.newInstance();

    private final Set<UUID> heard = ConcurrentHashMap.newKeySet();
    private final JdbcClient sql;
    private final Alarm alarm;
    private final Clock clock;

    Listening(JdbcClient sql, Alarm alarm, Clock clock) {
        this.sql = sql;
        this.alarm = alarm;
        this.clock = clock;
    }

    @EventListener
    void on(OrdersTaken news) {
        news.customers().forEach(customer -> heard.add(customer.value()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(EventsTaken news) {
        news.customers().forEach(customer -> heard.add(customer.value()));
    }

    @EventListener
    void on(CustomerChanged news) {
        writeDown(Set.of(news.id()));
    }

    @EventListener
    void on(CustomersChanged news) {
        writeDown(news.ids());
    }

    /** E-05: the file that is left has no facts any more, the one that stays has those of both. */
    @EventListener
    void on(CustomersMerged news) {
        writeDown(Set.of(news.from(), news.into()));
    }

    @EventListener
    void on(CustomersParted news) {
        writeDown(Set.of(news.from(), news.into()));
    }

    private void writeDown(Collection<CustomerId> customers) {
        if (OURS.isBound() || customers.isEmpty()) {
            return;
        }
        sql.sql("""
                insert into segment.due as d (customer_id, at)
                select distinct id, :now::timestamptz from unnest(:ids::uuid[]) as id order by id
                on conflict (customer_id) do update set rung = d.rung + 1""")
                .param("ids", customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        alarm.somebodyIsDue();
    }

    /** At most so many; they are forgotten here. */
    Set<UUID> take(int most) {
        Set<UUID> taken = new HashSet<>();
        for (UUID customer : heard) {
            if (taken.size() == most) {
                break;
            }
            if (heard.remove(customer)) {
                taken.add(customer);
            }
        }
        return taken;
    }

    /** It did not work; another time. */
    void giveBack(Collection<UUID> customers) {
        heard.addAll(customers);
    }
}

package com.huixiang.journey;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Perishable;
import com.huixiang.customer.PersonalData;
import com.huixiang.customer.TimelineEntry.Words;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** P-08: what a person did goes into his archive, is erased with him, and is forgotten after its time. */
@Component
class JourneyPrivacy implements PersonalData, Perishable {

    private static final int TWO_YEARS = 730;

    private final JdbcClient sql;
    private final Acquaintances acquaintances;
    private final EventRepository repository;

    JourneyPrivacy(JdbcClient sql, Acquaintances acquaintances, EventRepository repository) {
        this.sql = sql;
        this.acquaintances = acquaintances;
        this.repository = repository;
    }

    @Override
    public Set<String> tables() {
        return Set.of("journey.event", "journey.step");
    }

    @Override
    public List<Section> sections() {
        return List.of(new Section(
                "events",
                "浏览与行为",
                "Behaviour",
                """
                select at, name, sku, site, coalesce(properties ->> 'title', title) as title,
                       coalesce(properties ->> 'url', url) as url, properties, received_at
                  from journey.event where customer_id = :customer order by at"""));
    }

    @Override
    public Map<String, Integer> erase(CustomerId customer) {
        int events = sql.sql("delete from journey.event where customer_id = ?").param(customer.value()).update();
        sql.sql("delete from journey.step where customer_id = ?").param(customer.value()).update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                acquaintances.forget(customer);
                repository.forgetSteps();
            }
        });
        return Map.of("events", events);
    }

    @Override
    public String kind() {
        return "journey.events";
    }

    @Override
    public Words title() {
        return new Words("浏览与行为事件", "Behaviour events");
    }

    @Override
    public Integer preset() {
        return TWO_YEARS;
    }

    /** The steps of the funnel say nothing about a person any more once his events are gone, but they are his. */
    @Override
    @Transactional
    public int forget(Instant before, int most) {
        int forgotten = sql.sql(
                        """
                        delete from journey.event where (customer_id, at, id) in
                               (select customer_id, at, id from journey.event where at < ? limit ?)""")
                .params(Timestamp.from(before), most)
                .update();
        if (forgotten < most) {
            sql.sql("delete from journey.step where day < ?").param(EventRepository.dayOf(before)).update();
        }
        return forgotten;
    }
}

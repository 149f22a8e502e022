package com.huixiang.customer;

import com.huixiang.kernel.Uuid7;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Two files become one (E-05). What moved is written down with the reason, so that it can be moved back. */
@Component
class CustomerMerge {

    private final JdbcClient jdbc;
    private final Clock clock;

    CustomerMerge(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void merge(CustomerId from, CustomerId into, String reason) {
        writeDown(from, into, reason);
        moveIdentities(from, into);
        moveTags(from, into);
        moveNotes(from, into);
        fillGaps(from, into);
        pointTo(from, into);
    }

    private void writeDown(CustomerId from, CustomerId into, String reason) {
        jdbc.sql("""
                insert into customer.merge (id, from_id, into_id, reason, at, moved)
                values (:id, :from, :into, :reason, :now, jsonb_build_object(
                    'identities', (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'value', value)), '[]')
                                   from customer.identity where customer_id = :from),
                    'tags', (select coalesce(jsonb_agg(name), '[]') from customer.tag where customer_id = :from),
                    'notes', (select coalesce(jsonb_agg(id), '[]') from customer.note where customer_id = :from)))
                """)
                .param("id", Uuid7.next(clock))
                .param("from", from.value())
                .param("into", into.value())
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private void moveIdentities(CustomerId from, CustomerId into) {
        update("update customer.identity set customer_id = :into where customer_id = :from", from, into);
    }

    /** A tag that both files have keeps the story of the file that stays. */
    private void moveTags(CustomerId from, CustomerId into) {
        update("""
                with moving as (delete from customer.tag where customer_id = :from returning *)
                insert into customer.tag (customer_id, name, by_id, by_name, reason, at)
                select :into, name, by_id, by_name, reason, at from moving
                on conflict (customer_id, name) do nothing
                """, from, into);
    }

    private void moveNotes(CustomerId from, CustomerId into) {
        update("update customer.note set customer_id = :into where customer_id = :from", from, into);
    }

    /** What the staying file does not know, it learns from the other one. */
    private void fillGaps(CustomerId from, CustomerId into) {
        update("""
                update customer.customer c
                set phone = coalesce(c.phone, f.phone),
                    email = coalesce(c.email, f.email),
                    avatar = coalesce(c.avatar, f.avatar),
                    created_at = least(c.created_at, f.created_at),
                    last_seen_at = greatest(c.last_seen_at, f.last_seen_at)
                from customer.customer f
                where c.id = :into and f.id = :from
                """, from, into);
    }

    /** Files that were merged into this one before are led on as well, so that one step always reaches the end. */
    private void pointTo(CustomerId from, CustomerId into) {
        update("update customer.customer set merged_into = :into where id = :from or merged_into = :from", from, into);
    }

    private void update(String sql, CustomerId from, CustomerId into) {
        jdbc.sql(sql).param("from", from.value()).param("into", into.value()).update();
    }
}

package com.huixiang.customer;

import com.huixiang.kernel.Uuid7;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Two files become one, and two again (E-05). What moved is written down with the reason, so that it can be moved back. */
@Component
class CustomerMerge {

    private final JdbcClient jdbc;
    private final Clock clock;

    CustomerMerge(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    MergeId merge(CustomerId from, CustomerId into, String reason, Author by) {
        MergeId id = writeDown(from, into, reason, by);
        moveIdentities(from, into);
        moveTags(from, into);
        moveNotes(from, into);
        moveFields(from, into);
        moveRest(from, into);
        fillGaps(id, from, into);
        pointTo(from, into);
        return id;
    }

    private MergeId writeDown(CustomerId from, CustomerId into, String reason, Author by) {
        MergeId id = new MergeId(Uuid7.next(clock));
        jdbc.sql("""
                insert into customer.merge (id, from_id, into_id, reason, at, by_id, by_name, moved)
                values (:id, :from, :into, :reason, :now, :by, :byName, jsonb_build_object(
                    'identities', (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'value', value)), '[]')
                                   from customer.identity where customer_id = :from),
                    'tags', (select coalesce(jsonb_agg(name), '[]') from customer.tag where customer_id = :from),
                    'tagRows', (select coalesce(jsonb_agg(to_jsonb(t) - 'customer_id' || jsonb_build_object('both',
                                           exists (select from customer.tag other
                                                   where other.customer_id = :into and other.name = t.name))), '[]')
                                from customer.tag t where t.customer_id = :from),
                    'notes', (select coalesce(jsonb_agg(id), '[]') from customer.note where customer_id = :from),
                    'fieldRows', (select coalesce(jsonb_agg(to_jsonb(v) - 'customer_id' || jsonb_build_object('both',
                                             exists (select from customer.field_value other
                                                     where other.customer_id = :into and other.field = v.field
                                                       and other.source = v.source))), '[]')
                                  from customer.field_value v where v.customer_id = :from),
                    'consents', (select coalesce(jsonb_agg(id), '[]') from customer.consent where customer_id = :from),
                    'contactPeople', (select coalesce(jsonb_agg(id), '[]')
                                      from customer.contact_person where customer_id = :from),
                    'led', (select coalesce(jsonb_agg(id), '[]') from customer.customer where merged_into = :from)))
                """)
                .param("id", id.value())
                .param("from", from.value())
                .param("into", into.value())
                .param("reason", reason)
                .param("by", by.id(), Types.OTHER)
                .param("byName", by.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    private void moveIdentities(CustomerId from, CustomerId into) {
        update("update customer.identity set customer_id = :into where customer_id = :from", from, into);
    }

    /** A tag that both files have keeps the story of the file that stays. */
    private void moveTags(CustomerId from, CustomerId into) {
        update("""
                with moving as (delete from customer.tag where customer_id = :from returning *)
                insert into customer.tag (customer_id, name, by_id, by_name, reason, at, rule_id, facts, why_zh, why_en)
                select :into, name, by_id, by_name, reason, at, rule_id, facts, why_zh, why_en from moving
                on conflict (customer_id, name) do nothing
                """, from, into);
    }

    private void moveNotes(CustomerId from, CustomerId into) {
        update("update customer.note set customer_id = :into where customer_id = :from", from, into);
    }

    /** When a source has said something of both, the file that stays keeps what it said of him. */
    private void moveFields(CustomerId from, CustomerId into) {
        update("""
                with moving as (delete from customer.field_value where customer_id = :from returning *)
                insert into customer.field_value (customer_id, field, source, standing, value, at, by_id, by_name)
                select :into, field, source, standing, value, at, by_id, by_name from moving
                on conflict (customer_id, field, source) do nothing
                """, from, into);
    }

    private void moveRest(CustomerId from, CustomerId into) {
        update("update customer.consent set customer_id = :into where customer_id = :from", from, into);
        update("update customer.contact_person set customer_id = :into where customer_id = :from", from, into);
    }

    /** What the staying file does not know, it learns from the other one; how it was before and after is written down. */
    private void fillGaps(MergeId merge, CustomerId from, CustomerId into) {
        jdbc.sql("""
                with filled as (
                    update customer.customer c
                    set name = coalesce(known.name, c.name),
                        phone = coalesce(known.phone, c.phone, f.phone),
                        email = coalesce(known.email, c.email, f.email),
                        avatar = coalesce(c.avatar, f.avatar),
                        created_at = least(c.created_at, f.created_at),
                        last_seen_at = greatest(c.last_seen_at, f.last_seen_at)
                    from customer.customer f,
                         (select max(value) filter (where field = 'name') as name,
                                 max(value) filter (where field = 'phone') as phone,
                                 max(value) filter (where field = 'email') as email
                            from (select distinct on (field) field, nullif(value, '') as value
                                    from customer.field_value
                                   where customer_id = :into and field in ('name', 'phone', 'email')
                                   order by field, standing desc, at desc, source) as counts) as known
                    where c.id = :into and f.id = :from
                    returning to_jsonb(old) as before, to_jsonb(new) as after
                )
                update customer.merge m
                set moved = m.moved || jsonb_build_object('before', filled.before, 'after', filled.after)
                from filled where m.id = :merge
                """)
                .param("merge", merge.value())
                .param("from", from.value())
                .param("into", into.value())
                .update();
    }

    /** Files that were merged into this one before are led on as well, so that one step always reaches the end. */
    private void pointTo(CustomerId from, CustomerId into) {
        update("update customer.customer set merged_into = :into where id = :from or merged_into = :from", from, into);
    }

    private void update(String sql, CustomerId from, CustomerId into) {
        jdbc.sql(sql).param("from", from.value()).param("into", into.value()).update();
    }

    /**
     * Moves back what moved and is still there. What came after the merge stays with the file it was written into; a
     * value that was changed since is left alone.
     */
    void part(MergeId merge) {
        jdbc.sql("""
                update customer.identity i set customer_id = m.from_id
                from customer.merge m, jsonb_to_recordset(m.moved -> 'identities') as was(kind text, value text)
                where m.id = :merge and i.kind = was.kind and i.value = was.value and i.customer_id = m.into_id
                """).param("merge", merge.value()).update();
        jdbc.sql("""
                delete from customer.tag t
                using customer.merge m, jsonb_to_recordset(m.moved -> 'tagRows') as was(name text, at timestamptz, "both" boolean)
                where m.id = :merge and not was."both" and t.customer_id = m.into_id and t.name = was.name and t.at = was.at
                """).param("merge", merge.value()).update();
        jdbc.sql("""
                insert into customer.tag (customer_id, name, by_id, by_name, reason, at, rule_id, facts, why_zh, why_en)
                select m.from_id, was.name, was.by_id, was.by_name, was.reason, was.at, was.rule_id, was.facts, was.why_zh,
                       was.why_en
                from customer.merge m, jsonb_to_recordset(m.moved -> 'tagRows')
                     as was(name text, by_id uuid, by_name text, reason text, at timestamptz, rule_id text, facts jsonb,
                            why_zh text, why_en text)
                where m.id = :merge
                on conflict (customer_id, name) do nothing
                """).param("merge", merge.value()).update();
        jdbc.sql("""
                update customer.note n set customer_id = m.from_id
                from customer.merge m, jsonb_array_elements_text(m.moved -> 'notes') as was(id)
                where m.id = :merge and n.id = was.id::uuid and n.customer_id = m.into_id
                """).param("merge", merge.value()).update();
        partFields(merge);
        partRest(merge);
        emptyGaps(merge);
        jdbc.sql("""
                update customer.customer c
                set merged_into = case when c.id = m.from_id then null else m.from_id end
                from customer.merge m
                where m.id = :merge and c.merged_into = m.into_id
                  and (c.id = m.from_id or m.moved -> 'led' @> to_jsonb(c.id::text))
                """).param("merge", merge.value()).update();
    }

    private void partFields(MergeId merge) {
        jdbc.sql("""
                delete from customer.field_value v
                using customer.merge m, jsonb_to_recordset(m.moved -> 'fieldRows')
                      as was(field text, source text, value text, at timestamptz, "both" boolean)
                where m.id = :merge and not was."both" and v.customer_id = m.into_id
                  and v.field = was.field and v.source = was.source and v.value = was.value and v.at = was.at
                """).param("merge", merge.value()).update();
        jdbc.sql("""
                insert into customer.field_value (customer_id, field, source, standing, value, at, by_id, by_name)
                select m.from_id, was.field, was.source, was.standing, was.value, was.at, was.by_id, was.by_name
                from customer.merge m, jsonb_to_recordset(m.moved -> 'fieldRows')
                     as was(field text, source text, standing smallint, value text, at timestamptz, by_id uuid, by_name text)
                where m.id = :merge
                on conflict (customer_id, field, source) do nothing
                """).param("merge", merge.value()).update();
    }

    private void partRest(MergeId merge) {
        jdbc.sql("""
                update customer.consent c set customer_id = m.from_id
                from customer.merge m, jsonb_array_elements_text(m.moved -> 'consents') as was(id)
                where m.id = :merge and c.id = was.id::uuid and c.customer_id = m.into_id
                """).param("merge", merge.value()).update();
        jdbc.sql("""
                update customer.contact_person p set customer_id = m.from_id
                from customer.merge m, jsonb_array_elements_text(m.moved -> 'contactPeople') as was(id)
                where m.id = :merge and p.id = was.id::uuid and p.customer_id = m.into_id
                """).param("merge", merge.value()).update();
    }

    private void emptyGaps(MergeId merge) {
        jdbc.sql("""
                update customer.customer c
                set name = case when c.name = after.name then before.name else c.name end,
                    phone = case when c.phone is not distinct from after.phone then before.phone else c.phone end,
                    email = case when c.email is not distinct from after.email then before.email else c.email end,
                    avatar = case when c.avatar is not distinct from after.avatar then before.avatar else c.avatar end,
                    created_at = before.created_at,
                    last_seen_at = case when c.last_seen_at = after.last_seen_at then before.last_seen_at
                                        else c.last_seen_at end
                from customer.merge m,
                     jsonb_to_record(m.moved -> 'before') as before(name text, phone text, email text, avatar text,
                                                                    created_at timestamptz, last_seen_at timestamptz),
                     jsonb_to_record(m.moved -> 'after') as after(name text, phone text, email text, avatar text,
                                                                  created_at timestamptz, last_seen_at timestamptz)
                where m.id = :merge and c.id = m.into_id and jsonb_exists(m.moved, 'before')
                """).param("merge", merge.value()).update();
    }
}

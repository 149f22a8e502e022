package com.huixiang.customer;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of customers, one row for each source. The file's own columns follow whatever counts. */
@Repository
class FieldRepository {

    private final JdbcClient jdbc;

    FieldRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Value(String field, String value, Standing standing, String source, Instant at, @Nullable String by) {}

    /** What counts first, for each field. */
    List<Value> of(CustomerId customer) {
        return jdbc.sql("""
                select * from customer.field_value where customer_id = :id
                 order by field, standing desc, at desc, source
                """)
                .param("id", customer.value())
                .query((row, n) -> new Value(
                        row.getString("field"),
                        row.getString("value"),
                        Standing.of(row.getInt("standing")),
                        row.getString("source"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_name")))
                .list();
    }

    /** A source's word replaces its own older one. Returns how many values are new or other than before. */
    int write(Collection<Learned> values, @Nullable Author by) {
        return jdbc.sql("""
                with said as (
                    select distinct on (id, field, source) *
                      from unnest(:ids::uuid[], :fields::text[], :values::text[], :standings::int[], :sources::text[],
                                  :ats::timestamptz[]) as a(id, field, value, standing, source, at)
                     order by id, field, source, at desc
                )
                insert into customer.field_value as v
                       (customer_id, field, source, standing, value, at, by_id, by_name)
                select coalesce(c.merged_into, c.id), a.field, a.source, a.standing, a.value, a.at, :by::uuid, :byName
                  from said a join customer.customer c on c.id = a.id
                 order by 1, 2, 3
                on conflict (customer_id, field, source) do update
                   set value = excluded.value, standing = excluded.standing, at = excluded.at,
                       by_id = excluded.by_id, by_name = excluded.by_name
                 where (v.value, v.standing) is distinct from (excluded.value, excluded.standing) and v.at <= excluded.at
                """)
                .param("ids", values.stream().map(each -> each.customer().value()).toArray(UUID[]::new))
                .param("fields", values.stream().map(Learned::field).toArray(String[]::new))
                .param("values", values.stream().map(Learned::value).toArray(String[]::new))
                .param("standings", values.stream().map(each -> each.standing().rank()).toArray(Integer[]::new))
                .param("sources", values.stream().map(Learned::source).toArray(String[]::new))
                .param("ats", values.stream().map(each -> each.at().toString()).toArray(String[]::new))
                .param("by", by == null || by.id() == null ? null : by.id().toString())
                .param("byName", by == null ? null : by.name())
                .update();
    }

    void forget(CustomerId customer, String field, String source) {
        jdbc.sql("delete from customer.field_value where customer_id = :id and field = :field and source = :source")
                .param("id", customer.value())
                .param("field", field)
                .param("source", source)
                .update();
    }

    /** Name, telephone number and address in the file are whatever counts now. Returns whose file is another one. */
    List<CustomerId> settle(Collection<CustomerId> customers) {
        return jdbc.sql("""
                with counts as (
                    select distinct on (customer_id, field) customer_id, field, nullif(value, '') as value
                      from customer.field_value
                     where customer_id = any(:ids::uuid[]) and field in ('name', 'phone', 'email')
                     order by customer_id, field, standing desc, at desc, source
                ), best as (
                    select c.id,
                           coalesce((select value from counts where customer_id = c.id and field = 'name'), c.name) as name,
                           case when exists (select from counts where customer_id = c.id and field = 'phone')
                                then (select value from counts where customer_id = c.id and field = 'phone')
                                else c.phone end as phone,
                           case when exists (select from counts where customer_id = c.id and field = 'email')
                                then (select value from counts where customer_id = c.id and field = 'email')
                                else c.email end as email
                      from customer.customer c where c.id = any(:ids::uuid[])
                     order by c.id
                       for no key update of c
                )
                update customer.customer c set name = best.name, phone = best.phone, email = best.email
                  from best
                 where c.id = best.id
                   and (c.name, c.phone, c.email) is distinct from (best.name, best.phone, best.email)
                returning c.id
                """)
                .param("ids", customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .query((row, n) -> new CustomerId(row.getObject(1, UUID.class)))
                .list();
    }
}

package com.huixiang.customer;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Many customers in one statement, for imports, events and rules. Rows are locked in one order. */
@Repository
class CustomerCrowd {

    private final JdbcClient jdbc;

    CustomerCrowd(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param differs the source says something new @param unlinked it names a contact the file is not known by */
    record Met(Identity identity, CustomerId customer, boolean fresh, boolean differs, boolean unlinked) {}

    /**
     * Who is known is found, who is not gets a file, in one statement. An identity that somebody else makes at the same
     * moment is missing in the answer: it is there the next time one asks.
     */
    List<Met> meet(List<Recognition> lines, List<CustomerId> fresh, Instant now) {
        return jdbc.sql("""
                with asked as (
                    select * from unnest(:kinds::text[], :values::text[], :ids::uuid[], :names::text[], :strangers::text[],
                                         :avatars::text[], :levels::text[], :phones::text[], :emails::text[],
                                         :sources::text[], :seen::timestamptz[])
                      as a(kind, value, id, name, stranger, avatar, level, phone, email, source, seen)
                ), fresh as (
                    insert into customer.identity (kind, value, customer_id, source, at)
                    select a.kind, a.value, a.id, a.source, :now
                      from asked a
                     where not exists (select from customer.identity i where i.kind = a.kind and i.value = a.value)
                     order by a.kind, a.value
                    on conflict (kind, value) do nothing
                    returning kind, value, customer_id
                ), made as (
                    insert into customer.customer
                           (id, name, avatar, level, phone, email, source, created_at, last_seen_at)
                    select a.id, coalesce(a.name, a.stranger), a.avatar, coalesce(a.level, 'ORDINARY'), a.phone, a.email,
                           a.source, least(a.seen, :now), a.seen
                      from fresh f join asked a on a.id = f.customer_id
                )
                select a.kind, a.value, i.customer_id, false as fresh,
                       a.name <> c.name or a.avatar is not null and a.avatar is distinct from c.avatar
                           or a.level <> c.level
                           or a.phone is not null and a.phone is distinct from c.phone
                           or a.email is not null and a.email is distinct from c.email
                           or a.seen > c.last_seen_at + interval '1 minute' as differs,
                       a.phone is not null and not exists (
                           select from customer.identity p
                            where p.kind = 'PHONE' and p.value = a.phone and p.customer_id = c.id)
                       or a.email is not null and not exists (
                           select from customer.identity e
                            where e.kind = 'EMAIL' and e.value = a.email and e.customer_id = c.id) as unlinked
                  from asked a
                  join customer.identity i on i.kind = a.kind and i.value = a.value
                  join customer.customer c on c.id = i.customer_id
                union all
                select f.kind, f.value, f.customer_id, true, false, a.phone is not null or a.email is not null
                  from fresh f join asked a on a.id = f.customer_id
                """)
                .param("kinds", texts(lines, line -> line.identity().kind().name()))
                .param("values", texts(lines, line -> line.identity().value()))
                .param("ids", ids(fresh))
                .param("names", texts(lines, line -> line.facts().name()))
                .param("strangers", texts(fresh, CustomerRepository::nameOfStranger))
                .param("avatars", texts(lines, line -> line.facts().avatar()))
                .param("levels", texts(lines, CustomerCrowd::level))
                .param("phones", texts(lines, line -> line.facts().phone()))
                .param("emails", texts(lines, line -> line.facts().email()))
                .param("sources", texts(lines, line -> line.facts().source()))
                .param("seen", times(lines, now))
                .param("now", Timestamp.from(now))
                .query((row, n) -> new Met(
                        new Identity(Identity.Kind.valueOf(row.getString(1)), row.getString(2)),
                        new CustomerId(row.getObject(3, UUID.class)),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        row.getBoolean(6)))
                .list();
    }

    /** Returns of whom something is new, not only the time. */
    Set<CustomerId> learn(Map<CustomerId, Recognition> news, Instant now) {
        List<Recognition> lines = List.copyOf(news.values());
        return new HashSet<>(jdbc.sql("""
                with asked as (
                    select * from unnest(:ids::uuid[], :names::text[], :avatars::text[], :levels::text[], :phones::text[],
                                         :emails::text[], :standings::int[], :seen::timestamptz[])
                      as a(id, name, avatar, level, phone, email, standing, seen)
                ), better as (
                    select distinct v.customer_id, v.field
                      from customer.field_value v join asked a on a.id = v.customer_id
                     where v.field in ('name', 'phone', 'email')
                       and (v.standing > a.standing or v.standing = a.standing and v.at > a.seen)
                ), locked as (
                    select id from customer.customer where id = any(:ids::uuid[]) order by id for no key update
                ), met as (
                    update customer.customer c
                       set last_seen_at = greatest(c.last_seen_at, a.seen),
                           name = case when (c.id, 'name') in (select customer_id, field from better) then c.name
                                       else coalesce(a.name, c.name) end,
                           avatar = coalesce(a.avatar, c.avatar),
                           level = coalesce(a.level, c.level),
                           phone = case when (c.id, 'phone') in (select customer_id, field from better) then c.phone
                                        else coalesce(a.phone, c.phone) end,
                           email = case when (c.id, 'email') in (select customer_id, field from better) then c.email
                                        else coalesce(a.email, c.email) end
                      from locked join asked a on a.id = locked.id
                     where c.id = locked.id
                    returning c.id, (old.name, old.avatar, old.level, old.phone, old.email)
                              is distinct from (new.name, new.avatar, new.level, new.phone, new.email) as changed
                )
                select id from met where changed
                """)
                .param("ids", ids(news.keySet()))
                .param("names", texts(lines, line -> line.facts().name()))
                .param("avatars", texts(lines, line -> line.facts().avatar()))
                .param("levels", texts(lines, CustomerCrowd::level))
                .param("phones", texts(lines, line -> line.facts().phone()))
                .param("emails", texts(lines, line -> line.facts().email()))
                .param("standings", standings(lines))
                .param("seen", times(lines, now))
                .query((row, n) -> new CustomerId(row.getObject(1, UUID.class)))
                .list());
    }

    /** A contact that somebody vouches for, and the source that names it. */
    record Contact(CustomerId customer, Identity identity, String source) {}

    /** The source's earlier contact of this kind is given up; one that belongs to another file stays there. */
    void link(Collection<Contact> contacts, Instant now) {
        jdbc.sql("""
                with asked as (
                    select * from unnest(:ids::uuid[], :kinds::text[], :values::text[], :sources::text[])
                      as a(id, kind, value, source)
                ), gone as (
                    delete from customer.identity i
                     using asked a
                     where i.customer_id = a.id and i.kind = a.kind and i.source = a.source
                       and not exists (select from asked b where b.id = a.id and b.kind = i.kind and b.value = i.value)
                )
                insert into customer.identity (kind, value, customer_id, source, at)
                select distinct on (kind, value) kind, value, id, source, :now from asked order by kind, value, id
                on conflict (kind, value) do nothing
                """)
                .param("ids", contacts.stream().map(each -> each.customer().value()).toArray(UUID[]::new))
                .param("kinds", texts(contacts, each -> each.identity().kind().name()))
                .param("values", texts(contacts, each -> each.identity().value()))
                .param("sources", texts(contacts, Contact::source))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Returns who has a tag he did not have. A tag that a person or another rule set keeps its story. */
    Set<CustomerId> tag(String rule, Author author, Collection<RuleTag> tags, Instant now) {
        return new HashSet<>(jdbc.sql("""
                with asked as (
                    select distinct on (id, name) *
                      from unnest(:ids::uuid[], :names::text[], :facts::text[], :zh::text[], :en::text[])
                        as a(id, name, facts, zh, en)
                     order by id, name
                ), written as (
                    insert into customer.tag as t (customer_id, name, by_name, at, rule_id, facts, why_zh, why_en)
                    select coalesce(c.merged_into, c.id), a.name, :byName, :now, :rule, a.facts::jsonb, a.zh, a.en
                      from asked a join customer.customer c on c.id = a.id
                     order by 1, 2
                    on conflict (customer_id, name) do update
                       set facts = excluded.facts, why_zh = excluded.why_zh, why_en = excluded.why_en
                     where t.rule_id = excluded.rule_id and t.facts is distinct from excluded.facts
                    returning t.customer_id, old.customer_id is null as fresh
                )
                select distinct customer_id from written where fresh
                """)
                .param("ids", tags.stream().map(each -> each.customer().value()).toArray(UUID[]::new))
                .param("names", texts(tags, RuleTag::name))
                .param("facts", texts(tags, RuleTag::facts))
                .param("zh", texts(tags, RuleTag::whyZh))
                .param("en", texts(tags, RuleTag::whyEn))
                .param("rule", rule)
                .param("byName", author.name())
                .param("now", Timestamp.from(now))
                .query((row, n) -> new CustomerId(row.getObject(1, UUID.class)))
                .list());
    }

    /** @param name null takes away whatever tags the rule gave */
    Set<CustomerId> untag(String rule, @Nullable String name, Collection<CustomerId> customers) {
        return new HashSet<>(jdbc.sql("""
                with gone as (
                    delete from customer.tag
                     where rule_id = :rule and customer_id = any(:ids::uuid[]) and (:name::text is null or name = :name)
                    returning customer_id
                )
                select distinct customer_id from gone
                """)
                .param("rule", rule)
                .param("name", name)
                .param("ids", ids(customers))
                .query((row, n) -> new CustomerId(row.getObject(1, UUID.class)))
                .list());
    }

    int untagAll(String rule) {
        return jdbc.sql("delete from customer.tag where rule_id = :rule")
                .param("rule", rule)
                .update();
    }

    /** Returns whose value is another one now. */
    Set<CustomerId> appraise(Collection<Appraisal> appraisals, Instant now) {
        return new HashSet<>(jdbc.sql("""
                with asked as (
                    select distinct on (coalesce(c.merged_into, c.id)) coalesce(c.merged_into, c.id) as id, a.value, a.why
                      from unnest(:ids::uuid[], :values::text[], :whys::text[]) as a(id, value, why)
                      join customer.customer c on c.id = a.id
                     order by 1
                ), locked as (
                    select c.id from customer.customer c join asked a on a.id = c.id
                     where (c.appraisal, c.appraised_why) is distinct from (a.value, a.why)
                     order by c.id for no key update of c
                ), written as (
                    update customer.customer c
                       set appraisal = a.value, appraised_why = a.why, appraised_at = :now
                      from locked join asked a on a.id = locked.id
                     where c.id = locked.id
                    returning c.id, old.appraisal is distinct from new.appraisal as changed
                )
                select id from written where changed
                """)
                .param("ids", appraisals.stream().map(each -> each.customer().value()).toArray(UUID[]::new))
                .param("values", texts(appraisals, each -> each.value().name()))
                .param("whys", texts(appraisals, Appraisal::why))
                .param("now", Timestamp.from(now))
                .query((row, n) -> new CustomerId(row.getObject(1, UUID.class)))
                .list());
    }

    private static Integer[] standings(List<Recognition> lines) {
        return lines.stream().map(line -> line.standing().rank()).toArray(Integer[]::new);
    }

    private static @Nullable String level(Recognition line) {
        Level level = line.facts().level();
        return level == null ? null : level.name();
    }

    private static <T> @Nullable String[] texts(Collection<T> from, Function<T, @Nullable String> text) {
        List<@Nullable String> texts = new ArrayList<>(from.size());
        from.forEach(each -> texts.add(text.apply(each)));
        return texts.toArray(String[]::new);
    }

    private static UUID[] ids(Collection<CustomerId> ids) {
        return ids.stream().map(CustomerId::value).toArray(UUID[]::new);
    }

    private static String[] times(List<Recognition> lines, Instant now) {
        return lines.stream()
                .map(line -> (line.seenAt() == null ? now : line.seenAt()).toString())
                .toArray(String[]::new);
    }
}

package com.huixiang.customer;

import com.huixiang.audit.AuditTrail;
import com.huixiang.customer.TimelineEntry.Words;
import com.huixiang.kernel.Caller;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * FRONT DOOR: what in a file does not fit together (E-05): two member numbers, two birthdays, a telephone number that is
 * another file's. It is shown to people, and nothing is merged or parted by it.
 */
@Service
public class CustomerConflicts {

    private static final int LONGEST_REASON = 200;

    private final Customers customers;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    CustomerConflicts(Customers customers, AuditTrail audit, JdbcClient jdbc, Clock clock) {
        this.customers = customers;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param other the file it conflicts with; null when it lies within one file */
    public record Conflict(String kind, Words words, @Nullable CustomerId other, @Nullable String otherName) {}

    private record Row(String kind, String detail, String values, @Nullable UUID other, @Nullable String otherName) {}

    /** Those that nobody has settled. */
    @Transactional(readOnly = true)
    public List<Conflict> of(CustomerId asked, Caller reader) {
        boolean whole = reader.may(Customers.CONTACTS);
        return rows(customers.current(asked)).stream().map(row -> conflict(row, whole)).toList();
    }

    private List<Row> rows(CustomerId customer) {
        return jdbc.sql(CONFLICTS)
                .param("id", customer.value())
                .param("single", Arrays.stream(Identity.Kind.values())
                        .filter(SamePerson::aPersonHasOne)
                        .map(Enum::name)
                        .toArray(String[]::new))
                .query((row, n) -> new Row(
                        row.getString("kind"),
                        row.getString("detail"),
                        row.getString("vals"),
                        row.getObject("other", UUID.class),
                        row.getString("other_name")))
                .list();
    }

    private static final String CONFLICTS =
            """
            with found as (
                select 'two-' || lower(i.kind) as kind, md5(string_agg(i.value, ',' order by i.value)) as detail,
                       string_agg(i.value, '、' order by i.value) as vals, null::uuid as other, null as other_name
                  from customer.identity i
                 where i.customer_id = :id and i.kind = any(:single)
                 group by i.kind having count(*) > 1
                union all
                select 'two-birthdays', md5(string_agg(distinct v.value, ',')), string_agg(distinct v.value, '、'), null, null
                  from customer.field_value v
                 where v.customer_id = :id and v.field = 'birthday' and v.value <> ''
                having count(distinct v.value) > 1 and count(*) filter (where v.standing = 4) = 0
                union all
                select 'phone-elsewhere', i.value, i.value, o.id, o.name
                  from customer.field_value v
                  join customer.identity i on i.kind = 'PHONE' and i.value = v.value and i.customer_id <> v.customer_id
                  join customer.customer o on o.id = i.customer_id
                 where v.customer_id = :id and v.field = 'phone'
                union
                select 'email-elsewhere', i.value, i.value, o.id, o.name
                  from customer.field_value v
                  join customer.identity i on i.kind = 'EMAIL' and i.value = v.value and i.customer_id <> v.customer_id
                  join customer.customer o on o.id = i.customer_id
                 where v.customer_id = :id and v.field = 'email'
            )
            select * from found f
             where not exists (select from customer.settled_conflict s
                                where s.customer_id = :id and s.kind = f.kind and s.detail = f.detail)
             order by kind, vals""";

    private static Conflict conflict(Row row, boolean whole) {
        String other = row.otherName() == null ? "" : row.otherName();
        Words words =
                switch (row.kind()) {
                    case "two-member" -> new Words("有两个会员号：" + row.values(), "Two member numbers: " + row.values());
                    case "two-unionid" -> new Words("有两个微信 UnionID", "Two WeChat unionids");
                    case "two-birthdays" -> new Words("不同来源的生日不一致：" + row.values(), "Sources name different birthdays: " + row.values());
                    case "phone-elsewhere" -> {
                        String phone = whole ? row.values() : Mask.phone(row.values());
                        yield new Words("手机号 " + phone + " 已验证属于「" + other + "」", "The number " + phone + " is proven to be that of “" + other + "”");
                    }
                    default -> {
                        String email = whole ? row.values() : Mask.email(row.values());
                        yield new Words("邮箱 " + email + " 已验证属于「" + other + "」", "The address " + email + " is proven to be that of “" + other + "”");
                    }
                };
        return new Conflict(
                row.kind(),
                words,
                row.other() == null ? null : new CustomerId(row.other()),
                row.otherName());
    }

    /** Somebody has looked: it is as it should be. The conflict comes back when other values meet. */
    @Transactional
    public void settle(CustomerId asked, String kind, String reason, Caller by) {
        CustomerMerges.check(by);
        String words = reason.strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON) {
            throw CustomerProblem.reasonMissing();
        }
        Customer customer = customers.get(asked);
        List<Row> settled =
                rows(customer.id()).stream().filter(row -> row.kind().equals(kind)).toList();
        if (settled.isEmpty()) {
            throw CustomerProblem.conflictNotFound();
        }
        for (Row row : settled) {
            jdbc.sql("""
                    insert into customer.settled_conflict (customer_id, kind, detail, by_id, by_name, reason, at)
                    values (:id, :kind, :detail, :by, :byName, :reason, :now) on conflict do nothing
                    """)
                    .param("id", customer.id().value())
                    .param("kind", row.kind())
                    .param("detail", row.detail())
                    .param("by", by.id())
                    .param("byName", by.displayName())
                    .param("reason", words)
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        }
        audit.note(
                by.id(), by.displayName(), "customer.conflict.settled", "customer", customer.id().toString(),
                customer.name(), null, Map.of("kind", kind), words);
    }
}

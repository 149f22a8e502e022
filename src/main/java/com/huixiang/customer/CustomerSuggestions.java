package com.huixiang.customer;

import com.huixiang.audit.AuditTrail;
import com.huixiang.kernel.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * FRONT DOOR: who may be the same person as this customer, and why we think so. Nothing is ever merged by it: somebody
 * looks and decides (E-05).
 */
@Service
public class CustomerSuggestions {

    private static final int MOST = 10;

    private final CustomerRepository repository;
    private final ObjectProvider<OpenFiles> files;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    CustomerSuggestions(
            CustomerRepository repository,
            ObjectProvider<OpenFiles> files,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.repository = repository;
        this.files = files;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A customer in a list of people, masked for whoever may not see contacts. */
    public record Found(
            CustomerId id,
            String name,
            @Nullable String avatar,
            Level level,
            boolean vip,
            @Nullable String phone,
            @Nullable String email,
            Instant lastSeenAt) {

        Found maskedFor(Caller reader) {
            return reader.may(Customers.CONTACTS)
                    ? this
                    : new Found(id, name, avatar, level, vip, Mask.phone(phone), Mask.email(email), lastSeenAt);
        }
    }

    public record Why(String zh, String en) {}

    /** @param score how sure it is, from 0 to 1 */
    public record Suggestion(Found customer, List<Why> why, double score) {}

    private record Sign(UUID other, String kind, @Nullable String detail) {}

    @Transactional(readOnly = true)
    public List<Suggestion> of(CustomerId customer, Caller reader) {
        CustomerId current = repository.current(customer).orElseThrow(CustomerProblem::notFound);
        Map<UUID, List<Sign>> signs = new HashMap<>();
        for (Sign sign : signs(current)) {
            signs.computeIfAbsent(sign.other(), other -> new ArrayList<>()).add(sign);
        }
        if (signs.isEmpty()) {
            return List.of();
        }
        return found("c.id = any(:ids)", Map.of("ids", signs.keySet().toArray(UUID[]::new))).stream()
                .map(each -> suggestion(each, signs.get(each.id().value()), reader))
                .sorted(Comparator.comparingDouble(Suggestion::score).reversed())
                .limit(MOST)
                .toList();
    }

    private List<Sign> signs(CustomerId customer) {
        return jdbc.sql(SIGNS)
                .param("id", customer.value())
                .query((row, n) -> new Sign(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                .list();
    }

    private static final String SIGNS =
            """
            with me as (
                select id, name, phone, email from customer.customer where id = :id
            ), phones as (
                select customer.phone_key(phone) as key from me where phone is not null
                union
                select customer.phone_key(value) from customer.identity where customer_id = :id and kind = 'PHONE'
            ), mails as (
                select customer.email_key(email) as key from me where email is not null
                union
                select customer.email_key(value) from customer.identity where customer_id = :id and kind = 'EMAIL'
            ), signs as (
                select c.id, 'phone' as kind, c.phone as detail
                  from phones join customer.customer c on customer.phone_key(c.phone) = phones.key
                 where length(phones.key) >= 7
                union
                select i.customer_id, 'phone', i.value
                  from phones join customer.identity i on i.kind = 'PHONE' and customer.phone_key(i.value) = phones.key
                 where length(phones.key) >= 7
                union
                select c.id, 'email', c.email
                  from mails join customer.customer c on customer.email_key(c.email) = mails.key
                union
                select i.customer_id, 'email', i.value
                  from mails join customer.identity i on i.kind = 'EMAIL' and customer.email_key(i.value) = mails.key
                union
                select case when d.one = :id then d.other else d.one end, 'device', null
                  from customer.same_device d where :id in (d.one, d.other)
                union
                select v.customer_id, 'name-birthday', v.value
                  from me
                  join customer.field_value mine on mine.customer_id = :id and mine.field = 'birthday' and mine.value <> ''
                  join customer.customer c on c.name = me.name and c.merged_into is null
                  join customer.field_value v on v.customer_id = c.id and v.field = 'birthday' and v.value = mine.value
                union
                select i.customer_id, 'shared-contact', null
                  from me
                  join customer.field_value v on v.customer_id = :id and v.field in ('phone', 'email')
                                             and v.value is distinct from me.phone and v.value is distinct from me.email
                  join customer.identity i on i.kind = upper(v.field) and i.value = v.value
                union
                select c.id, 'name-phone', right(c.phone, 4)
                  from me join customer.customer c on c.name = me.name and right(c.phone, 4) = right(me.phone, 4)
                 where c.merged_into is null and customer.phone_key(c.phone) <> customer.phone_key(me.phone)
                union
                select c.id, 'name-email', split_part(c.email, '@', 1)
                  from me join customer.customer c on c.name = me.name
                                                  and split_part(c.email, '@', 1) = split_part(me.email, '@', 1)
                 where c.merged_into is null and customer.email_key(c.email) <> customer.email_key(me.email)
            )
            select distinct on (s.id, s.kind) s.id, s.kind, s.detail
              from signs s
              join customer.customer c on c.id = s.id and c.merged_into is null
             where s.id <> :id
               and not exists (select from customer.not_the_same n
                                where (n.one, n.other) in ((s.id, :id), (:id, s.id)))
             limit 100""";

    private static Suggestion suggestion(Found customer, List<Sign> signs, Caller reader) {
        double doubt = 1;
        List<Why> why = new ArrayList<>();
        for (Sign sign : signs) {
            doubt *= 1 - weight(sign.kind());
            why.add(words(sign, reader));
        }
        return new Suggestion(customer.maskedFor(reader), why, Math.round((1 - doubt) * 100) / 100.0);
    }

    private static double weight(String kind) {
        return switch (kind) {
            case "phone" -> 0.9;
            case "email" -> 0.85;
            case "device" -> 0.5;
            case "name-birthday" -> 0.7;
            case "shared-contact" -> 0.8;
            default -> 0.6;
        };
    }

    private static Why words(Sign sign, Caller reader) {
        boolean whole = reader.may(Customers.CONTACTS);
        return switch (sign.kind()) {
            case "phone" -> {
                String phone = whole ? sign.detail() : Mask.phone(sign.detail());
                yield new Why("电话是同一个号码：" + phone, "Same telephone number: " + phone);
            }
            case "email" -> {
                String email = whole ? sign.detail() : Mask.email(sign.detail());
                yield new Why("邮箱是同一个地址：" + email, "Same mailbox: " + email);
            }
            case "device" -> new Why("在同一浏览器登录过", "Signed in at the same browser");
            case "name-birthday" -> new Why("姓名和生日都相同（" + sign.detail() + "）", "Same name and same birthday: " + sign.detail());
            case "shared-contact" -> new Why("一个来源登记的联系方式已验证属于对方", "A source names a number or address that is proven to be his");
            case "name-phone" ->
                new Why("姓名相同，电话尾号相同（" + sign.detail() + "）", "Same name, and the number ends in " + sign.detail());
            default -> new Why("姓名相同，邮箱名相同", "Same name, and the same name before the @");
        };
    }

    /** These are two people; it is not suggested again. */
    @Transactional
    public void dismiss(CustomerId one, CustomerId other, Caller by) {
        CustomerMerges.check(by);
        CustomerId mine = repository.current(one).orElseThrow(CustomerProblem::notFound);
        CustomerId his = repository.current(other).orElseThrow(CustomerProblem::notFound);
        if (mine.equals(his)) {
            throw CustomerProblem.sameFile();
        }
        jdbc.sql("""
                insert into customer.not_the_same (one, other, by_id, by_name, at)
                values (least(:one, :other), greatest(:one, :other), :by, :byName, :now) on conflict do nothing
                """)
                .param("one", mine.value())
                .param("other", his.value())
                .param("by", by.id())
                .param("byName", by.displayName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.note(
                by, "customer.suggestion.dismissed", "customer", mine, repository.find(mine).orElseThrow().name(), null,
                Map.of("other", his));
    }

    /**
     * People by name, telephone number, e-mail address or any number they are known by. P-08: only those whose file the
     * reader may open; whoever makes files one must find both, and sees the others masked.
     */
    @Transactional(readOnly = true)
    public List<Found> search(String text, Caller reader) {
        String words = text.strip();
        if (words.isEmpty()) {
            return List.of();
        }
        String phone = Phone.normalise(words).orElse("");
        String email = EmailAddress.normalise(words).orElse("");
        List<Found> people = found(
                        """
                        c.merged_into is null and (
                            c.name like :prefix
                            or c.id in (select i.customer_id from customer.identity i where i.value = :words)
                            or :phone <> '' and c.id in (
                                select p.id from customer.customer p
                                 where customer.phone_key(p.phone) = customer.phone_key(:phone)
                                union select i.customer_id from customer.identity i
                                 where i.kind = 'PHONE' and customer.phone_key(i.value) = customer.phone_key(:phone))
                            or :email <> '' and c.id in (
                                select e.id from customer.customer e
                                 where customer.email_key(e.email) = customer.email_key(:email)))""",
                        Map.of(
                                "prefix", words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%",
                                "words", words,
                                "phone", phone,
                                "email", email))
                .stream()
                .map(each -> each.maskedFor(reader))
                .toList();
        return reader.may(CustomerMerges.MERGE) ? people : open(people, reader);
    }

    private List<Found> open(List<Found> people, Caller reader) {
        List<CustomerId> ids = people.stream().map(Found::id).toList();
        Set<CustomerId> open = files.stream()
                .flatMap(each -> each.openTo(reader.id(), ids).stream())
                .collect(Collectors.toSet());
        return people.stream().filter(each -> open.contains(each.id())).toList();
    }

    private List<Found> found(String which, Map<String, ?> values) {
        return jdbc.sql("select c.* from customer.customer c where " + which + " order by c.last_seen_at desc limit 20")
                .params(values)
                .query((row, n) -> found(row))
                .list();
    }

    private static Found found(ResultSet row) throws SQLException {
        Level level = Level.valueOf(row.getString("level"));
        return new Found(
                new CustomerId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("avatar"),
                level,
                level.isVip(),
                row.getString("phone"),
                row.getString("email"),
                row.getTimestamp("last_seen_at").toInstant());
    }
}

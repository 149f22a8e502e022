package com.huixiang.customer;

import com.huixiang.kernel.Caller;
import com.huixiang.search.Found;
import com.huixiang.search.Searchable;
import com.huixiang.search.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** E-03: customers by name, pinyin, the end of a telephone number, address, member number and tag. */
@Component
@Order(1)
@Transactional(readOnly = true)
class CustomerSearch implements Searchable {

    private static final int AT_A_TIME = 2_000;

    private static final String ROW =
            """
            select c.id, c.name, c.avatar, c.level, c.phone, c.email, c.last_seen_at,
                   (select array_agg(i.kind || ':' || i.value) from customer.identity i
                     where i.customer_id = c.id and i.kind <> 'VISITOR') as known_by,
                   (select string_agg(t.name, ' ' order by t.at, t.name) from customer.tag t where t.customer_id = c.id) as tags
              from customer.customer c
             where c.merged_into is null""";

    private final JdbcClient jdbc;
    private final ObjectProvider<OpenFiles> files;

    CustomerSearch(JdbcClient jdbc, ObjectProvider<OpenFiles> files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    @Override
    public String kind() {
        return "customer";
    }

    @Override
    public void all(Consumer<Words> into) {
        jdbc.sql(ROW).withFetchSize(AT_A_TIME).query((ResultSet row) -> into.accept(words(row)));
    }

    @Override
    public List<Words> of(Collection<String> subjects) {
        return jdbc.sql(ROW + " and c.id = any(:ids)")
                .param("ids", subjects.stream().map(UUID::fromString).toArray(UUID[]::new))
                .query((row, n) -> words(row))
                .list();
    }

    private static Words words(ResultSet row) throws SQLException {
        List<String> numbers = new ArrayList<>();
        List<String> secrets = new ArrayList<>(Stream.of(row.getString("phone"), row.getString("email"))
                .filter(Objects::nonNull)
                .toList());
        for (String each : knownBy(row)) {
            String value = each.substring(each.indexOf(':') + 1);
            boolean secret = each.startsWith("PHONE:") || each.startsWith("EMAIL:");
            (secret ? secrets : numbers).add(value);
        }
        String name = row.getString("name");
        return Words.of(
                        row.getString("id"),
                        row.getTimestamp("last_seen_at").toInstant(),
                        name,
                        row.getString("tags"))
                .named(List.of(name))
                .numbered(numbers)
                .knownBy(secrets.stream().distinct().toList());
    }

    private static List<String> knownBy(ResultSet row) throws SQLException {
        var known = row.getArray("known_by");
        return known == null ? List.of() : Arrays.asList((String[]) known.getArray());
    }

    @Override
    public List<Found> show(Caller reader, List<String> ids) {
        List<CustomerId> asked = ids.stream().map(CustomerId::from).toList();
        Set<CustomerId> open = files.stream()
                .map(each -> each.openTo(reader.id(), asked))
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        Map<UUID, Found> found = new HashMap<>();
        jdbc.sql(ROW + " and c.id = any(:ids)")
                .param("ids", open.stream().map(CustomerId::value).toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    found.put(row.getObject("id", UUID.class), found(row, reader.may(Customers.CONTACTS)));
                });
        return asked.stream().map(id -> found.get(id.value())).filter(Objects::nonNull).toList();
    }

    private static Found found(ResultSet row, boolean whole) throws SQLException {
        String id = row.getString("id");
        Level level = Level.valueOf(row.getString("level"));
        String phone = whole ? row.getString("phone") : Mask.phone(row.getString("phone"));
        String email = whole ? row.getString("email") : Mask.email(row.getString("email"));
        List<String> members = knownBy(row).stream()
                .filter(each -> each.startsWith("MEMBER:"))
                .map(each -> each.substring("MEMBER:".length()))
                .toList();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("level", level);
        facts.put("vip", level.isVip());
        put(facts, "avatar", row.getString("avatar"));
        String text = Stream.concat(
                        Stream.of(phone, email), Stream.concat(members.stream(), Stream.ofNullable(row.getString("tags"))))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return new Found(
                id,
                row.getString("name"),
                text,
                row.getTimestamp("last_seen_at").toInstant(),
                facts,
                new Found.Ref("customer", id, null));
    }

    private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}

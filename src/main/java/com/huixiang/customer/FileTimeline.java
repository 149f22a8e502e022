package com.huixiang.customer;

import com.huixiang.customer.TimelineEntry.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened with the file itself: notes, tags, answers about consent, files that became one. */
@Component
class FileTimeline implements TimelineSource {

    private static final Set<String> KINDS = Set.of("note", "tag", "consent", "merge");

    private final JdbcClient jdbc;

    FileTimeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> kinds() {
        return KINDS;
    }

    @Override
    public List<TimelineEntry> page(CustomerId customer, Set<String> kinds, Before before, int most) {
        return jdbc.sql("""
                (select n.id, 'note' as kind, n.at, n.text as text, n.by_name, null as name, null as name_en, null as reason
                   from customer.note n
                  where 'note' = any(:kinds) and n.customer_id = :customer and n.at <= :at and (n.at, n.id) < (:at, :id)
                  order by n.at desc, n.id desc limit :most)
                union all
                (select t.id, 'tag', t.at, null, t.by_name, t.name, t.name, coalesce(t.why_zh, t.reason)
                   from (select *, md5(customer_id || name)::uuid as id from customer.tag) t
                  where 'tag' = any(:kinds) and t.customer_id = :customer and t.at <= :at and (t.at, t.id) < (:at, :id)
                  order by t.at desc, t.id desc limit :most)
                union all
                (select c.id, case when c.given then 'consent' else 'consent-withdrawn' end, c.at, c.note, c.by_name,
                        p.zh, p.en, null
                   from customer.consent c join customer.purpose p on p.code = c.purpose
                  where 'consent' = any(:kinds) and c.customer_id = :customer and c.at <= :at and (c.at, c.id) < (:at, :id)
                  order by c.at desc, c.id desc limit :most)
                union all
                (select m.id, 'merge', m.at, null, m.by_name, f.name, f.name, m.reason
                   from customer.merge m join customer.customer f on f.id = m.from_id
                  where 'merge' = any(:kinds) and m.into_id = :customer and m.undone_at is null
                    and m.at <= :at and (m.at, m.id) < (:at, :id)
                  order by m.at desc, m.id desc limit :most)
                order by at desc, id desc limit :most
                """)
                .param("kinds", kinds.toArray(String[]::new))
                .param("customer", customer.value())
                .param("at", OffsetDateTime.ofInstant(before.at(), ZoneOffset.UTC))
                .param("id", before.id())
                .param("most", most)
                .query((row, n) -> entry(row))
                .list();
    }

    private static TimelineEntry entry(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("at");
        String kind = row.getString("kind");
        Map<String, @Nullable Object> detail = new LinkedHashMap<>();
        detail.put("text", row.getString("text"));
        detail.put("by", row.getString("by_name"));
        detail.put("reason", row.getString("reason"));
        String name = row.getString("name");
        String english = row.getString("name_en");
        Words title =
                switch (kind) {
                    case "note" -> new Words("备注", "Note");
                    case "tag" -> new Words("标签：" + name, "Tag: " + english);
                    case "consent" -> new Words("同意：" + name, "Consent given: " + english);
                    case "consent-withdrawn" -> new Words("不同意：" + name, "Consent refused: " + english);
                    default -> new Words("合并了「" + name + "」的档案", "The file of “" + english + "” became part of this one");
                };
        return new TimelineEntry(
                row.getObject("id", UUID.class),
                kind.startsWith("consent") ? "consent" : kind,
                at.toInstant(),
                title,
                detail,
                null);
    }
}

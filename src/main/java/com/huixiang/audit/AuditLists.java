package com.huixiang.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.huixiang.kernel.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** READ DOOR: the trail, the newest first. */
@Service
@Transactional(readOnly = true)
public class AuditLists {

    private static final int LARGEST_PAGE = 200;
    private static final int LARGEST_EXPORT = 100_000;

    private final JdbcClient sql;

    AuditLists(JdbcClient sql) {
        this.sql = sql;
    }

    /** Who did it; {@code id} is null when the house itself did. */
    public record By(@Nullable UUID id, String name) {}

    /** What it was done to. */
    public record Subject(String kind, String id, String name) {}

    public record AuditEntry(
            UUID id,
            Instant at,
            By by,
            String verb,
            Subject subject,
            @JsonRawValue @Nullable String before,
            @JsonRawValue @Nullable String after,
            @Nullable String reason) {}

    /**
     * What to look for; all that is given must fit.
     *
     * @param verb exact, or the beginning of it: {@code staff} finds {@code staff.member.changed}
     * @param subject a kind, or {@code kind:id}
     * @param words part of a name, or of what was or is now
     */
    public record Filter(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable UUID by,
            @Nullable String verb,
            @Nullable String subject,
            @Nullable String words) {}

    public Page<AuditEntry> list(Filter filter, @Nullable UUID cursor, int limit) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        List<AuditEntry> found = query(filter, cursor, size + 1).list();
        boolean more = found.size() > size;
        List<AuditEntry> shown = more ? found.subList(0, size) : found;
        return new Page<>(shown, more ? shown.getLast().id().toString() : null);
    }

    /** Everything that fits, one after the other. */
    public void export(Filter filter, Consumer<AuditEntry> reader) {
        query(filter, null, LARGEST_EXPORT).stream().forEach(reader);
    }

    public List<String> verbs() {
        return sql.sql("select distinct verb from audit.entry order by verb")
                .query(String.class)
                .list();
    }

    private JdbcClient.MappedQuerySpec<AuditEntry> query(Filter filter, @Nullable UUID cursor, int limit) {
        StringBuilder where = new StringBuilder(" where true");
        Map<String, @Nullable Object> given = new HashMap<>();
        ask(where, given, "from", utc(filter.from()), " and at >= :from");
        ask(where, given, "to", utc(filter.to()), " and at < :to");
        ask(where, given, "by", filter.by(), " and by_id = :by");
        ask(where, given, "verb", filter.verb(), " and (verb = :verb or starts_with(verb, :verb || '.'))");
        String subject = filter.subject();
        int colon = subject == null ? -1 : subject.indexOf(':');
        ask(where, given, "kind", colon < 0 ? subject : subject.substring(0, colon), " and subject_kind = :kind");
        ask(where, given, "subject", colon < 0 ? null : subject.substring(colon + 1), " and subject_id = :subject");
        String words = filter.words() == null || filter.words().isBlank() ? null : filter.words().strip();
        ask(where, given, "words", words == null ? null : "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%",
                " and (subject_name ilike :words or by_name ilike :words or reason ilike :words"
                        + " or before::text ilike :words or after::text ilike :words)");
        ask(where, given, "cursor", cursor, " and id < :cursor");
        return sql.sql("select * from audit.entry" + where + " order by id desc limit :limit")
                .params(given)
                .param("limit", limit)
                .query(AuditLists::entry);
    }

    private static void ask(
            StringBuilder where, Map<String, @Nullable Object> given, String name, @Nullable Object value, String condition) {
        if (value != null) {
            where.append(condition);
            given.put(name, value);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static AuditEntry entry(ResultSet row, int n) throws SQLException {
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new By(row.getObject("by_id", UUID.class), row.getString("by_name")),
                row.getString("verb"),
                new Subject(row.getString("subject_kind"), row.getString("subject_id"), row.getString("subject_name")),
                row.getString("before"),
                row.getString("after"),
                row.getString("reason"));
    }
}

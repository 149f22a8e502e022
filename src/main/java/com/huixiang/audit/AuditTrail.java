package com.huixiang.audit;

import com.huixiang.kernel.Caller;
import com.huixiang.kernel.Uuid7;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** FRONT DOOR: notes what somebody changed. The note is kept if, and only if, the change is. */
@Service
public class AuditTrail {

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;

    AuditTrail(JdbcClient sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Joins the caller's transaction.
     *
     * @param byId who did it; null when the house itself did
     * @param verb what was done, as {@code staff.member.changed}
     * @param before what it was, written as JSON; never a secret
     * @param after what it is now; null when it is gone
     */
    @Transactional
    public void note(
            @Nullable UUID byId,
            String byName,
            String verb,
            String subjectKind,
            String subjectId,
            String subjectName,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable String reason) {
        Instant now = clock.instant();
        sql.sql("""
                insert into audit.entry (id, at, by_id, by_name, verb, subject_kind, subject_id, subject_name, before, after, reason)
                values (:id, :at, :by, :byName, :verb, :kind, :subject, :subjectName, :before::jsonb, :after::jsonb, :reason)
                """)
                .param("id", Uuid7.at(now))
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("by", byId, Types.OTHER)
                .param("byName", byName)
                .param("verb", verb)
                .param("kind", subjectKind)
                .param("subject", subjectId)
                .param("subjectName", subjectName)
                .param("before", before == null ? null : json.writeValueAsString(before))
                .param("after", after == null ? null : json.writeValueAsString(after))
                .param("reason", reason)
                .update();
    }

    /** The same, by whoever is asking. */
    @Transactional
    public void note(
            Caller by,
            String verb,
            String subjectKind,
            Object subjectId,
            String subjectName,
            @Nullable Object before,
            @Nullable Object after) {
        note(by.id(), by.displayName(), verb, subjectKind, subjectId.toString(), subjectName, before, after, null);
    }

    /**
     * P-08: a person is forgotten: his name, and what was written of him before and after, are taken out of the entries
     * about these subjects. That it was done, when, by whom and what kind of thing it was, stays. Joins the caller's
     * transaction.
     *
     * @return how many entries
     */
    @Transactional
    public int forget(String subjectKind, Collection<String> subjectIds, String nameFromNow) {
        if (subjectIds.isEmpty()) {
            return 0;
        }
        open("yes");
        int forgotten = sql.sql("""
                update audit.entry
                   set subject_name = :name,
                       before = case when before is null then null else '{"erased": true}'::jsonb end,
                       after = case when after is null then null else '{"erased": true}'::jsonb end,
                       reason = case when reason is null then null else '—' end
                 where subject_kind = :kind and subject_id = any(:ids)
                """)
                .param("name", nameFromNow)
                .param("kind", subjectKind)
                .param("ids", subjectIds.toArray(String[]::new))
                .update();
        open("");
        return forgotten;
    }

    private void open(String word) {
        sql.sql("select set_config('audit.forgetting', :word, true)").param("word", word).query(String.class).single();
    }
}

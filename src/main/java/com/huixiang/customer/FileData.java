package com.huixiang.customer;

import com.huixiang.audit.AuditTrail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the file itself keeps of a person. The file stays, without a name, for whatever is counted by it. */
@Component
class FileData implements PersonalData {

    static final String NOBODY = "已删除的客户 ";

    private final AuditTrail audit;
    private final JdbcClient jdbc;

    FileData(AuditTrail audit, JdbcClient jdbc) {
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "customer.identity",
                "customer.tag",
                "customer.note",
                "customer.field_value",
                "customer.contact_person",
                "customer.consent",
                "customer.settled_conflict",
                "customer.erasure");
    }

    @Override
    public List<Section> sections() {
        return List.of(
                new Section("file", "基本信息", "The file", """
                        select name, kind, level, phone, email, source, created_at, last_seen_at, appraisal, appraised_why
                          from customer.customer where id = :customer"""),
                new Section("profile", "档案字段", "Fields of the file", """
                        select field, value, source, case standing when 1 then 'said' when 2 then 'trait' when 3 then 'shop'
                               else 'staff' end as standing, at
                          from customer.field_value where customer_id = :customer order by field, standing desc, at desc"""),
                new Section("identities", "客户标识", "Identities", """
                        select kind, value, source, at from customer.identity where customer_id = :customer order by at"""),
                new Section("tags", "标签", "Tags", """
                        select name, coalesce(why_zh, reason) as why, why_en, facts, at
                          from customer.tag where customer_id = :customer order by at"""),
                new Section("notes", "备注", "Notes", """
                        select text, by_name, at from customer.note where customer_id = :customer order by at"""),
                new Section("contact-people", "联系人", "Contact people", """
                        select name, position, phone, email, note, source, at
                          from customer.contact_person where customer_id = :customer order by at"""),
                new Section("consents", "授权记录", "Consents", """
                        select c.purpose, p.zh as purpose_zh, p.en as purpose_en, c.given, c.source, c.version,
                               t.zh as text_zh, t.en as text_en, c.note, c.at
                          from customer.consent c
                          join customer.purpose p on p.code = c.purpose
                          left join customer.purpose_text t on t.code = c.purpose and t.version = c.version
                         where c.customer_id = :customer order by c.at"""),
                new Section("merges", "档案合并", "Merges", """
                        select reason, at, undone_at, undone_reason from customer.merge
                         where into_id = :customer or from_id = :customer order by at"""));
    }

    /** Consents are kept without their notes: they prove what we were allowed. */
    @Override
    public Map<String, Integer> erase(CustomerId customer) {
        List<UUID> files = jdbc.sql("select id from customer.customer where id = :id or merged_into = :id")
                .param("id", customer.value())
                .query(UUID.class)
                .list();
        Map<String, Integer> rows = new LinkedHashMap<>();
        rows.put("profile", run("delete from customer.field_value where customer_id = any(:files)", files));
        rows.put("identities", run("delete from customer.identity where customer_id = any(:files)", files));
        rows.put("tags", run("delete from customer.tag where customer_id = any(:files)", files));
        rows.put("notes", run("delete from customer.note where customer_id = any(:files)", files));
        rows.put("contact-people", run("delete from customer.contact_person where customer_id = any(:files)", files));
        run("update customer.consent set note = null where customer_id = any(:files)", files);
        run("delete from customer.settled_conflict where customer_id = any(:files)", files);
        run("delete from customer.same_device where one = any(:files) or other = any(:files)", files);
        run("delete from customer.not_the_same where one = any(:files) or other = any(:files)", files);
        rows.put("merges", run("""
                update customer.merge
                   set reason = '—', undone_reason = case when undone_reason is null then null else '—' end,
                       moved = '{"identities": [], "tags": [], "notes": []}'
                 where from_id = any(:files) or into_id = any(:files)
                """, files));
        rows.put("file", run("""
                update customer.customer
                   set name = '%s' || upper(right(id::text, 4)), phone = null, email = null, avatar = null,
                       appraised_why = null, source = '—'
                 where id = any(:files)
                """.formatted(NOBODY), files));
        String text = customer.toString();
        audit.forget(
                "customer",
                files.stream().map(UUID::toString).toList(),
                NOBODY + text.substring(text.length() - 4).toUpperCase());
        return rows;
    }

    private int run(String sql, List<UUID> files) {
        return jdbc.sql(sql).param("files", files.toArray(UUID[]::new)).update();
    }
}

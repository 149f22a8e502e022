package com.huixiang.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** P-08: what was said goes, that it was said stays: whoever counts conversations, waits and answers counts the same. */
@Component
class Forgetting {

    private static final String GONE = "[已删除]";

    private final JdbcClient sql;

    Forgetting(JdbcClient sql) {
        this.sql = sql;
    }

    /** Texts, files, cards and notes of these conversations; returns how many rows of each. */
    Map<String, Integer> forget(List<UUID> conversations, String name) {
        UUID[] ids = conversations.toArray(UUID[]::new);
        Map<String, Integer> rows = new LinkedHashMap<>();
        rows.put("attachments", sql.sql(
                        """
                        delete from conversation.attachment a
                         where a.id in (select (m.body ->> 'fileId')::uuid from conversation.message m
                                         where m.conversation_id = any(:ids) and m.kind in ('PICTURE', 'FILE')
                                           and m.body ->> 'fileId' is not null)
                           and not exists (select from staff.script s
                                            where case when s.kind = 'PICTURE'
                                                       then s.content::jsonb ->> 'fileId' end = a.id::text)""")
                .param("ids", ids)
                .update());
        rows.put("messages", sql.sql(
                        """
                        update conversation.message m
                           set kind = case when m.kind in ('PICTURE', 'FILE', 'CARD') then 'TEXT' else m.kind end,
                               body = case m.kind
                                      when 'NOTE' then jsonb_build_object('text', :gone, 'mentions', jsonb_build_array())
                                      when 'SYSTEM' then case when :name = '' then m.body
                                           else replace(m.body::text, to_json(:name::text) #>> '{}', '客户')::jsonb end
                                      when 'RECALL' then m.body
                                      else jsonb_build_object('text', :gone) end,
                               author_name = case when m.author = 'CUSTOMER' then '客户' else m.author_name end
                         where m.conversation_id = any(:ids)""")
                .param("ids", ids)
                .param("gone", GONE)
                .param("name", name)
                .update());
        rows.put("conversations", sql.sql(
                        "update conversation.conversation set entry = null, last_preview = :gone where id = any(:ids)")
                .param("ids", ids)
                .param("gone", GONE)
                .update());
        sql.sql("update conversation.closure set summary = :gone where conversation_id = any(:ids) and summary <> ''")
                .param("ids", ids)
                .param("gone", GONE)
                .update();
        sql.sql("update conversation.left_message set contact = null where conversation_id = any(:ids)")
                .param("ids", ids)
                .update();
        return rows;
    }
}

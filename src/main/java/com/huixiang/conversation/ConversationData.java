package com.huixiang.conversation;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.PersonalData;
import com.huixiang.customer.TimelineEntry.Words;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** P-08: what a person has said to us and we to him. */
@Component
class ConversationData implements PersonalData {

    private final Forgetting forgetting;
    private final JdbcClient sql;

    ConversationData(Forgetting forgetting, JdbcClient sql) {
        this.forgetting = forgetting;
        this.sql = sql;
    }

    @Override
    public Set<String> tables() {
        return Set.of("conversation.conversation");
    }

    @Override
    public List<Section> sections() {
        return List.of(
                new Section("conversations", "会话", "Conversations", """
                        select c.id, c.channel_name, c.issue, c.state, c.opened_at, c.closed_at, c.entry, f.summary
                          from conversation.conversation c
                          left join conversation.closure f on f.conversation_id = c.id
                         where c.customer_id = :customer order by c.opened_at, c.id"""),
                new Section("messages", "消息", "Messages", """
                        select m.conversation_id, m.seq, m.sent_at, m.author, m.author_name, m.kind,
                               coalesce(m.body ->> 'text', m.body ->> 'title', m.body ->> 'name', m.body ->> 'zh') as text, m.body
                          from conversation.conversation c
                          join conversation.message m on m.conversation_id = c.id
                         where c.customer_id = :customer and m.recalled_at is null and m.kind <> 'NOTE'
                         order by c.opened_at, m.conversation_id, m.seq"""));
    }

    private static final String FILES =
            """
            select a.id, a.name from conversation.attachment a
             where a.owner in (select 'customer:' || k.id from customer.customer k
                                where k.id = :customer or k.merged_into = :customer)
                or a.id in (select (m.body ->> 'fileId')::uuid
                              from conversation.conversation c join conversation.message m on m.conversation_id = c.id
                             where c.customer_id = :customer and m.kind in ('PICTURE', 'FILE')
                               and m.body ->> 'fileId' is not null)
             order by a.id""";

    private record Named(UUID id, String name) {}

    /** One at a time in memory: none is larger than ten megabytes. */
    @Override
    public Stream<Attached> files(CustomerId customer) {
        return sql
                .sql(FILES)
                .param("customer", customer.value())
                .query((row, n) -> new Named(row.getObject("id", UUID.class), row.getString("name")))
                .list()
                .stream()
                .map(file -> new Attached(
                        file.id() + "-" + file.name().replaceAll("[^\\p{L}\\p{N}._-]", "_"),
                        () -> new ByteArrayInputStream(sql.sql("select content from conversation.attachment where id = ?")
                                .param(file.id())
                                .query(byte[].class)
                                .single())));
    }

    @Override
    public Map<String, Integer> erase(CustomerId customer) {
        List<UUID> conversations = sql.sql(
                        "select id from conversation.conversation where customer_id = ? order by id for update")
                .param(customer.value())
                .query(UUID.class)
                .list();
        String name = sql.sql("select name from customer.customer where id = ?")
                .param(customer.value())
                .query(String.class)
                .single();
        Map<String, Integer> rows = forgetting.forget(conversations, name);
        int uploads = sql.sql(
                        """
                        delete from conversation.attachment a
                         where a.owner in (select 'customer:' || k.id from customer.customer k
                                            where k.id = :customer or k.merged_into = :customer)""")
                .param("customer", customer.value())
                .update();
        rows.merge("attachments", uploads, Integer::sum);
        return rows;
    }

    @Override
    public @Nullable Words hindrance(CustomerId customer) {
        boolean talking = sql.sql(
                        """
                        select exists (select from conversation.conversation
                                        where customer_id = ? and state <> 'CLOSED')""")
                .param(customer.value())
                .query(Boolean.class)
                .single();
        return talking ? new Words("还有未结束的会话，请先结束会话。", "A conversation is still open. Please close it first.") : null;
    }
}

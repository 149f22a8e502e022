package com.huixiang.conversation;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.TimelineEntry;
import com.huixiang.customer.TimelineEntry.Ref;
import com.huixiang.customer.TimelineEntry.Words;
import com.huixiang.customer.TimelineSource;
import java.sql.ResultSet;
import java.sql.SQLException;
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

/** Conversations of a customer, and his visits to stores, each where it began. */
@Component
class ConversationTimeline implements TimelineSource {

    private static final String VISIT = "visit";
    private static final String CONVERSATION = "conversation";

    private final JdbcClient sql;

    ConversationTimeline(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CONVERSATION, VISIT);
    }

    @Override
    public List<TimelineEntry> page(CustomerId customer, Set<String> kinds, Before before, int most) {
        return sql.sql(
                        """
                        select c.id, c.opened_at, c.closed_at, c.channel_kind, c.channel_name, c.issue, c.state,
                               c.last_preview, f.summary, f.by_name, s.name as store, m.nickname as agent
                          from conversation.conversation c
                          left join conversation.closure f on f.conversation_id = c.id
                          left join staff.store s on s.id = c.store_id
                          left join staff.member m on m.id = c.agent_id
                         where c.customer_id = :customer
                           and c.opened_at <= :at and (c.opened_at, c.id) < (:at, :id)
                           and (c.channel_kind = 'store' and :visits or c.channel_kind <> 'store' and :conversations)
                         order by c.opened_at desc, c.id desc
                         limit :most""")
                .param("customer", customer.value())
                .param("at", OffsetDateTime.ofInstant(before.at(), ZoneOffset.UTC))
                .param("id", before.id())
                .param("visits", kinds.contains(VISIT))
                .param("conversations", kinds.contains(CONVERSATION))
                .param("most", most)
                .query((row, n) -> entry(row))
                .list();
    }

    private static TimelineEntry entry(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        boolean visit = row.getString("channel_kind").equals("store");
        String place = row.getString("store") == null ? row.getString("channel_name") : row.getString("store");
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        Map<String, @Nullable Object> detail = new LinkedHashMap<>();
        detail.put("channel", row.getString("channel_name"));
        detail.put("issue", row.getString("issue"));
        detail.put("state", ConversationState.valueOf(row.getString("state")));
        detail.put("text", row.getString("summary") == null ? row.getString("last_preview") : row.getString("summary"));
        detail.put("by", row.getString("by_name") == null ? row.getString("agent") : row.getString("by_name"));
        detail.put("closedAt", closed == null ? null : closed.toInstant());
        return new TimelineEntry(
                id,
                visit ? VISIT : CONVERSATION,
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                visit
                        ? new Words("到店：" + place, "Visit: " + place)
                        : new Words("会话：" + row.getString("channel_name"), "Conversation: " + row.getString("channel_name")),
                detail,
                new Ref(CONVERSATION, id.toString()));
    }
}

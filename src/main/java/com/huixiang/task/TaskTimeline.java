package com.huixiang.task;

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

/** What we promised a customer, each where it was promised. */
@Component
class TaskTimeline implements TimelineSource {

    private static final String TASK = "task";

    private final JdbcClient sql;

    TaskTimeline(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(TASK);
    }

    @Override
    public List<TimelineEntry> page(CustomerId customer, Set<String> kinds, Before before, int most) {
        return sql.sql(
                        """
                        select t.id, t.kind, t.created_at, t.due_at, t.state, t.text, t.outcome, t.note, t.done_by, t.done_at
                          from conversation.conversation c
                          join task.task t on t.conversation_id = c.id
                         where c.customer_id = :customer
                           and t.created_at <= :at and (t.created_at, t.id) < (:at, :id)
                         order by t.created_at desc, t.id desc
                         limit :most""")
                .param("customer", customer.value())
                .param("at", OffsetDateTime.ofInstant(before.at(), ZoneOffset.UTC))
                .param("id", before.id())
                .param("most", most)
                .query((row, n) -> entry(row))
                .list();
    }

    private static TimelineEntry entry(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Map<String, @Nullable Object> detail = new LinkedHashMap<>();
        detail.put("text", row.getString("text"));
        detail.put("dueAt", row.getObject("due_at", OffsetDateTime.class).toInstant());
        detail.put("state", Task.State.valueOf(row.getString("state")));
        detail.put("outcome", row.getString("outcome"));
        detail.put("reason", row.getString("note"));
        detail.put("by", row.getString("done_by"));
        return new TimelineEntry(
                id,
                TASK,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("kind").equals(TaskKind.CALL_BACK.name())
                        ? new Words("约定回电", "Call back promised")
                        : new Words("留言", "Message left"),
                detail,
                new Ref(TASK, id.toString()));
    }
}

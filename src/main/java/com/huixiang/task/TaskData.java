package com.huixiang.task;

import com.huixiang.audit.AuditTrail;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** P-08: what was promised to a person. That it was promised and kept stays; what it was about goes. */
@Component
class TaskData implements PersonalData {

    private final AuditTrail audit;
    private final JdbcClient sql;

    TaskData(AuditTrail audit, JdbcClient sql) {
        this.audit = audit;
        this.sql = sql;
    }

    /** A task belongs to a conversation, and so to its customer. */
    @Override
    public Set<String> tables() {
        return Set.of();
    }

    @Override
    public List<Section> sections() {
        return List.of(new Section("tasks", "回电与留言任务", "Call-backs and messages left", """
                select t.kind, t.contact, t.text, t.created_at, t.promised_at, t.state, t.outcome, t.note, t.done_at
                  from conversation.conversation c join task.task t on t.conversation_id = c.id
                 where c.customer_id = :customer order by t.created_at"""));
    }

    @Override
    public Map<String, Integer> erase(CustomerId customer) {
        List<UUID> tasks = sql.sql(
                        """
                        update task.task t
                           set contact = null, text = case when t.text is null then null else '[已删除]' end,
                               note = case when t.note is null then null else '[已删除]' end
                          from conversation.conversation c
                         where c.id = t.conversation_id and c.customer_id = ?
                        returning t.id""")
                .param(customer.value())
                .query(UUID.class)
                .list();
        audit.forget("task", tasks.stream().map(UUID::toString).toList(), "—");
        return Map.of("tasks", tasks.size());
    }
}

package com.huixiang.sla;

import static com.huixiang.sla.ClockRepository.utc;

import com.huixiang.kernel.Uuid7;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.ServiceHours.Place;
import com.huixiang.staff.StoreId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Warnings of tasks: one for each task, however often it is found. */
@Repository
class TaskWarningRepository {

    private final JdbcClient sql;
    private final Clock clock;

    TaskWarningRepository(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A task that was not done by its time, and how high that was told: 0 is not at all. */
    record Undone(
            UUID task,
            UUID conversation,
            UUID customer,
            @Nullable UUID owner,
            @Nullable UUID group,
            @Nullable UUID store,
            Instant since,
            int level) {

        Place place() {
            return store != null ? Place.of(new StoreId(store)) : Place.of(group == null ? null : new GroupId(group));
        }
    }

    /** Those nobody has said of that he takes care. */
    List<Undone> undone() {
        return sql.sql(
                        """
                        select t.id, t.conversation_id, c.customer_id, t.owner_id, c.group_id, c.store_id, t.due_at,
                               coalesce(w.level, 0) as level
                          from task.task t
                          join conversation.conversation c on c.id = t.conversation_id
                          left join sla.warning w on w.task_id = t.id
                         where t.state = 'OPEN' and t.overdue_at is not null and w.handled_at is null""")
                .query((row, n) -> new Undone(
                        row.getObject("id", UUID.class),
                        row.getObject("conversation_id", UUID.class),
                        row.getObject("customer_id", UUID.class),
                        row.getObject("owner_id", UUID.class),
                        row.getObject("group_id", UUID.class),
                        row.getObject("store_id", UUID.class),
                        ClockRepository.time(row, "due_at"),
                        row.getInt("level")))
                .list();
    }

    List<UUID> raise(Undone one, int level, Instant now) {
        return sql.sql(
                        """
                        insert into sla.warning as w (id, at, kind, level, task_id, conversation_id, customer_id, agent_id,
                               group_id, store_id)
                        values (:id, :at, :kind, :level, :task, :conversation, :customer, :agent, :group, :store)
                        on conflict (task_id) where task_id is not null do update
                           set level = excluded.level, rung = w.rung + 1, at = excluded.at
                         where w.handled_at is null and w.level < excluded.level
                        returning id""")
                .param("id", Uuid7.next(clock))
                .param("at", utc(now))
                .param("kind", WarningKind.CALL_BACK_DUE.code())
                .param("level", level)
                .param("task", one.task())
                .param("conversation", one.conversation())
                .param("customer", one.customer())
                .param("agent", one.owner())
                .param("group", one.group())
                .param("store", one.store())
                .query(UUID.class)
                .list();
    }

    /** Whoever did the task took care of its warning. */
    List<UUID> settle(Instant now) {
        return sql.sql(
                        """
                        update sla.warning w set handled_at = :now, handled_by = t.owner_id
                          from task.task t
                         where t.id = w.task_id and w.handled_at is null and t.state = 'DONE'
                        returning w.id""")
                .param("now", utc(now))
                .query(UUID.class)
                .list();
    }

    /** The warning goes to whoever owns the task now. */
    List<UUID> follow() {
        return sql.sql(
                        """
                        update sla.warning w set agent_id = t.owner_id
                          from task.task t
                         where t.id = w.task_id and w.handled_at is null and t.owner_id is distinct from w.agent_id
                        returning w.id""")
                .query(UUID.class)
                .list();
    }
}

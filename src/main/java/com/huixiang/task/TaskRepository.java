package com.huixiang.task;

import com.huixiang.conversation.ConversationId;
import com.huixiang.staff.StaffId;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TaskRepository {

    private final JdbcClient sql;

    TaskRepository(JdbcClient sql) {
        this.sql = sql;
    }

    record Standard(Duration time, Duration reminder) {}

    Standard standard(TaskKind kind) {
        return sql.sql("select seconds, reminder_secs from task.standard where kind = ?")
                .param(kind.name())
                .query((row, n) -> new Standard(Duration.ofSeconds(row.getInt(1)), Duration.ofSeconds(row.getInt(2))))
                .single();
    }

    List<TaskStandards.Promise> promises() {
        return sql.sql("select kind, seconds, reminder_secs from task.standard order by kind")
                .query((row, n) -> new TaskStandards.Promise(
                        TaskKind.valueOf(row.getString("kind")), row.getInt("seconds"), row.getInt("reminder_secs")))
                .list();
    }

    void promise(TaskStandards.Promise promise) {
        sql.sql("update task.standard set seconds = ?, reminder_secs = ? where kind = ?")
                .params(promise.seconds(), promise.reminderSeconds(), promise.kind().name())
                .update();
    }

    record Fresh(
            TaskId id,
            TaskKind kind,
            ConversationId conversation,
            @Nullable String contact,
            String text,
            Instant createdAt,
            Instant promisedAt) {}

    /** False when the conversation has an open one of this kind; then only how to reach him and the words are renewed. */
    boolean add(Fresh task) {
        int added = sql.sql(
                        """
                        insert into task.task
                               (id, kind, conversation_id, contact, text, created_at, promised_at, due_at, owner_id)
                        values (:id, :kind, :conversation, :contact, :text, :at, :promised, :promised,
                                (select agent_id from conversation.conversation where id = :conversation))
                        on conflict (conversation_id, kind) where state = 'OPEN' do nothing""")
                .param("id", task.id().value())
                .param("kind", task.kind().name())
                .param("conversation", task.conversation().value())
                .param("contact", task.contact(), Types.VARCHAR)
                .param("text", task.text())
                .param("at", utc(task.createdAt()))
                .param("promised", utc(task.promisedAt()))
                .update();
        if (added == 0) {
            sql.sql("update task.task set contact = coalesce(?, contact), text = ?"
                            + " where conversation_id = ? and kind = ? and state = 'OPEN'")
                    .params(task.contact(), task.text(), task.conversation().value(), task.kind().name())
                    .update();
        }
        return added > 0;
    }

    record Standing(
            TaskId id,
            TaskKind kind,
            ConversationId conversation,
            @Nullable StaffId owner,
            boolean open,
            Instant createdAt,
            Instant dueAt,
            boolean cameUp,
            boolean overdue) {}

    Optional<Standing> lock(TaskId id) {
        return sql.sql(
                        """
                        select id, kind, conversation_id, owner_id, state, created_at, due_at, came_up_at, overdue_at
                          from task.task where id = ? for update""")
                .param(id.value())
                .query((row, n) -> {
                    UUID owner = row.getObject("owner_id", UUID.class);
                    return new Standing(
                            new TaskId(row.getObject("id", UUID.class)),
                            TaskKind.valueOf(row.getString("kind")),
                            new ConversationId(row.getObject("conversation_id", UUID.class)),
                            owner == null ? null : new StaffId(owner),
                            row.getString("state").equals("OPEN"),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            row.getObject("due_at", OffsetDateTime.class).toInstant(),
                            row.getObject("came_up_at") != null,
                            row.getObject("overdue_at") != null);
                })
                .optional();
    }

    void own(TaskId id, StaffId owner) {
        sql.sql("update task.task set owner_id = ? where id = ?")
                .params(owner.value(), id.value())
                .update();
    }

    void cameUp(TaskId id, Instant at) {
        sql.sql("update task.task set came_up_at = ? where id = ?")
                .params(utc(at), id.value())
                .update();
    }

    void overdue(TaskId id, Instant at) {
        sql.sql("update task.task set overdue_at = ? where id = ?")
                .params(utc(at), id.value())
                .update();
    }

    void done(TaskId id, String outcome, @Nullable String note, String by, Instant at) {
        sql.sql("update task.task set state = 'DONE', outcome = ?, note = ?, done_by = ?, done_at = ? where id = ?")
                .params(outcome, note, by, utc(at), id.value())
                .update();
    }

    List<TaskId> openOf(ConversationId conversation) {
        return ids("select id from task.task where conversation_id = ? and state = 'OPEN'", conversation.value());
    }

    /** Conversations with a holder in which something open belongs to nobody. */
    List<ConversationId> heldWithoutOwner() {
        return conversations(
                """
                select distinct t.conversation_id from task.task t
                  join conversation.conversation c on c.id = t.conversation_id
                 where t.state = 'OPEN' and t.owner_id is null and c.agent_id is not null""");
    }

    private static final String ANSWERED =
            """
             t.state = 'OPEN' and t.kind = 'LEFT_MESSAGE'
             and exists (select from conversation.message m
                          where m.conversation_id = t.conversation_id and m.sent_at > t.created_at
                            and m.author = 'AGENT' and m.kind in ('TEXT', 'PICTURE', 'FILE', 'CARD'))""";

    /** Messages left in this conversation that an agent has answered since. */
    List<TaskId> answeredIn(ConversationId conversation) {
        return ids("select t.id from task.task t where t.conversation_id = ? and " + ANSWERED, conversation.value());
    }

    List<ConversationId> answered() {
        return conversations("select distinct t.conversation_id from task.task t where " + ANSWERED);
    }

    @Nullable StaffId holderOf(ConversationId conversation) {
        return sql.sql("select agent_id from conversation.conversation where id = ? and agent_id is not null")
                .param(conversation.value())
                .query(UUID.class)
                .optional()
                .map(StaffId::new)
                .orElse(null);
    }

    /** Who waits and was not told until when. */
    List<ConversationId> waitingWithoutPromise() {
        return conversations(
                """
                select c.id from conversation.conversation c
                 where c.state = 'QUEUED' and c.promised_at is null
                 order by c.queued_at limit 200""");
    }

    private List<ConversationId> conversations(String statement) {
        return sql.sql(statement).query(UUID.class).list().stream()
                .map(ConversationId::new)
                .toList();
    }

    private List<TaskId> ids(String statement, Object... given) {
        return sql.sql(statement).params(given).query(UUID.class).list().stream().map(TaskId::new).toList();
    }

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}

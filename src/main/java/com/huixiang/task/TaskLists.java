package com.huixiang.task;

import com.huixiang.kernel.Page;
import com.huixiang.staff.Actor;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.StoreId;
import com.huixiang.task.Task.Named;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** READ DOOR: what is to be done, the most urgent first. */
@Service
public class TaskLists {

    private static final int LARGEST_PAGE = 200;

    private static final String TASK =
            """
            select t.*, c.customer_id, k.name as customer_name, o.nickname as owner_name,
                   c.group_id, g.name as group_name, c.store_id, s.name as store_name
              from task.task t
              join conversation.conversation c on c.id = t.conversation_id
              join customer.customer k on k.id = c.customer_id
              left join staff.member o on o.id = t.owner_id
              left join staff.skill_group g on g.id = c.group_id
              left join staff.store s on s.id = c.store_id
            """;

    /** His own, those of his groups and stores that nobody owns, and everything for whoever leads all. */
    private static final String SEEN =
            """
            (:everything or t.owner_id = :self
             or c.store_id is null and (c.group_id is null or c.group_id = any(:groups))
                and (t.owner_id is null or :leads)
             or c.store_id = any(:stores))""";

    private final JdbcClient sql;

    TaskLists(JdbcClient sql) {
        this.sql = sql;
    }

    /** Open ones by their time, done ones the latest first. */
    public Page<Task> list(Actor actor, Task.State state, boolean mine, @Nullable String cursor, int limit) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        boolean open = state == Task.State.OPEN;
        String column = open ? "t.due_at" : "t.done_at";
        Position from = Position.parse(cursor);
        List<Task> found = sql.sql(TASK + " where t.state = :state and " + SEEN
                        + (mine ? " and t.owner_id = :self" : "")
                        + (from == null
                                ? ""
                                : " and (" + column + ", t.id) " + (open ? ">" : "<") + " (:at, :after)")
                        + " order by " + column + (open ? ", t.id" : " desc, t.id desc") + " limit :limit")
                .param("state", state.name())
                .param("everything", actor.leadsAll())
                .param("leads", actor.mayLead())
                .param("self", actor.id().value())
                .param("groups", actor.groups().stream().map(GroupId::value).toArray(UUID[]::new))
                .param("stores", actor.stores().stream().map(StoreId::value).toArray(UUID[]::new))
                .param("at", from == null ? null : TaskRepository.utc(from.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("after", from == null ? null : from.id(), Types.OTHER)
                .param("limit", size + 1)
                .query(TaskLists::task)
                .list();
        boolean more = found.size() > size;
        List<Task> shown = more ? found.subList(0, size) : found;
        return new Page<>(shown, more ? Position.of(shown.getLast(), open).text() : null);
    }

    /** Row check and the task itself; refused where it is neither his nor his group's. */
    public Task get(Actor actor, TaskId id) {
        Task task = find(id).orElseThrow(TaskProblem::notFound);
        boolean seen = sql.sql("select exists (" + TASK + " where t.id = :id and " + SEEN + ")")
                .param("id", id.value())
                .param("everything", actor.leadsAll())
                .param("leads", actor.mayLead())
                .param("self", actor.id().value())
                .param("groups", actor.groups().stream().map(GroupId::value).toArray(UUID[]::new))
                .param("stores", actor.stores().stream().map(StoreId::value).toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
        if (!seen) {
            throw TaskProblem.notYours();
        }
        return task;
    }

    /** As it stands, for telling the browsers. */
    public Optional<Task> find(TaskId id) {
        return sql.sql(TASK + " where t.id = :id")
                .param("id", id.value())
                .query(TaskLists::task)
                .optional();
    }

    private static Task task(ResultSet row, int number) throws SQLException {
        return new Task(
                new TaskId(row.getObject("id", UUID.class)),
                TaskKind.valueOf(row.getString("kind")),
                new Named(row.getObject("customer_id", UUID.class), row.getString("customer_name")),
                row.getObject("conversation_id", UUID.class),
                row.getString("contact"),
                row.getString("text"),
                row.getObject("promised_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                named(row, "owner_id", "owner_name"),
                named(row, "group_id", "group_name"),
                named(row, "store_id", "store_name"),
                Task.State.valueOf(row.getString("state")),
                time(row, "came_up_at"),
                time(row, "overdue_at"),
                row.getString("outcome"),
                row.getString("note"),
                time(row, "done_at"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Named named(ResultSet row, String id, String name) throws SQLException {
        return row.getString(name) == null ? null : new Named(row.getObject(id, UUID.class), row.getString(name));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private record Position(Instant at, UUID id) {

        static Position of(Task task, boolean open) {
            Instant at = open || task.doneAt() == null ? task.dueAt() : task.doneAt();
            return new Position(at, task.id().value());
        }

        static @Nullable Position parse(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                int mark = text.indexOf('~');
                return new Position(Instant.parse(text.substring(0, mark)), UUID.fromString(text.substring(mark + 1)));
            } catch (RuntimeException forged) {
                throw TaskProblem.badCursor();
            }
        }

        String text() {
            return at + "~" + id;
        }
    }
}

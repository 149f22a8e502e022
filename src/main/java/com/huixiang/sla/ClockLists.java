package com.huixiang.sla;

import static com.huixiang.sla.ClockRepository.utc;

import com.huixiang.conversation.ConversationLists;
import com.huixiang.kernel.Page;
import com.huixiang.staff.Actor;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.ServiceCalendar;
import com.huixiang.staff.ServiceHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** READ DOOR: clocks, warnings and broken promises as the console shows them. */
@Service
public class ClockLists {

    private static final int LARGEST_PAGE = 200;
    private static final int MOST_CONVERSATIONS = 200;

    private static final Sentence CLOSED_HOURS = new Sentence("非服务时间,暂停计时", "Outside service hours");
    private static final Sentence CUSTOMERS_TURN = new Sentence("等待客户回复", "Waiting for the customer");

    private final JdbcClient sql;
    private final ConversationLists conversations;
    private final ServiceHours hours;
    private final Clock clock;

    ClockLists(JdbcClient sql, ConversationLists conversations, ServiceHours hours, Clock clock) {
        this.sql = sql;
        this.conversations = conversations;
        this.hours = hours;
        this.clock = clock;
    }

    /** In both languages. */
    public record Sentence(String zh, String en) {}

    public record Named(UUID id, String name) {}

    public enum State {
        RUNNING,
        WARNING,
        BREACHED,
        PAUSED,
        STOPPED
    }

    /** One promise to one customer; {@code runSeconds} is the open time used when it was told, at {@code at}. */
    public record ClockView(
            UUID conversation,
            ClockKind kind,
            Instant startedAt,
            Instant dueAt,
            Instant warnAt,
            int standardSeconds,
            State state,
            @Nullable Sentence pausedBecause,
            long runSeconds,
            Instant at) {}

    /** {@code agent} is whoever holds the conversation now or owns the task; once it is handled, whoever did then. */
    public record WarningView(
            UUID id,
            Instant at,
            WarningKind kind,
            int level,
            int rung,
            @Nullable UUID conversation,
            @Nullable UUID task,
            Named customer,
            @Nullable Named agent,
            @Nullable Named group,
            @Nullable Named store,
            @Nullable ClockView clock,
            @Nullable Named handledBy,
            @Nullable Instant handledAt,
            @Nullable String note) {}

    public record BreachView(
            UUID id,
            UUID conversation,
            Named customer,
            ClockKind kind,
            String rule,
            int standardSeconds,
            Instant startedAt,
            Instant dueAt,
            @Nullable Instant answeredAt,
            @Nullable Long lateSeconds,
            @Nullable Named agent,
            @Nullable Named group,
            @Nullable Integer load,
            @Nullable Integer capacity,
            int queued,
            int agentsOnline,
            String reason,
            Sentence why) {}

    // ---- Clocks ----------------------------------------------------------------------------------------------------

    /** The clocks of those of these conversations that the actor may read: all that run, else the last one. */
    public List<ClockView> clocks(Actor actor, Collection<UUID> ids) {
        if (ids.size() > MOST_CONVERSATIONS) {
            throw SlaProblem.tooMany();
        }
        Set<UUID> readable = conversations.readable(actor, ids);
        return readable.isEmpty() ? List.of() : clocks(readable);
    }

    private List<ClockView> clocks(Collection<UUID> conversations) {
        Instant now = clock.instant();
        ServiceHours.Book book = hours.book();
        return sql.sql(
                        """
                        select distinct on (k.conversation_id, k.line) k.*, c.state as conversation_state
                          from sla.clock k
                          join conversation.conversation c on c.id = k.conversation_id
                         where k.conversation_id = any(?) and (k.stopped_at is null or k.line = 'ANSWER')
                         order by k.conversation_id, k.line, k.started_at desc""")
                .param(conversations.toArray(UUID[]::new))
                .query((row, n) -> view(
                        ClockRepository.clock(row), row.getString("conversation_state").equals("CLOSED"), book, now))
                .list();
    }

    static ClockView view(ServiceClock one, boolean conversationIsClosed, ServiceHours.Book book, Instant now) {
        ServiceCalendar calendar = book.of(one.place());
        Instant until = one.stoppedAt() == null ? now : one.stoppedAt();
        boolean customersTurn = !one.runs() && !conversationIsClosed && one.kind().line() == ClockKind.Line.ANSWER;
        boolean closedHours = one.runs() && !calendar.isOpen(now);
        State state = stateOf(one, customersTurn, closedHours, now);
        return new ClockView(
                one.conversation().value(),
                one.kind(),
                one.startedAt(),
                one.dueAt(),
                one.warnAt(),
                one.standardSeconds(),
                state,
                state != State.PAUSED ? null : customersTurn ? CUSTOMERS_TURN : CLOSED_HOURS,
                calendar.openBetween(one.startedAt(), until).toSeconds(),
                now);
    }

    private static State stateOf(ServiceClock one, boolean customersTurn, boolean closedHours, Instant now) {
        if (customersTurn) {
            return State.PAUSED;
        }
        if (!one.runs()) {
            return State.STOPPED;
        }
        if (!one.dueAt().isAfter(now)) {
            return State.BREACHED;
        }
        if (closedHours) {
            return State.PAUSED;
        }
        return one.warnAt().isAfter(now) ? State.RUNNING : State.WARNING;
    }

    // ---- Warnings --------------------------------------------------------------------------------------------------

    private static final String WARNING =
            """
            select w.*, k2.name as customer_name, m.id as holder_id, m.nickname as agent_name, g.name as group_name, s.name as store_name,
                   h.nickname as handler_name
              from sla.warning w
              join customer.customer k2 on k2.id = w.customer_id
              left join conversation.conversation c on c.id = w.conversation_id
              left join staff.member m on m.id = case when w.handled_at is null and w.task_id is null and c.state <> 'CLOSED'
                                                      then c.agent_id else w.agent_id end
              left join staff.skill_group g on g.id = w.group_id
              left join staff.store s on s.id = w.store_id
              left join staff.member h on h.id = w.handled_by
            """;

    private static final String MINE =
            """
             and (w.agent_id = :self
                  or (:everything or w.group_id = any(:groups) or w.store_id = any(:stores) or :leads and w.group_id is null)
                     and (w.task_id is null or w.level > 1 or w.agent_id is null))
            """;

    /** The feed, the newest first: a lead sees those of his groups and stores, an agent his own. */
    public Page<WarningView> warnings(Actor actor, boolean openOnly, @Nullable String cursor, int limit) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        Cursor from = Cursor.parse(cursor);
        List<WarningView> found = warnings(
                WARNING + " where true" + (openOnly ? " and w.handled_at is null" : "") + MINE
                        + (from == null ? "" : " and (w.at, w.id) < (:at, :after)")
                        + " order by w.at desc, w.id desc limit :limit",
                actor,
                Map.of("limit", size + 1),
                from);
        boolean more = found.size() > size;
        List<WarningView> shown = more ? found.subList(0, size) : found;
        return new Page<>(shown, more ? new Cursor(shown.getLast().at(), shown.getLast().id()).text() : null);
    }

    /** Empty when the actor may not see it. */
    Optional<WarningView> warning(Actor actor, UUID id) {
        return warnings(WARNING + " where w.id = :id" + MINE, actor, Map.of("id", id), null).stream().findFirst();
    }

    private List<WarningView> warnings(String statement, Actor actor, Map<String, ?> params, @Nullable Cursor from) {
        return withClocks(sql.sql(statement)
                .param("everything", actor.leadsAll())
                .param("leads", actor.mayLead())
                .param("self", actor.id().value())
                .param("groups", actor.mayLead() ? actor.groups().stream().map(GroupId::value).toArray(UUID[]::new) : new UUID[0])
                .param("stores", actor.mayLead() ? actor.stores().stream().map(store -> store.value()).toArray(UUID[]::new) : new UUID[0])
                .param("at", from == null ? null : utc(from.at()))
                .param("after", from == null ? null : from.id())
                .params(params)
                .query((row, n) -> new Found(warning(row), row.getObject("clock_id", UUID.class)))
                .list());
    }

    List<WarningView> warnings(Collection<UUID> ids) {
        return withClocks(sql.sql(WARNING + " where w.id = any(?)")
                .param(ids.toArray(UUID[]::new))
                .query((row, n) -> new Found(warning(row), row.getObject("clock_id", UUID.class)))
                .list());
    }

    private record Found(WarningView warning, @Nullable UUID clock) {}

    private List<WarningView> withClocks(List<Found> found) {
        UUID[] ids = found.stream().map(Found::clock).filter(id -> id != null).toArray(UUID[]::new);
        if (ids.length == 0) {
            return found.stream().map(Found::warning).toList();
        }
        Instant now = clock.instant();
        ServiceHours.Book book = hours.book();
        Map<UUID, ClockView> clocks = new HashMap<>();
        sql.sql("""
                select k.*, c.state as conversation_state from sla.clock k
                  join conversation.conversation c on c.id = k.conversation_id where k.id = any(?)""")
                .param(ids)
                .query((ResultSet row) -> {
                    ServiceClock one = ClockRepository.clock(row);
                    clocks.put(one.id(), view(one, row.getString("conversation_state").equals("CLOSED"), book, now));
                });
        return found.stream()
                .map(one -> one.clock() == null ? one.warning() : with(one.warning(), clocks.get(one.clock())))
                .toList();
    }

    private static WarningView with(WarningView one, @Nullable ClockView clock) {
        return new WarningView(
                one.id(), one.at(), one.kind(), one.level(), one.rung(), one.conversation(), one.task(), one.customer(), one.agent(),
                one.group(), one.store(), clock, one.handledBy(), one.handledAt(), one.note());
    }

    private static WarningView warning(ResultSet row) throws SQLException {
        return new WarningView(
                row.getObject("id", UUID.class),
                ClockRepository.time(row, "at"),
                WarningKind.of(row.getString("kind")),
                row.getInt("level"),
                row.getInt("rung"),
                row.getObject("conversation_id", UUID.class),
                row.getObject("task_id", UUID.class),
                new Named(row.getObject("customer_id", UUID.class), row.getString("customer_name")),
                named(row, "holder_id", "agent_name"),
                named(row, "group_id", "group_name"),
                named(row, "store_id", "store_name"),
                null,
                named(row, "handled_by", "handler_name"),
                ClockRepository.timeOrNull(row, "handled_at"),
                row.getString("note"));
    }

    // ---- Broken promises -------------------------------------------------------------------------------------------

    /** Every broken promise with its reason, the newest first. An agent sees his own. */
    public Page<BreachView> breaches(
            Actor actor,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable GroupId group,
            @Nullable String cursor,
            int limit) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        Cursor after = Cursor.parse(cursor);
        List<BreachView> found = sql.sql(
                        """
                        select b.*, k.started_at, k.stopped_at, k.answered_by, c.customer_id, u.name as customer_name,
                               m.nickname as agent_name, g.name as group_name
                          from sla.breach b
                          join sla.clock k on k.id = b.clock_id
                          join conversation.conversation c on c.id = b.conversation_id
                          join customer.customer u on u.id = c.customer_id
                          left join staff.member m on m.id = b.agent_id
                          left join staff.skill_group g on g.id = b.group_id
                         where (:from::timestamptz is null or b.due_at >= :from)
                           and (:to::timestamptz is null or b.due_at < :to)
                           and (:group::uuid is null or b.group_id = :group)
                           and (:everything or b.agent_id = :self or b.group_id = any(:groups)
                                or :leads and b.group_id is null)
                           and (:at::timestamptz is null or (b.due_at, b.clock_id) < (:at, :after::uuid))
                         order by b.due_at desc, b.clock_id desc
                         limit :limit""")
                .param("from", from == null ? null : utc(from))
                .param("to", to == null ? null : utc(to))
                .param("group", group == null ? null : group.value())
                .param("everything", actor.leadsAll())
                .param("leads", actor.mayLead())
                .param("self", actor.id().value())
                .param("groups", actor.mayLead() ? actor.groups().stream().map(GroupId::value).toArray(UUID[]::new) : new UUID[0])
                .param("at", after == null ? null : utc(after.at()))
                .param("after", after == null ? null : after.id())
                .param("limit", size + 1)
                .query((row, n) -> breach(row))
                .list();
        boolean more = found.size() > size;
        List<BreachView> shown = more ? found.subList(0, size) : found;
        return new Page<>(shown, more ? new Cursor(shown.getLast().dueAt(), shown.getLast().id()).text() : null);
    }

    private static BreachView breach(ResultSet row) throws SQLException {
        Instant due = ClockRepository.time(row, "due_at");
        Instant stopped = ClockRepository.timeOrNull(row, "stopped_at");
        BreachReason reason =
                BreachReason.valueOf(row.getString("reason").toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        return new BreachView(
                row.getObject("clock_id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                new Named(row.getObject("customer_id", UUID.class), row.getString("customer_name")),
                ClockKind.valueOf(row.getString("kind")),
                row.getString("rule"),
                row.getInt("standard_secs"),
                ClockRepository.time(row, "started_at"),
                due,
                stopped,
                stopped == null ? null : java.time.Duration.between(due, stopped).toSeconds(),
                named(row, "agent_id", "agent_name"),
                named(row, "group_id", "group_name"),
                row.getObject("agent_load", Integer.class),
                row.getObject("agent_capacity", Integer.class),
                row.getInt("queued"),
                row.getInt("agents_online"),
                reason.code(),
                sentence(reason, row));
    }

    private static Sentence sentence(BreachReason reason, ResultSet row) throws SQLException {
        int queued = row.getInt("queued");
        int online = row.getInt("agents_online");
        String agent = row.getString("agent_name");
        boolean known = row.getObject("agent_load") != null;
        String load = known ? "(负荷 " + row.getInt("agent_load") + "/" + row.getInt("agent_capacity") + ")" : "";
        String loaded = known ? " (load " + row.getInt("agent_load") + "/" + row.getInt("agent_capacity") + ")" : "";
        return switch (reason) {
            case NOBODY_THERE -> new Sentence("在排队,组内无人在线(排队 " + queued + " 人)", "In the queue, nobody of the group on line (" + queued + " waiting)");
            case IN_QUEUE -> new Sentence("在排队,排队 " + queued + " 人,在线 " + online + " 人", "In the queue: " + queued + " waiting, " + online + " on line");
            case AGENT_AWAY -> new Sentence("客服 " + agent + " 不在座位上", agent + " was away");
            case AGENT_FULL -> new Sentence("客服 " + agent + " 已满负荷" + load, agent + " was full" + loaded);
            case AGENT_LATE -> new Sentence("客服 " + agent + " 未及时回复" + load, agent + " did not answer in time" + loaded);
        };
    }

    static @Nullable Named named(ResultSet row, String id, String name) throws SQLException {
        return row.getString(name) == null ? null : new Named(row.getObject(id, UUID.class), row.getString(name));
    }

    /** Where a page ended. */
    record Cursor(Instant at, UUID id) {

        static @Nullable Cursor parse(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                int mark = text.indexOf('~');
                return new Cursor(Instant.parse(text.substring(0, mark)), UUID.fromString(text.substring(mark + 1)));
            } catch (RuntimeException forged) {
                throw SlaProblem.badCursor();
            }
        }

        String text() {
            return at + "~" + id;
        }
    }
}

package com.huixiang.conversation;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Level;
import com.huixiang.kernel.Page;
import com.huixiang.staff.Actor;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.StaffId;
import com.huixiang.staff.StoreId;
import com.huixiang.staff.Workload;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** READ DOOR: conversations as the workbench and the customer see them. */
@Service
public class ConversationLists implements Workload {

    /** Which of the four lists of the workbench. */
    public enum Tab {
        QUEUE,
        MINE,
        COLLEAGUES,
        HISTORY
    }

    public record Named(UUID id, String name) {}

    public record CustomerView(UUID id, String name, @Nullable String avatar, Level level, boolean vip) {}

    public record ClosureView(
            @Nullable String category, @Nullable UUID categoryId, String summary, String reason, String by) {}

    /** A conversation as one row. {@code unread} counts what the asking agent has not read; live rows leave it out. */
    public record Row(
            UUID id,
            CustomerView customer,
            Touchpoint channel,
            @JsonRawValue @Nullable String entry,
            ConversationState state,
            Urgency urgency,
            String issue,
            @Nullable Named group,
            @Nullable Named store,
            @Nullable Named agent,
            List<Named> participants,
            int lastSeq,
            Instant lastAt,
            Author.Kind lastBy,
            String lastPreview,
            @Nullable Instant waitingSince,
            @Nullable Instant queuedAt,
            @Nullable Instant firstReplyAt,
            Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable ClosureView closure,
            boolean leftMessage,
            @Nullable Instant promisedAt,
            int customerDelivered,
            int customerRead,
            @Nullable Integer unread) {}

    /** The agent's own day, in the time zone of the shop. Response times in seconds. */
    public record Today(
            int received, int open, @Nullable Double averageResponseSeconds, @Nullable Double repliedWithin3Minutes) {}

    record Waiting(ConversationId conversation, CustomerId customer) {}

    private static final int LARGEST_PAGE = 200;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final ObjectProvider<CustomerTie> ties;

    ConversationLists(JdbcClient sql, JsonMapper json, ObjectProvider<CustomerTie> ties) {
        this.sql = sql;
        this.json = json;
        this.ties = ties;
    }

    // Rows are read with the names they show: a read may look into the tables of the floors below.
    private static final String ROW =
            """
            select c.*, k.name as customer_name, k.avatar as customer_avatar, k.level as customer_level,
                   g.name as group_name, h.name as store_name, a.nickname as agent_name, a.avatar as agent_avatar,
                   (select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.nickname) order by p.at)
                      from conversation.participant p join staff.member s on s.id = p.agent_id
                     where p.conversation_id = c.id) as participants,
                   x.summary as closure_summary, x.reason as closure_reason, x.by_name as closure_by,
                   x.category_id as closure_category_id, t.name as closure_category,
                   l.conversation_id is not null as left_message,
                   coalesce(r.delivered_seq, 0) as customer_delivered, coalesce(r.read_seq, 0) as customer_read,
                   case when :me::text is null then null else
                        (select count(*)::int from conversation.message m
                          where m.conversation_id = c.id and m.sent_at >= c.opened_at and m.author = 'CUSTOMER'
                            and m.kind <> 'RECALL'
                            and m.seq > coalesce((select mine.read_seq from conversation.reading mine
                                                   where mine.conversation_id = c.id and mine.reader = :me::text), 0))
                   end as unread
              from conversation.conversation c
              join customer.customer k on k.id = c.customer_id
              left join staff.skill_group g on g.id = c.group_id
              left join staff.store h on h.id = c.store_id
              left join staff.member a on a.id = c.agent_id
              left join conversation.closure x on x.conversation_id = c.id
              left join conversation.category t on t.id = x.category_id
              left join conversation.left_message l on l.conversation_id = c.id
              left join conversation.reading r on r.conversation_id = c.id and r.reader = 'customer'
            """;

    /** What the groups of a member serve; a conversation that a store is asked for belongs to that store alone. */
    private static final String OURS =
            """
            (c.store_id is null and (c.group_id is null or c.group_id = any(:groups)) or c.store_id = any(:stores))""";

    /** One page of a list. The cursor is where the page before ended. */
    public Page<Row> list(Actor actor, Tab tab, @Nullable String words, @Nullable String cursor, int limit) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        boolean history = tab == Tab.HISTORY;
        StringBuilder where = new StringBuilder(
                switch (tab) {
                    case QUEUE -> " where c.state = 'QUEUED' and (:everything or " + OURS + ")";
                    case MINE ->
                        " where c.state = 'HELD' and (c.agent_id = :self or exists (select from conversation.participant p"
                                + " where p.conversation_id = c.id and p.agent_id = :self))";
                    case COLLEAGUES ->
                        " where c.state = 'HELD' and c.agent_id <> :self"
                                + " and (:everything or " + OURS + ")";
                    case HISTORY ->
                        " where c.state = 'CLOSED' and (:everything or " + OURS
                                + " or exists (select from conversation.assignment s"
                                + " where s.conversation_id = c.id and s.agent_id = :self))";
                });
        if (words != null && !words.isBlank()) {
            where.append(" and (k.name ilike :words or c.last_preview ilike :words or x.summary ilike :words)");
        }
        if (cursor != null) {
            where.append(
                    history
                            ? " and (c.closed_at, c.id) < (:at, :after)"
                            : " and (coalesce(c.waiting_since, c.last_at), c.id) > (:at, :after)");
        }
        where.append(
                history
                        ? " order by c.closed_at desc, c.id desc"
                        : " order by coalesce(c.waiting_since, c.last_at), c.id");
        Cursor from = Cursor.parse(cursor);
        List<Row> rows = sql.sql(ROW + where + " limit :limit")
                .param("me", actor.id().value().toString())
                .param("self", actor.id().value())
                .param("everything", actor.leadsAll())
                .param("groups", actor.groups().stream().map(GroupId::value).toArray(UUID[]::new))
                .param("stores", actor.stores().stream().map(StoreId::value).toArray(UUID[]::new))
                .param("words", words == null ? null : "%" + escaped(words.strip()) + "%")
                .param("at", from == null ? null : ConversationRepository.utc(from.at()))
                .param("after", from == null ? null : from.id())
                .param("limit", size + 1)
                .query(this::row)
                .list();
        return page(rows, size, history);
    }

    /**
     * Row check for reading: whoever leads all reads everything; an agent reads what his groups serve, what he holds, held or was
     * invited to, and the earlier conversations of a customer he holds now.
     */
    public void checkMayRead(Actor actor, ConversationId id) {
        if (!mayRead(actor, id)) {
            throw exists(id) ? ConversationProblem.notYours() : ConversationProblem.notFound();
        }
    }

    private boolean mayRead(Actor actor, ConversationId id) {
        return !readable(actor, List.of(id.value())).isEmpty();
    }

    /** Those of these conversations that {@link #checkMayRead} lets pass. */
    public Set<UUID> readable(Actor actor, Collection<UUID> ids) {
        return new HashSet<>(sql.sql(
                        """
                        select c.id
                          from conversation.conversation c
                         where c.id = any(:ids)
                           and (:everything or %s or c.agent_id = :self
                                or exists (select from conversation.participant p
                                            where p.conversation_id = c.id and p.agent_id = :self)
                                or exists (select from conversation.assignment a
                                            where a.conversation_id = c.id and a.agent_id = :self)
                                or exists (select from conversation.conversation now
                                            where now.customer_id = c.customer_id and now.agent_id = :self
                                              and now.state = 'HELD'))"""
                                .formatted(OURS))
                .param("ids", ids.toArray(UUID[]::new))
                .param("everything", actor.leadsAll())
                .param("groups", actor.groups().stream().map(GroupId::value).toArray(UUID[]::new))
                .param("stores", actor.stores().stream().map(StoreId::value).toArray(UUID[]::new))
                .param("self", actor.id().value())
                .query(UUID.class)
                .list());
    }

    /**
     * Row check for a customer's file: whoever may read one of his conversations, or looks after him, opens it. One who has
     * never written is open to everybody who serves.
     */
    public void checkMayOpen(Actor actor, CustomerId customer) {
        if (!mayOpen(actor, customer)) {
            throw ConversationProblem.customerNotYours();
        }
    }

    boolean mayOpen(Actor actor, CustomerId customer) {
        if (actor.leadsAll() || ties.stream().anyMatch(tie -> tie.looksAfter(actor.id(), customer))) {
            return true;
        }
        List<UUID> conversations = sql.sql(
                        """
                        select c.id from conversation.conversation c
                         where c.customer_id = (select coalesce(k.merged_into, k.id) from customer.customer k where k.id = ?)
                         order by c.closed_at desc nulls first
                         limit 50""")
                .param(customer.value())
                .query(UUID.class)
                .list();
        return conversations.isEmpty()
                || conversations.stream().anyMatch(id -> mayRead(actor, new ConversationId(id)));
    }

    private boolean exists(ConversationId id) {
        return sql.sql("select exists (select from conversation.conversation where id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /** All conversations of one customer, the newest first: his timeline. */
    public Page<Row> ofCustomer(CustomerId customer, @Nullable String cursor, int limit) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        Cursor from = Cursor.parse(cursor);
        List<Row> rows = sql.sql(ROW + " where c.customer_id = :customer"
                        + (from == null ? "" : " and (c.opened_at, c.id) < (:at, :after)")
                        + " order by c.opened_at desc, c.id desc limit :limit")
                .param("me", null)
                .param("customer", customer.value())
                .param("at", from == null ? null : ConversationRepository.utc(from.at()))
                .param("after", from == null ? null : from.id())
                .param("limit", size + 1)
                .query(this::row)
                .list();
        boolean more = rows.size() > size;
        List<Row> shown = more ? rows.subList(0, size) : rows;
        return new Page<>(
                shown,
                more ? new Cursor(shown.getLast().openedAt(), shown.getLast().id()).text() : null);
    }

    /** Everything open in a store, whoever has waited longest first. Whether the actor may see it, the caller has asked. */
    public List<Row> inStore(StoreId store, Actor actor) {
        return sql.sql(ROW + " where c.store_id = :store and c.state <> 'CLOSED' order by c.queued_at, c.id limit 200")
                .param("me", actor.id().value().toString())
                .param("store", store.value())
                .query(this::row)
                .list();
    }

    /** How many wait in this store who came before. */
    public int waitingBefore(ConversationId id, StoreId store) {
        return sql.sql(
                        """
                        select count(*)::int from conversation.conversation c
                         where c.store_id = :store and c.state = 'QUEUED' and c.id <> :id
                           and c.queued_at <= (select queued_at from conversation.conversation where id = :id)""")
                .param("store", store.value())
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /** Where this customer was last in touch with us; empty when he never was. */
    public Optional<Touchpoint> lastTouchpointOf(CustomerId customer) {
        return sql.sql(
                        """
                        select channel_id, channel_kind, channel_name from conversation.conversation
                         where customer_id = ? and channel_kind <> 'store'
                         order by opened_at desc limit 1""")
                .param(customer.value())
                .query((row, n) -> new Touchpoint(row.getString(1), row.getString(2), row.getString(3)))
                .optional();
    }

    public Row row(ConversationId id, Actor actor) {
        return sql.sql(ROW + " where c.id = :id")
                .param("me", actor.id().value().toString())
                .param("id", id.value())
                .query(this::row)
                .optional()
                .orElseThrow(ConversationProblem::notFound);
    }

    /** Whose conversation this is. */
    public Optional<CustomerId> customerOf(ConversationId id) {
        return sql.sql("select customer_id from conversation.conversation where id = ?")
                .param(id.value())
                .query(UUID.class)
                .optional()
                .map(CustomerId::new);
    }

    /** The customer of a conversation that this agent holds now. */
    public Optional<CustomerId> customerHeldBy(ConversationId id, StaffId agent) {
        return sql.sql("select customer_id from conversation.conversation where id = ? and agent_id = ?")
                .params(id.value(), agent.value())
                .query(UUID.class)
                .optional()
                .map(CustomerId::new);
    }

    List<Row> rows(Collection<UUID> ids) {
        return sql.sql(ROW + " where c.id = any(:ids)")
                .param("me", null)
                .param("ids", ids.toArray(UUID[]::new))
                .query(this::row)
                .list();
    }

    List<Waiting> waiting(Collection<ConversationId> ids) {
        return sql.sql("select id, customer_id from conversation.conversation where id = any(?) and state = 'QUEUED'")
                .param(ids.stream().map(ConversationId::value).toArray(UUID[]::new))
                .query((row, n) -> new Waiting(
                        new ConversationId(row.getObject(1, UUID.class)),
                        new CustomerId(row.getObject(2, UUID.class))))
                .list();
    }

    /** What each agent holds now, counted from the rows: a crash leaves no ghosts behind. */
    @Override
    public Map<StaffId, Integer> loads() {
        Map<StaffId, Integer> loads = new HashMap<>();
        sql.sql("select agent_id, sum(weight) from conversation.conversation where state = 'HELD' group by agent_id")
                .query(row -> {
                    loads.put(new StaffId(row.getObject(1, UUID.class)), row.getInt(2));
                });
        return loads;
    }

    /**
     * What this agent did since the given time. A turn begins with the customer's first unanswered word; one that may
     * still be answered in time does not count yet.
     */
    public Today since(StaffId agent, Instant start, Instant now) {
        return sql.sql(
                        """
                        with mine as (
                            select distinct a.conversation_id from conversation.assignment a
                             where a.agent_id = :agent and a.began_at >= :start),
                        entry as (
                            select m.conversation_id, m.seq, m.sent_at, m.author, m.author_id,
                                   lag(m.author) over w as author_before
                              from mine
                              join conversation.message m using (conversation_id)
                             where m.sent_at >= :start and m.kind in ('TEXT', 'PICTURE', 'FILE', 'CARD')
                            window w as (partition by m.conversation_id order by m.seq)),
                        turn as (
                            select q.sent_at as asked_at,
                                   (select min(m.sent_at) from conversation.message m
                                     where m.conversation_id = q.conversation_id and m.seq > q.seq
                                       and m.sent_at >= :start and m.author = 'AGENT'
                                       and m.kind in ('TEXT', 'PICTURE', 'FILE', 'CARD')) as answered_at
                              from entry q
                             where q.author = 'CUSTOMER' and q.author_before is distinct from 'CUSTOMER')
                        select (select count(*)::int from mine) as received,
                               (select count(*)::int from conversation.conversation
                                 where state = 'HELD' and agent_id = :agent) as open,
                               avg(extract(epoch from answered_at - asked_at)) filter (where answered_at is not null)
                                   as average_response,
                               avg(case when answered_at - asked_at <= interval '3 minutes' then 1.0 else 0.0 end)
                                   filter (where answered_at is not null or :now - asked_at > interval '3 minutes')
                                   as within_3_minutes
                          from turn""")
                .param("agent", agent.value())
                .param("start", ConversationRepository.utc(start))
                .param("now", ConversationRepository.utc(now))
                .query((row, n) -> new Today(
                        row.getInt("received"),
                        row.getInt("open"),
                        row.getObject("average_response") == null ? null : row.getDouble("average_response"),
                        row.getObject("within_3_minutes") == null ? null : row.getDouble("within_3_minutes")))
                .single();
    }

    /** The consultation categories as a tree (咨询分类), for the closing form. */
    public record Category(UUID id, String name, List<Category> children) {}

    public List<Category> categories() {
        record Flat(UUID id, @Nullable UUID parent, String name) {}
        List<Flat> all = sql.sql("select id, parent_id, name from conversation.category order by ordinal, name")
                .query((row, n) -> new Flat(
                        row.getObject("id", UUID.class), row.getObject("parent_id", UUID.class), row.getString("name")))
                .list();
        return all.stream()
                .filter(top -> top.parent() == null)
                .map(top -> new Category(
                        top.id(),
                        top.name(),
                        all.stream()
                                .filter(child -> top.id().equals(child.parent()))
                                .map(child -> new Category(child.id(), child.name(), List.of()))
                                .toList()))
                .toList();
    }

    boolean hasCategory(UUID id) {
        return sql.sql("select exists (select from conversation.category where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private Page<Row> page(List<Row> rows, int size, boolean history) {
        boolean more = rows.size() > size;
        List<Row> shown = more ? rows.subList(0, size) : rows;
        if (!more) {
            return new Page<>(shown, null);
        }
        Row last = shown.getLast();
        Instant at = history ? last.closedAt() : last.waitingSince() == null ? last.lastAt() : last.waitingSince();
        return new Page<>(shown, new Cursor(at, last.id()).text());
    }

    private Row row(ResultSet row, int number) throws SQLException {
        Level level = Level.valueOf(row.getString("customer_level"));
        String participants = row.getString("participants");
        return new Row(
                row.getObject("id", UUID.class),
                new CustomerView(
                        row.getObject("customer_id", UUID.class),
                        row.getString("customer_name"),
                        row.getString("customer_avatar"),
                        level,
                        level.isVip()),
                new Touchpoint(
                        row.getString("channel_id"), row.getString("channel_kind"), row.getString("channel_name")),
                row.getString("entry"),
                ConversationState.valueOf(row.getString("state")),
                Urgency.valueOf(row.getString("urgency")),
                row.getString("issue"),
                named(row, "group_id", "group_name"),
                named(row, "store_id", "store_name"),
                named(row, "agent_id", "agent_name"),
                participants == null ? List.of() : List.of(json.readValue(participants, Named[].class)),
                row.getInt("last_seq"),
                time(row, "last_at"),
                Author.Kind.valueOf(row.getString("last_by")),
                row.getString("last_preview"),
                time(row, "waiting_since"),
                time(row, "queued_at"),
                time(row, "first_reply_at"),
                time(row, "opened_at"),
                time(row, "closed_at"),
                row.getString("closure_summary") == null
                        ? null
                        : new ClosureView(
                                row.getString("closure_category"),
                                row.getObject("closure_category_id", UUID.class),
                                row.getString("closure_summary"),
                                row.getString("closure_reason"),
                                row.getString("closure_by")),
                row.getBoolean("left_message"),
                time(row, "promised_at"),
                row.getInt("customer_delivered"),
                row.getInt("customer_read"),
                (Integer) row.getObject("unread"));
    }

    private static @Nullable Named named(ResultSet row, String id, String name) throws SQLException {
        return row.getString(name) == null ? null : new Named(row.getObject(id, UUID.class), row.getString(name));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** Where a page ended: a time and an id, so that rows of the same moment are neither doubled nor lost. */
    record Cursor(Instant at, UUID id) {

        static @Nullable Cursor parse(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                int comma = text.indexOf('~');
                return new Cursor(Instant.parse(text.substring(0, comma)), UUID.fromString(text.substring(comma + 1)));
            } catch (RuntimeException forged) {
                throw ConversationProblem.badCursor();
            }
        }

        String text() {
            return at + "~" + id;
        }
    }
}

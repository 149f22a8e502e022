package com.huixiang.conversation;

import com.huixiang.customer.CustomerId;
import com.huixiang.customer.MergeId;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.StaffId;
import com.huixiang.staff.StoreId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads and stores the record. Whoever writes holds the conversation's row lock first; that alone makes sequence numbers
 * and client ids unique, on one node or many, although the message table is partitioned by time.
 */
@Repository
class ConversationRepository {

    static final String COLUMNS =
            """
            c.id, c.customer_id, c.channel_id, c.channel_kind, c.state, c.urgency, c.issue, c.group_id, c.store_id,
            c.agent_id, c.last_seq, c.last_shown_seq, c.opened_at, c.waiting_since, c.promised_at, c.last_preview""";

    private final JdbcTemplate jdbc;
    private final JdbcClient sql;
    private final JsonMapper json;

    ConversationRepository(JdbcTemplate jdbc, JdbcClient sql, JsonMapper json) {
        this.jdbc = jdbc;
        this.sql = sql;
        this.json = json;
    }

    /** Locks the rows in one order, so that two batches never wait for each other in a circle. */
    Map<ConversationId, Conversation> lock(Collection<ConversationId> ids) {
        return sql
                .sql("select " + COLUMNS
                        + " from conversation.conversation c where c.id = any(:ids) order by c.id for update")
                .param("ids", uuids(ids))
                .query((row, n) -> conversation(row))
                .stream()
                .collect(Collectors.toMap(Conversation::id, Function.identity()));
    }

    Conversation lock(ConversationId id) {
        return Optional.ofNullable(lock(List.of(id)).get(id)).orElseThrow(ConversationProblem::notFound);
    }

    /** As it stands, without a lock: for whoever only asks. */
    Optional<Conversation> find(ConversationId id) {
        return sql.sql("select " + COLUMNS + " from conversation.conversation c where c.id = ?")
                .param(id.value())
                .query((row, n) -> conversation(row))
                .optional();
    }

    /** As {@link #lock}, and whether each entry's author was invited: all that a batch of messages needs to know. */
    Map<ConversationId, Locked> lockFor(Collection<Entry> entries) {
        return jdbc
                .execute((ConnectionCallback<List<Locked>>) connection -> {
                    try (var statement = connection.prepareStatement("select " + COLUMNS
                            + """
                            , exists (select from conversation.participant p
                                       where p.conversation_id = c.id and p.agent_id = e.author_id) as invited
                              from unnest(?::uuid[], ?::uuid[]) as e(conversation_id, author_id)
                              join conversation.conversation c on c.id = e.conversation_id
                             order by c.id
                               for update of c""")) {
                        statement.setArray(
                                1,
                                connection.createArrayOf("uuid", entries.stream()
                                        .map(entry -> entry.conversation().value())
                                        .toArray()));
                        statement.setArray(
                                2,
                                connection.createArrayOf(
                                        "uuid", entries.stream().map(entry -> entry.author().id()).toArray()));
                        try (ResultSet rows = statement.executeQuery()) {
                            List<Locked> locked = new ArrayList<>(entries.size());
                            while (rows.next()) {
                                locked.add(new Locked(conversation(rows), rows.getBoolean("invited")));
                            }
                            return locked;
                        }
                    }
                })
                .stream()
                .collect(Collectors.toMap(locked -> locked.conversation().id(), Function.identity()));
    }

    record Locked(Conversation conversation, boolean invited) {}

    /**
     * Adds at most one entry to each conversation, in one statement: gives it the next number, moves the conversation
     * on, and passes over what the same sender had sent before. Answers the numbers of those that are new.
     */
    Map<ConversationId, Integer> append(List<Entry> entries, Instant at) {
        return jdbc.execute((ConnectionCallback<Map<ConversationId, Integer>>) connection -> {
            try (var statement = connection.prepareStatement(APPEND)) {
                int column = 1;
                statement.setArray(column++, array(connection, "uuid", entries, e -> e.conversation().value()));
                statement.setArray(column++, array(connection, "uuid", entries, Entry::clientId));
                statement.setArray(column++, array(connection, "text", entries, e -> e.author().kind().name()));
                statement.setArray(column++, array(connection, "uuid", entries, e -> e.author().id()));
                statement.setArray(column++, array(connection, "text", entries, e -> e.author().name()));
                statement.setArray(column++, array(connection, "text", entries, e -> e.body().kind().name()));
                statement.setArray(
                        column++, array(connection, "text", entries, e -> json.writeValueAsString(e.body())));
                statement.setArray(column++, array(connection, "int4", entries, Entry::replyTo));
                statement.setArray(column++, array(connection, "bool", entries, e -> e.body().isShown()));
                statement.setArray(column++, array(connection, "bool", entries, e -> e.body().isSpeech()));
                statement.setArray(column++, array(connection, "text", entries, e -> e.body().preview()));
                statement.setObject(column, utc(at));
                Map<ConversationId, Integer> numbers = new LinkedHashMap<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        numbers.put(new ConversationId(rows.getObject(1, UUID.class)), rows.getInt(2));
                    }
                }
                return numbers;
            }
        });
    }

    // Lateral with a limit keeps this a look-up by index however many messages there are; opened_at lets PostgreSQL
    // leave out the months before the conversation began.
    private static final String APPEND =
            """
            with entry as (
                select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[],
                                     ?::int[], ?::bool[], ?::bool[], ?::text[])
                    as e(conversation_id, client_id, author, author_id, author_name, kind, body,
                         reply_to, shown, speech, preview)
            ), fresh as (
                select entry.*, c.last_seq + 1 as seq, greatest(?::timestamptz, c.opened_at) as sent_at
                  from entry
                  join conversation.conversation c on c.id = entry.conversation_id
                  left join lateral (
                       select m.seq from conversation.message m
                        where m.conversation_id = entry.conversation_id
                          and m.client_id = entry.client_id
                          and m.sent_at >= c.opened_at
                        limit 1) earlier on true
                 where earlier.seq is null
            ), written as (
                insert into conversation.message
                       (conversation_id, seq, sent_at, client_id, author, author_id, author_name, kind, body, reply_to)
                select conversation_id, seq, sent_at, client_id, author, author_id, author_name, kind, body::jsonb,
                       reply_to
                  from fresh
            )
            update conversation.conversation c
               set last_seq = f.seq,
                   last_shown_seq = case when f.shown then f.seq else c.last_shown_seq end,
                   last_at = case when f.speech then f.sent_at else c.last_at end,
                   last_by = case when f.speech then f.author else c.last_by end,
                   last_preview = case when f.speech then f.preview else c.last_preview end,
                   waiting_since = case when f.speech and f.author = 'CUSTOMER' then coalesce(c.waiting_since, f.sent_at)
                                        when f.speech then null
                                        else c.waiting_since end,
                   first_reply_at = case when f.speech and f.author = 'AGENT' then coalesce(c.first_reply_at, f.sent_at)
                                         else c.first_reply_at end
              from fresh f
             where c.id = f.conversation_id
            returning c.id, f.seq""";

    /** Opens a conversation unless the customer has an open one; answers the open one either way (E-02). */
    ConversationId open(Opening opening, UUID id, Instant at) {
        Optional<UUID> opened = sql.sql(
                        """
                        insert into conversation.conversation
                               (id, customer_id, channel_id, channel_kind, channel_name, entry, state, issue, agent_id,
                                last_at, last_by, last_preview, opened_at)
                        values (:id, :customer, :channel, :kind, :name, :entry::jsonb, :state, :issue, :agent, :at, 'SYSTEM', '', :at)
                        on conflict (customer_id) where state <> 'CLOSED' do nothing
                        returning id""")
                .param("id", id)
                .param("customer", opening.customer().value())
                .param("channel", opening.channel().id())
                .param("kind", opening.channel().kind())
                .param("name", opening.channel().name())
                .param("entry", opening.page() == null ? null : json.writeValueAsString(opening.page()))
                .param("state", opening.heldBy() == null ? "RECEPTION" : "HELD")
                .param("issue", opening.issue().code())
                .param("agent", opening.heldBy() == null ? null : opening.heldBy().value())
                .param("at", utc(at))
                .query(UUID.class)
                .optional();
        return opened.map(ConversationId::new)
                .or(() -> findOpen(opening.customer()))
                .orElseThrow(ConversationProblem::notFound);
    }

    Optional<ConversationId> findOpen(CustomerId customer) {
        return sql.sql("select id from conversation.conversation where customer_id = ? and state <> 'CLOSED'")
                .param(customer.value())
                .query(UUID.class)
                .optional()
                .map(ConversationId::new);
    }

    /** The same sending in any conversation of this customer: a resend may come after the old one was closed. */
    Optional<ConversationId> findSent(CustomerId customer, UUID clientId) {
        return sql.sql(
                        """
                        select m.conversation_id
                          from conversation.conversation c
                          join conversation.message m on m.conversation_id = c.id and m.client_id = :client
                         where c.customer_id = :customer
                         limit 1""")
                .param("customer", customer.value())
                .param("client", clientId)
                .query(UUID.class)
                .optional()
                .map(ConversationId::new);
    }

    /** Whoever asks for a human waits from then on, also when he asked by pressing a button. */
    void moveToQueue(ConversationId id, Urgency urgency, IssueType issue, @Nullable GroupId group, Instant queuedAt) {
        sql.sql(
                        """
                        update conversation.conversation
                           set state = 'QUEUED', agent_id = null, urgency = :urgency, issue = :issue,
                               group_id = :group, queued_at = :at, waiting_since = coalesce(waiting_since, :at)
                         where id = :id""")
                .param("id", id.value())
                .param("urgency", urgency.name())
                .param("issue", issue.code())
                .param("group", group == null ? null : group.value())
                .param("at", utc(queuedAt))
                .update();
    }

    /** From the front desk into the queue, for many; nobody becomes less urgent, and a known issue stays. */
    void moveToQueue(Collection<Conversations.Wish> wishes, Instant at) {
        List<Conversations.Wish> rows = List.copyOf(wishes);
        sql.sql(
                        """
                        update conversation.conversation c
                           set state = 'QUEUED', agent_id = null,
                               urgency = case when w.rank > array_position(:ranks, c.urgency) then w.urgency else c.urgency end,
                               issue = case when c.issue = :other then w.issue else c.issue end,
                               queued_at = coalesce(c.waiting_since, :at),
                               waiting_since = coalesce(c.waiting_since, :at)
                          from unnest(:ids, :urgencies, :urgency_ranks, :issues) as w(id, urgency, rank, issue)
                         where c.id = w.id""")
                .param("ids", uuids(rows.stream().map(Conversations.Wish::conversation).toList()))
                .param("urgencies", rows.stream().map(wish -> wish.urgency().name()).toArray(String[]::new))
                .param("urgency_ranks", rows.stream().map(wish -> wish.urgency().ordinal() + 1).toArray(Integer[]::new))
                .param("issues", rows.stream().map(wish -> wish.issue().code()).toArray(String[]::new))
                .param("ranks", Arrays.stream(Urgency.values()).map(Urgency::name).toArray(String[]::new))
                .param("other", IssueType.OTHER.code())
                .param("at", utc(at))
                .update();
    }

    /** T-03: a store shall answer instead of a group. */
    void moveToStore(ConversationId id, StoreId store, Instant queuedAt) {
        sql.sql(
                        """
                        update conversation.conversation
                           set state = 'QUEUED', agent_id = null, group_id = null, store_id = :store, queued_at = :at,
                               waiting_since = coalesce(waiting_since, :at)
                         where id = :id""")
                .param("id", id.value())
                .param("store", store.value())
                .param("at", utc(queuedAt))
                .update();
    }

    /** The customer is at another touchpoint now than the one he came in through. */
    void moveTo(ConversationId id, Touchpoint touchpoint) {
        sql.sql("update conversation.conversation set channel_id = ?, channel_kind = ?, channel_name = ? where id = ?")
                .params(touchpoint.id(), touchpoint.kind(), touchpoint.name(), id.value())
                .update();
    }

    /** Somebody stands in front of him: he waits no longer, and this was the first answer. */
    void received(ConversationId id, Instant at) {
        sql.sql("update conversation.conversation set waiting_since = null, first_reply_at = coalesce(first_reply_at, ?)"
                        + " where id = ?")
                .params(utc(at), id.value())
                .update();
    }

    void promise(ConversationId id, Instant by) {
        sql.sql("update conversation.conversation set promised_at = ? where id = ?")
                .params(utc(by), id.value())
                .update();
    }

    /** Back to a group: no store is asked any more. */
    void leaveStore(ConversationId id) {
        sql.sql("update conversation.conversation set store_id = null where id = ?")
                .param(id.value())
                .update();
    }

    void rate(ConversationId id, Urgency urgency, IssueType issue) {
        sql.sql("update conversation.conversation set urgency = ?, issue = ? where id = ?")
                .params(urgency.name(), issue.code(), id.value())
                .update();
    }

    /** Says which group should answer; only those still waiting. */
    List<ConversationId> direct(Map<ConversationId, GroupId> targets) {
        List<ConversationId> ids = List.copyOf(targets.keySet());
        return sql
                .sql(
                        """
                        update conversation.conversation c
                           set group_id = t.group_id
                          from unnest(:ids, :groups) as t(id, group_id)
                         where c.id = t.id and c.state = 'QUEUED' and c.group_id is distinct from t.group_id
                        returning c.id""")
                .param("ids", uuids(ids))
                .param("groups", ids.stream().map(id -> targets.get(id).value()).toArray(UUID[]::new))
                .query(UUID.class)
                .stream()
                .map(ConversationId::new)
                .toList();
    }

    /** Gives each conversation to its agent, closing the assignment before it. The rows are locked by the caller. */
    void assign(List<Pairing> pairings, String how, String whyBeforeEnded, Instant at) {
        UUID[] ids = uuids(pairings.stream().map(Pairing::conversation).toList());
        UUID[] agents = pairings.stream().map(pairing -> pairing.agent().value()).toArray(UUID[]::new);
        UUID[] groups = pairings.stream()
                .map(pairing -> pairing.group() == null ? null : pairing.group().value())
                .toArray(UUID[]::new);
        endAssignments(ids, whyBeforeEnded, at);
        sql.sql(
                        """
                        with pairing as (
                            select * from unnest(:ids, :agents, :groups) as p(conversation_id, agent_id, group_id)),
                        held as (
                            update conversation.conversation c
                               set state = 'HELD', agent_id = p.agent_id, group_id = coalesce(p.group_id, c.group_id)
                              from pairing p
                             where c.id = p.conversation_id)
                        insert into conversation.assignment (conversation_id, agent_id, began_at, how, waited_from)
                        select p.conversation_id, p.agent_id, :at, :how,
                               case when c.state = 'QUEUED' then least(c.queued_at, :at) end
                          from pairing p
                          join conversation.conversation c on c.id = p.conversation_id""")
                .param("ids", ids)
                .param("agents", agents)
                .param("groups", groups)
                .param("at", utc(at))
                .param("how", how)
                .update();
    }

    void endAssignment(ConversationId id, String why, Instant at) {
        endAssignments(new UUID[] {id.value()}, why, at);
    }

    private void endAssignments(UUID[] ids, String why, Instant at) {
        sql.sql(
                        """
                        update conversation.assignment set ended_at = :at, why_ended = :why
                         where conversation_id = any(:ids) and ended_at is null""")
                .param("ids", ids)
                .param("why", why)
                .param("at", utc(at))
                .update();
    }

    void close(ConversationId id, Closure closure, Instant at) {
        endAssignment(id, "closed", at);
        sql.sql(
                        """
                        update conversation.conversation
                           set state = 'CLOSED', agent_id = null, closed_at = :at, waiting_since = null
                         where id = :id""")
                .param("id", id.value())
                .param("at", utc(at))
                .update();
        sql.sql(
                        """
                        insert into conversation.closure
                               (conversation_id, by_id, by_name, category_id, summary, reason, at)
                        values (:id, :by, :name, :category, :summary, :reason, :at)""")
                .param("id", id.value())
                .param("by", closure.by())
                .param("name", closure.byName())
                .param("category", closure.category())
                .param("summary", closure.summary())
                .param("reason", closure.reason())
                .param("at", utc(at))
                .update();
    }

    record Closure(@Nullable UUID by, String byName, @Nullable UUID category, String summary, String reason) {}

    boolean invite(ConversationId id, StaffId member, StaffId by, Instant at) {
        return sql.sql("insert into conversation.participant values (?, ?, ?, ?) on conflict do nothing")
                        .params(id.value(), member.value(), by.value(), utc(at))
                        .update()
                > 0;
    }

    boolean leave(ConversationId id, StaffId member) {
        return sql.sql("delete from conversation.participant where conversation_id = ? and agent_id = ?")
                        .params(id.value(), member.value())
                        .update()
                > 0;
    }

    List<ConversationId> invitedTo(StaffId member) {
        return sql
                .sql(
                        """
                        select p.conversation_id from conversation.participant p
                          join conversation.conversation c on c.id = p.conversation_id and c.state <> 'CLOSED'
                         where p.agent_id = ?""")
                .param(member.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(ConversationId::new)
                .toList();
    }

    boolean listen(ConversationId id, StaffId member, Instant at) {
        return sql.sql(
                                """
                                insert into conversation.listening (conversation_id, agent_id, began_at) values (?, ?, ?)
                                on conflict (conversation_id, agent_id) where ended_at is null do nothing""")
                        .params(id.value(), member.value(), utc(at))
                        .update()
                > 0;
    }

    void stopListening(ConversationId id, StaffId member, Instant at) {
        sql.sql(
                        """
                        update conversation.listening set ended_at = ?
                         where conversation_id = ? and agent_id = ? and ended_at is null""")
                .params(utc(at), id.value(), member.value())
                .update();
    }

    boolean isInvited(ConversationId id, StaffId member) {
        return sql.sql("select exists (select from conversation.participant where conversation_id = ? and agent_id = ?)")
                .params(id.value(), member.value())
                .query(Boolean.class)
                .single();
    }

    void leaveMessage(ConversationId id, @Nullable String contact, Instant at) {
        sql.sql(
                        """
                        insert into conversation.left_message values (?, ?, ?)
                        on conflict (conversation_id) do update
                           set contact = coalesce(excluded.contact, left_message.contact)""")
                .params(id.value(), contact, utc(at))
                .update();
    }

    /** What is taken back is not shown in the lists any more either. */
    boolean recall(ConversationId id, int seq, Instant at) {
        return sql.sql(
                                """
                                with recalled as (
                                    update conversation.message set recalled_at = :at
                                     where conversation_id = :id and seq = :seq and recalled_at is null
                                    returning seq),
                                hidden as (
                                    update conversation.conversation c set last_preview = '[已撤回]'
                                      from recalled
                                     where c.id = :id
                                       and not exists (select from conversation.message later
                                                        where later.conversation_id = :id and later.seq > recalled.seq
                                                          and later.kind in ('TEXT', 'PICTURE', 'FILE', 'CARD')))
                                select count(*) from recalled""")
                        .param("at", utc(at))
                        .param("id", id.value())
                        .param("seq", seq)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The customer's file became another one: his conversations follow him, and it is written down which ones. */
    List<ConversationId> follow(MergeId merge, CustomerId from, CustomerId into) {
        return sql
                .sql(
                        """
                        with moved as (
                            update conversation.conversation set customer_id = :into where customer_id = :from returning id)
                        insert into conversation.followed (merge_id, conversation_id)
                        select :merge, id from moved returning conversation_id""")
                .param("merge", merge.value())
                .param("from", from.value())
                .param("into", into.value())
                .query(UUID.class)
                .stream()
                .map(ConversationId::new)
                .toList();
    }

    /** Those that followed then go back. */
    List<ConversationId> part(MergeId merge, CustomerId from, CustomerId into) {
        return sql
                .sql(
                        """
                        update conversation.conversation c set customer_id = :from
                          from conversation.followed f
                         where f.merge_id = :merge and c.id = f.conversation_id and c.customer_id = :into
                        returning c.id""")
                .param("merge", merge.value())
                .param("from", from.value())
                .param("into", into.value())
                .query(UUID.class)
                .stream()
                .map(ConversationId::new)
                .toList();
    }

    static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    private static UUID[] uuids(Collection<ConversationId> ids) {
        return ids.stream().map(ConversationId::value).toArray(UUID[]::new);
    }

    private static Array array(
            Connection connection, String type, List<Entry> entries, Function<Entry, @Nullable Object> column)
            throws SQLException {
        return connection.createArrayOf(type, entries.stream().map(column).toArray());
    }

    static Conversation conversation(ResultSet row) throws SQLException {
        UUID group = row.getObject("group_id", UUID.class);
        UUID store = row.getObject("store_id", UUID.class);
        UUID agent = row.getObject("agent_id", UUID.class);
        OffsetDateTime promised = row.getObject("promised_at", OffsetDateTime.class);
        OffsetDateTime waiting = row.getObject("waiting_since", OffsetDateTime.class);
        return new Conversation(
                new ConversationId(row.getObject("id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("channel_id"),
                row.getString("channel_kind"),
                ConversationState.valueOf(row.getString("state")),
                Urgency.valueOf(row.getString("urgency")),
                IssueType.of(row.getString("issue")),
                group == null ? null : new GroupId(group),
                store == null ? null : new StoreId(store),
                agent == null ? null : new StaffId(agent),
                row.getInt("last_seq"),
                row.getInt("last_shown_seq"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                waiting == null ? null : waiting.toInstant(),
                promised == null ? null : promised.toInstant(),
                row.getString("last_preview"));
    }
}

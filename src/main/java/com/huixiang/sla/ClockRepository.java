package com.huixiang.sla;

import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.ConversationState;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Urgency;
import com.huixiang.customer.CustomerId;
import com.huixiang.sla.ServiceClock.Why;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.ServiceHours.Place;
import com.huixiang.staff.StaffId;
import com.huixiang.staff.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Loads and stores clocks, always many with one statement. */
@Repository
class ClockRepository {

    private final JdbcClient sql;
    private final JsonMapper json;

    ClockRepository(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** How a conversation stands, as far as clocks care. */
    record Standing(
            ConversationId id,
            CustomerId customer,
            ConversationState state,
            String channel,
            String channelKind,
            @Nullable GroupId group,
            @Nullable StoreId store,
            @Nullable StaffId agent,
            Urgency urgency,
            IssueType issue,
            @Nullable Instant waitingSince,
            @Nullable Instant firstReplyAt,
            @Nullable Instant closedAt) {

        /** Whose hours hold. */
        Place place() {
            return store == null ? Place.of(group) : Place.of(store);
        }

        /** A human is wanted, or has it, and the customer has said the last word. */
        boolean waitsForHuman() {
            return waitingSince != null && (state == ConversationState.QUEUED || state == ConversationState.HELD);
        }
    }

    private static final String STANDING =
            """
            select c.id, c.customer_id, c.state, c.channel_id, c.channel_kind, c.group_id, c.store_id, c.agent_id, c.urgency, c.issue,
                   c.waiting_since, c.first_reply_at, c.closed_at
              from conversation.conversation c
            """;

    Map<ConversationId, Standing> standing(Collection<ConversationId> ids) {
        Map<ConversationId, Standing> found = new HashMap<>();
        sql.sql(STANDING + "where c.id = any(?)").param(uuids(ids)).query((ResultSet row) -> {
            Standing standing = standing(row);
            found.put(standing.id(), standing);
        });
        return found;
    }

    /** Everything that clocks may not know yet: who waits without one, and which run although nobody waits so. */
    List<ConversationId> unsettled() {
        return sql
                .sql(
                        """
                        select c.id
                          from conversation.conversation c
                         where c.state in ('QUEUED', 'HELD') and c.waiting_since is not null
                           and not exists (select from sla.clock k
                                            where k.conversation_id = c.id and k.line = 'ANSWER'
                                              and k.started_at = c.waiting_since)
                        union
                        select k.conversation_id
                          from sla.clock k
                          join conversation.conversation c on c.id = k.conversation_id
                         where k.stopped_at is null
                           and (c.state = 'CLOSED' or c.waiting_since is distinct from k.started_at)""")
                .query(UUID.class)
                .list()
                .stream()
                .map(ConversationId::new)
                .toList();
    }

    /** A turn in the record: the customer began to speak, and a human answered. */
    record Turn(ConversationId conversation, Instant askedAt, Instant answeredAt, StaffId agent) {}

    /** Read again what was said since then; only conversations that moved are looked at. */
    List<Turn> turnsSince(Instant from) {
        return sql
                .sql(
                        """
                        with moved as (
                            select id from conversation.conversation
                             where last_at >= :from and (state <> 'CLOSED' or closed_at >= :from)),
                        entry as (
                            select m.conversation_id, m.seq, m.sent_at, m.author,
                                   lag(m.author) over (partition by m.conversation_id order by m.seq) as author_before
                              from moved join conversation.message m on m.conversation_id = moved.id
                             where m.kind in ('TEXT', 'PICTURE', 'FILE', 'CARD') and m.author <> 'SYSTEM')
                        select q.conversation_id, q.sent_at as asked_at, a.sent_at as answered_at, a.author_id
                          from entry q
                          join lateral (
                               select m.sent_at, m.author_id from conversation.message m
                                where m.conversation_id = q.conversation_id and m.seq > q.seq and m.author = 'AGENT'
                                  and m.kind in ('TEXT', 'PICTURE', 'FILE', 'CARD')
                                order by m.seq limit 1) a on true
                         where q.author = 'CUSTOMER' and q.author_before is distinct from 'CUSTOMER'
                           and a.sent_at >= :from
                           and not exists (select from sla.clock k
                                            where k.conversation_id = q.conversation_id and k.line = 'ANSWER'
                                              and k.stopped_at = a.sent_at)""")
                .param("from", utc(from))
                .query((row, n) -> new Turn(
                        new ConversationId(row.getObject("conversation_id", UUID.class)),
                        time(row, "asked_at"),
                        time(row, "answered_at"),
                        new StaffId(row.getObject("author_id", UUID.class))))
                .list();
    }

    /** The first human word after a clock began; by whom, and when the customer had first spoken. */
    record Answer(@Nullable Instant at, @Nullable StaffId by, @Nullable Instant askedAt) {}

    Map<UUID, Answer> answers(Collection<ServiceClock> clocks) {
        Map<UUID, Answer> found = new HashMap<>();
        if (clocks.isEmpty()) {
            return found;
        }
        sql.sql(
                        """
                        select k.id, a.sent_at as answered_at, a.author_id, q.sent_at as asked_at
                          from unnest(:ids, :conversations, :starts::timestamptz[]) as k(id, conversation_id, started_at)
                          left join lateral (
                               select m.seq, m.sent_at, m.author_id from conversation.message m
                                where m.conversation_id = k.conversation_id and m.sent_at >= k.started_at
                                  and m.author = 'AGENT' and m.kind in ('TEXT', 'PICTURE', 'FILE', 'CARD')
                                  and (m.sent_at > k.started_at
                                       or exists (select from conversation.message w
                                                   where w.conversation_id = k.conversation_id and w.seq < m.seq
                                                     and w.sent_at = k.started_at and w.author = 'CUSTOMER'))
                                order by m.seq limit 1) a on true
                          left join lateral (
                               select m.sent_at from conversation.message m
                                where m.conversation_id = k.conversation_id and m.sent_at >= k.started_at
                                  and (a.seq is null or m.seq < a.seq)
                                  and m.author = 'CUSTOMER' and m.kind in ('TEXT', 'PICTURE', 'FILE', 'CARD')
                                order by m.seq limit 1) q on true""")
                .param("ids", clocks.stream().map(ServiceClock::id).toArray(UUID[]::new))
                .param("conversations", uuids(clocks.stream().map(ServiceClock::conversation).toList()))
                .param("starts", clocks.stream().map(clock -> clock.startedAt().toString()).toArray(String[]::new))
                .query((ResultSet row) -> {
                    UUID by = row.getObject("author_id", UUID.class);
                    found.put(
                            row.getObject("id", UUID.class),
                            new Answer(
                                    timeOrNull(row, "answered_at"),
                                    by == null ? null : new StaffId(by),
                                    timeOrNull(row, "asked_at")));
                });
        return found;
    }

    /** When these were first taken by somebody after that time. */
    Optional<Instant> takenAfter(ConversationId conversation, Instant start) {
        return sql.sql("select min(began_at) from conversation.assignment where conversation_id = ? and began_at >= ?")
                .params(conversation.value(), utc(start))
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    List<ServiceClock> running(Collection<ConversationId> conversations) {
        return sql.sql("select * from sla.clock where conversation_id = any(?) and stopped_at is null")
                .param(uuids(conversations))
                .query((row, n) -> clock(row))
                .list();
    }

    List<ServiceClock> running() {
        return sql.sql("select * from sla.clock where stopped_at is null")
                .query((row, n) -> clock(row))
                .list();
    }

    /** Those that something happens to now, locked; another node has the others. */
    List<ServiceClock> due(Instant now, int limit) {
        return sql.sql(
                        """
                        select * from sla.clock where stopped_at is null and next_at <= ?
                         order by next_at limit ? for update skip locked""")
                .params(utc(now), limit)
                .query((row, n) -> clock(row))
                .list();
    }

    /** A clock that was written, and whether it is new. */
    record WrittenClock(ServiceClock clock, boolean isNew) {}

    /**
     * Starts those that are not there yet, stops those that are to be stopped and still run, and answers only what really
     * changed: whatever is done twice is done once.
     */
    List<WrittenClock> write(Collection<ServiceClock> clocks) {
        if (clocks.isEmpty()) {
            return List.of();
        }
        return sql.sql(
                        """
                        insert into sla.clock as k (id, conversation_id, line, kind, started_at, version, standard_secs, place,
                               place_id, warn_at, due_at, step, next_at, stopped_at, why, asked_at, answered_by, group_id,
                               channel_id, channel_kind)
                        select id, conversation_id, line, kind, started_at, version, standard_secs, place, place_id, warn_at,
                               due_at, step, next_at, stopped_at, why, asked_at, answered_by, group_id, channel_id,
                               channel_kind
                          from jsonb_to_recordset(:rows::jsonb) as r(id uuid, conversation_id uuid, line text, kind text,
                               started_at timestamptz, version integer, standard_secs integer, place text, place_id uuid,
                               warn_at timestamptz, due_at timestamptz, step integer, next_at timestamptz,
                               stopped_at timestamptz, why text, asked_at timestamptz, answered_by uuid, group_id uuid,
                               channel_id text, channel_kind text)
                         order by conversation_id, line, started_at
                        on conflict (conversation_id, line, started_at) do update
                           set stopped_at = excluded.stopped_at, why = excluded.why, next_at = null,
                               asked_at = coalesce(k.asked_at, excluded.asked_at), answered_by = excluded.answered_by,
                               group_id = excluded.group_id
                         where k.stopped_at is null and excluded.stopped_at is not null
                        returning new.*, old.id is null as is_new""")
                .param("rows", json.writeValueAsString(clocks.stream().map(Row::of).toList()))
                .query((row, n) -> new WrittenClock(clock(row), row.getBoolean("is_new")))
                .list();
    }

    /** What happened to running clocks: the step they reached and when they are looked at again. */
    void advance(Collection<ServiceClock> clocks) {
        sql.sql(
                        """
                        update sla.clock k set step = r.step, next_at = r.next_at
                          from jsonb_to_recordset(:rows::jsonb) as r(id uuid, step integer, next_at timestamptz)
                         where k.id = r.id and k.stopped_at is null""")
                .param("rows", json.writeValueAsString(clocks.stream().map(Row::of).toList()))
                .update();
    }

    /** A clock as it travels into a statement. */
    private record Row(
            UUID id,
            UUID conversation_id,
            String line,
            String kind,
            String started_at,
            int version,
            int standard_secs,
            String place,
            @Nullable UUID place_id,
            String warn_at,
            String due_at,
            int step,
            @Nullable String next_at,
            @Nullable String stopped_at,
            @Nullable String why,
            @Nullable String asked_at,
            @Nullable UUID answered_by,
            @Nullable UUID group_id,
            String channel_id,
            String channel_kind) {

        static Row of(ServiceClock clock) {
            return new Row(
                    clock.id(),
                    clock.conversation().value(),
                    clock.kind().line().name(),
                    clock.kind().name(),
                    clock.startedAt().toString(),
                    clock.version(),
                    clock.standardSeconds(),
                    clock.place().kind().name(),
                    clock.place().id(),
                    clock.warnAt().toString(),
                    clock.dueAt().toString(),
                    clock.step(),
                    text(clock.nextAt()),
                    text(clock.stoppedAt()),
                    clock.why() == null ? null : clock.why().name().toLowerCase(java.util.Locale.ROOT),
                    text(clock.askedAt()),
                    clock.answeredBy() == null ? null : clock.answeredBy().value(),
                    clock.group() == null ? null : clock.group().value(),
                    clock.channel(),
                    clock.channelKind());
        }

        private static @Nullable String text(@Nullable Instant time) {
            return time == null ? null : time.toString();
        }
    }

    Instant seen(Instant now) {
        return sql.sql("select at from sla.seen")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .orElse(now);
    }

    void saw(Instant now) {
        sql.sql("insert into sla.seen values (1, ?) on conflict (id) do update set at = greatest(seen.at, excluded.at)")
                .param(utc(now))
                .update();
    }

    static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    static UUID[] uuids(Collection<ConversationId> ids) {
        return ids.stream().map(ConversationId::value).toArray(UUID[]::new);
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                new ConversationId(row.getObject("id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                ConversationState.valueOf(row.getString("state")),
                row.getString("channel_id"),
                row.getString("channel_kind"),
                group(row),
                row.getObject("store_id", UUID.class) == null ? null : new StoreId(row.getObject("store_id", UUID.class)),
                agent(row, "agent_id"),
                Urgency.valueOf(row.getString("urgency")),
                IssueType.of(row.getString("issue")),
                timeOrNull(row, "waiting_since"),
                timeOrNull(row, "first_reply_at"),
                timeOrNull(row, "closed_at"));
    }

    static ServiceClock clock(ResultSet row) throws SQLException {
        String why = row.getString("why");
        return new ServiceClock(
                row.getObject("id", UUID.class),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                ClockKind.valueOf(row.getString("kind")),
                time(row, "started_at"),
                row.getInt("version"),
                row.getInt("standard_secs"),
                new Place(Place.Kind.valueOf(row.getString("place")), row.getObject("place_id", UUID.class)),
                time(row, "warn_at"),
                time(row, "due_at"),
                row.getInt("step"),
                timeOrNull(row, "next_at"),
                timeOrNull(row, "stopped_at"),
                why == null ? null : Why.valueOf(why.toUpperCase(java.util.Locale.ROOT)),
                timeOrNull(row, "asked_at"),
                agent(row, "answered_by"),
                group(row),
                row.getString("channel_id"),
                row.getString("channel_kind"));
    }

    private static @Nullable GroupId group(ResultSet row) throws SQLException {
        UUID id = row.getObject("group_id", UUID.class);
        return id == null ? null : new GroupId(id);
    }

    private static @Nullable StaffId agent(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new StaffId(id);
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

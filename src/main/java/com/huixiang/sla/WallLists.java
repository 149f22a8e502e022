package com.huixiang.sla;

import static com.huixiang.sla.ClockRepository.utc;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.huixiang.sla.ClockLists.Named;
import com.huixiang.staff.Actor;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.PresenceState;
import com.huixiang.staff.StaffProblem;
import com.huixiang.staff.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;

/** READ DOOR: the supervisor's wall. Six statements, none of which reads messages. */
@Service
public class WallLists {

    private static final int HOURS = 24;

    private final JdbcClient sql;
    private final Standards standards;
    private final Clock clock;

    WallLists(JdbcClient sql, Standards standards, Clock clock) {
        this.sql = sql;
        this.standards = standards;
        this.clock = clock;
    }

    /** Which part of the floor is shown: all or some groups, narrowed to one group or one store. */
    public record Scope(
            boolean everything, Set<UUID> groups, Set<UUID> stores, @Nullable UUID group, @Nullable UUID store) {

        public Scope {
            groups = Set.copyOf(groups);
            stores = Set.copyOf(stores);
        }

        /** What this lead may see of what he asks for. */
        public static Scope of(Actor actor, @Nullable GroupId group, @Nullable StoreId store) {
            boolean his = actor.mayLead() && (group == null || actor.leads(group)) && (store == null || actor.leads(store));
            if (!his) {
                throw StaffProblem.notAllowed();
            }
            return new Scope(
                    actor.leadsAll(),
                    Set.copyOf(actor.groups().stream().map(GroupId::value).toList()),
                    Set.copyOf(actor.stores().stream().map(StoreId::value).toList()),
                    group == null ? null : group.value(),
                    store == null ? null : store.value());
        }
    }

    /** The last 24 hours, the current one last. */
    public record Spark(
            List<Double> queued,
            @JsonProperty("wait") List<@Nullable Double> averageWait,
            List<@Nullable Double> firstAnswer) {}

    public record Tiles(
            int queued,
            @Nullable Long longestWaitSeconds,
            @Nullable Double averageWaitSeconds,
            @Nullable Double firstAnswerRate,
            int agentsOnline,
            int agentsTotal,
            @Nullable Double botShare,
            @Nullable Double csat,
            Spark spark) {}

    public record Group(
            UUID id, String name, int queued, @Nullable Long longestWaitSeconds, int online, int capacity, int load) {}

    public record AgentDay(
            int received, @Nullable Double averageResponseSeconds, @Nullable Double repliedWithin3Minutes) {}

    /** {@code promisedSeconds}: within which whoever has waited longest with him was to be answered. */
    public record Agent(
            UUID id,
            String name,
            @Nullable String avatar,
            PresenceState state,
            @Nullable String reason,
            Instant since,
            int load,
            int capacity,
            @Nullable Long longestUnansweredSeconds,
            @Nullable Integer promisedSeconds,
            @Nullable UUID conversation,
            @Nullable String issue,
            @Nullable Named group,
            AgentDay today) {}

    public record ChannelName(String id, String name) {}

    public record Heat(ChannelName channel, List<Integer> hours) {}

    public record Today(
            int received,
            int answered,
            int closed,
            int breaches,
            @Nullable Double averageWaitSeconds,
            @Nullable Double averageResponseSeconds,
            @Nullable Double reply3Minutes,
            @Nullable Double reply5Minutes) {}

    /** What holds now: a first answer within this time (null: none is promised), a warning after this share of it, S-04. */
    public record Promised(@Nullable Integer answerSeconds, double warnShare, int averageWaitSeconds) {}

    public record Wall(
            Instant at,
            Tiles tiles,
            List<Group> groups,
            List<Agent> agents,
            List<Heat> heat,
            Today today,
            Promised promised) {}

    private record Queue(@Nullable UUID group, int queued, Instant since) {}

    private record Counted(
            Instant hour,
            @Nullable UUID agent,
            String channel,
            int received,
            int closed,
            int waits,
            long waitMillis,
            int firsts,
            int firstsInTime,
            int turns,
            long responseMillis,
            int within3,
            int within5,
            int breaches) {}

    public Wall wall(Scope scope) {
        Instant now = clock.instant();
        Instant today = LocalDate.ofInstant(now, Figures.SHOP).atStartOfDay(Figures.SHOP).toInstant();
        Instant firstHour = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS - 1L));
        List<Queue> queues = queues(scope);
        List<Counted> counted = counted(scope, today.isBefore(firstHour) ? today : firstHour);
        List<Counted> ofToday = counted.stream().filter(row -> !row.hour().isBefore(today)).toList();
        List<Agent> agents = agents(scope, ofToday, now);
        return new Wall(
                now,
                tiles(queues, agents, ofToday, spark(counted, firstHour), now),
                groups(scope, queues, now),
                agents,
                heat(ofToday),
                today(ofToday),
                promised());
    }

    private Promised promised() {
        Standards.Version version = standards.current();
        int wait = version.windows().averageWaitSeconds();
        return version.of(Standard.ANY_CHANNEL, ClockKind.FIRST)
                .map(first -> new Promised(first.seconds(), first.warnShare(), wait))
                .orElseGet(() -> new Promised(null, 1, wait));
    }

    private static Tiles tiles(
            List<Queue> queues, List<Agent> agents, List<Counted> today, Spark spark, Instant now) {
        return new Tiles(
                queues.stream().mapToInt(Queue::queued).sum(),
                queues.stream().map(Queue::since).min(Instant::compareTo).map(since -> seconds(since, now)).orElse(null),
                averageWait(today.stream()),
                firstAnswerRate(today.stream()),
                (int) agents.stream().filter(agent -> agent.state() == PresenceState.ONLINE).count(),
                agents.size(),
                null,
                null,
                spark);
    }

    private static Spark spark(List<Counted> counted, Instant firstHour) {
        List<Double> queued = new ArrayList<>();
        List<@Nullable Double> wait = new ArrayList<>();
        List<@Nullable Double> firstAnswer = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            Instant at = firstHour.plus(Duration.ofHours(hour));
            Predicate<Counted> then = row -> row.hour().equals(at);
            queued.add((double) counted.stream().filter(then).mapToInt(Counted::waits).sum());
            wait.add(averageWait(counted.stream().filter(then)));
            firstAnswer.add(firstAnswerRate(counted.stream().filter(then)));
        }
        return new Spark(queued, wait, firstAnswer);
    }

    private static @Nullable Double averageWait(Stream<Counted> rows) {
        List<Counted> all = rows.toList();
        return average(all.stream().mapToLong(Counted::waitMillis).sum(), all.stream().mapToInt(Counted::waits).sum());
    }

    private static @Nullable Double firstAnswerRate(Stream<Counted> rows) {
        List<Counted> all = rows.toList();
        return Figures.share(
                all.stream().mapToInt(Counted::firstsInTime).sum(), all.stream().mapToInt(Counted::firsts).sum());
    }

    private static @Nullable Double average(long millis, int many) {
        return many == 0 ? null : millis / 1000.0 / many;
    }

    private static Today today(List<Counted> rows) {
        int turns = rows.stream().mapToInt(Counted::turns).sum();
        return new Today(
                rows.stream().mapToInt(Counted::received).sum(),
                rows.stream().mapToInt(Counted::firsts).sum(),
                rows.stream().mapToInt(Counted::closed).sum(),
                rows.stream().mapToInt(Counted::breaches).sum(),
                averageWait(rows.stream()),
                average(rows.stream().mapToLong(Counted::responseMillis).sum(), turns),
                Figures.share(rows.stream().mapToInt(Counted::within3).sum(), turns),
                Figures.share(rows.stream().mapToInt(Counted::within5).sum(), turns));
    }

    private List<Heat> heat(List<Counted> today) {
        Map<String, String> names = new TreeMap<>();
        sql.sql("select id, name from channel.account").query(row -> {
            names.put(row.getString("id"), row.getString("name"));
        });
        Map<String, int[]> hours = new LinkedHashMap<>();
        names.keySet().forEach(channel -> hours.put(channel, new int[HOURS]));
        for (Counted row : today) {
            int hour = ZonedDateTime.ofInstant(row.hour(), Figures.SHOP).getHour();
            hours.computeIfAbsent(row.channel(), channel -> new int[HOURS])[hour] += row.received();
        }
        return hours.entrySet().stream()
                .map(entry -> new Heat(
                        new ChannelName(entry.getKey(), names.getOrDefault(entry.getKey(), entry.getKey())),
                        java.util.Arrays.stream(entry.getValue()).boxed().toList()))
                .toList();
    }

    // ---- Reading ---------------------------------------------------------------------------------------------------

    private StatementSpec scoped(String statement, Scope scope) {
        return sql.sql(statement)
                .param("everything", scope.everything())
                .param("groups", scope.groups().toArray(UUID[]::new))
                .param("stores", scope.stores().toArray(UUID[]::new))
                .param("group", scope.group())
                .param("store", scope.store());
    }

    private List<Queue> queues(Scope scope) {
        return scoped(
                        """
                        select c.group_id, count(*)::int as queued, min(c.queued_at) as since
                          from conversation.conversation c
                         where c.state = 'QUEUED'
                           and (:everything or c.store_id = any(:stores)
                                or c.store_id is null and (c.group_id is null or c.group_id = any(:groups)))
                           and (:group::uuid is null or c.group_id = :group)
                           and (:store::uuid is null or c.store_id = :store)
                         group by c.group_id""",
                        scope)
                .query((row, n) -> new Queue(
                        row.getObject("group_id", UUID.class), row.getInt("queued"), ClockRepository.time(row, "since")))
                .list();
    }

    private List<Group> groups(Scope scope, List<Queue> queues, Instant now) {
        Map<UUID, Queue> waiting = new LinkedHashMap<>();
        queues.stream().filter(queue -> queue.group() != null).forEach(queue -> waiting.put(queue.group(), queue));
        return scoped(
                        """
                        select g.id, g.name,
                               count(*) filter (where p.state = 'ONLINE')::int as online,
                               coalesce(sum(m.capacity) filter (where p.state = 'ONLINE'), 0)::int as capacity,
                               (select coalesce(sum(c.weight), 0)::int from conversation.conversation c
                                 where c.state = 'HELD' and c.group_id = g.id) as load
                          from staff.skill_group g
                          left join staff.skill s on s.group_id = g.id
                          left join staff.member m on m.id = s.member_id and m.active
                          left join staff.presence p on p.member_id = m.id
                         where (:everything or g.id = any(:groups))
                           and (:group::uuid is null or g.id = :group)
                           and (:store::uuid is null
                                or exists (select from staff.store_member o where o.member_id = m.id and o.store_id = :store))
                         group by g.id, g.name, g.ordinal
                         order by g.ordinal, g.name""",
                        scope)
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    Queue queue = waiting.get(id);
                    return new Group(
                            id,
                            row.getString("name"),
                            queue == null ? 0 : queue.queued(),
                            queue == null ? null : seconds(queue.since(), now),
                            row.getInt("online"),
                            row.getInt("capacity"),
                            row.getInt("load"));
                })
                .list();
    }

    private List<Agent> agents(Scope scope, List<Counted> today, Instant now) {
        Map<UUID, List<Counted>> days = new LinkedHashMap<>();
        today.stream()
                .filter(row -> row.agent() != null)
                .forEach(row -> days.computeIfAbsent(row.agent(), agent -> new ArrayList<>()).add(row));
        return scoped(
                        """
                        select m.id, m.nickname as name, m.avatar, m.capacity, coalesce(p.state, 'OFFLINE') as state, p.reason,
                               coalesce(p.since, m.created_at) as since, g.id as group_id, g.name as group_name,
                               coalesce(h.load, 0)::int as load, w.id as conversation, w.waiting_since, w.issue,
                               (select k.standard_secs from sla.clock k
                                 where k.conversation_id = w.id and k.line = 'ANSWER' and k.stopped_at is null) as promised
                          from staff.member m
                          left join staff.presence p on p.member_id = m.id
                          left join lateral (
                               select g.id, g.name from staff.skill s join staff.skill_group g on g.id = s.group_id
                                where s.member_id = m.id order by s.level desc, g.ordinal limit 1) g on true
                          left join lateral (
                               select sum(c.weight) as load from conversation.conversation c
                                where c.state = 'HELD' and c.agent_id = m.id) h on true
                          left join lateral (
                               select c.id, c.waiting_since, c.issue from conversation.conversation c
                                where c.state = 'HELD' and c.agent_id = m.id and c.waiting_since is not null
                                order by c.waiting_since limit 1) w on true
                         where m.active
                           and exists (select from staff.skill s
                                        where s.member_id = m.id
                                          and (:everything or s.group_id = any(:groups)
                                               or exists (select from staff.store_member o
                                                           where o.member_id = m.id and o.store_id = any(:stores)))
                                          and (:group::uuid is null or s.group_id = :group))
                           and (:store::uuid is null
                                or exists (select from staff.store_member o where o.member_id = m.id and o.store_id = :store))
                         order by m.id""",
                        scope)
                .query((row, n) -> agent(row, days, now))
                .list();
    }

    private static Agent agent(ResultSet row, Map<UUID, List<Counted>> days, Instant now) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Instant waits = ClockRepository.timeOrNull(row, "waiting_since");
        PresenceState state = PresenceState.valueOf(row.getString("state"));
        List<Counted> day = days.getOrDefault(id, List.of());
        int turns = day.stream().mapToInt(Counted::turns).sum();
        return new Agent(
                id,
                row.getString("name"),
                row.getString("avatar"),
                state,
                state == PresenceState.BREAK || state == PresenceState.BUSY ? row.getString("reason") : null,
                ClockRepository.time(row, "since"),
                row.getInt("load"),
                row.getInt("capacity"),
                waits == null ? null : seconds(waits, now),
                row.getObject("promised", Integer.class),
                row.getObject("conversation", UUID.class),
                row.getString("issue"),
                ClockLists.named(row, "group_id", "group_name"),
                new AgentDay(
                        day.stream().mapToInt(Counted::received).sum(),
                        average(day.stream().mapToLong(Counted::responseMillis).sum(), turns),
                        Figures.share(day.stream().mapToInt(Counted::within3).sum(), turns)));
    }

    private List<Counted> counted(Scope scope, Instant from) {
        return scoped(
                        """
                        select r.hour, r.agent_id, r.channel_id, sum(r.received)::int as received,
                               sum(r.closed)::int as closed, sum(r.waits)::int as waits, sum(r.wait_ms)::bigint as wait_ms,
                               sum(r.firsts)::int as firsts, sum(r.firsts_in)::int as firsts_in,
                               sum(r.turns)::int as turns, sum(r.response_ms)::bigint as response_ms,
                               sum(r.within_3)::int as within_3, sum(r.within_5)::int as within_5,
                               sum(r.breaches)::int as breaches
                          from sla.rollup r
                         where r.hour >= :from
                           and (:everything or r.group_id is null or r.group_id = any(:groups))
                           and (:group::uuid is null or r.group_id = :group)
                           and (:store::uuid is null
                                or exists (select from staff.store_member o
                                            where o.member_id = r.agent_id and o.store_id = :store))
                         group by r.hour, r.agent_id, r.channel_id""",
                        scope)
                .param("from", utc(from))
                .query((row, n) -> new Counted(
                        ClockRepository.time(row, "hour"),
                        row.getObject("agent_id", UUID.class),
                        row.getString("channel_id"),
                        row.getInt("received"),
                        row.getInt("closed"),
                        row.getInt("waits"),
                        row.getLong("wait_ms"),
                        row.getInt("firsts"),
                        row.getInt("firsts_in"),
                        row.getInt("turns"),
                        row.getLong("response_ms"),
                        row.getInt("within_3"),
                        row.getInt("within_5"),
                        row.getInt("breaches")))
                .list();
    }

    private static long seconds(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toSeconds());
    }
}

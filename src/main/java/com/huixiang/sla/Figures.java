package com.huixiang.sla;

import static com.huixiang.sla.ClockRepository.utc;

import com.huixiang.sla.ServiceClock.Why;
import com.huixiang.staff.Actor;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.ServiceHours;
import com.huixiang.staff.ServiceHours.Place;
import com.huixiang.staff.StaffId;
import com.huixiang.staff.StoreId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** FRONT DOOR: the figures agents and shops are judged by (G-02), read from what was counted as it happened. */
@Service
public class Figures {

    /** The shop's day. */
    static final ZoneId SHOP = ZoneId.of("Asia/Shanghai");

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Standards standards;
    private final ServiceHours hours;
    private final Clock clock;

    Figures(JdbcClient sql, JsonMapper json, Standards standards, ServiceHours hours, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.standards = standards;
        this.hours = hours;
        this.clock = clock;
    }

    // ---- Asking ----------------------------------------------------------------------------------------------------

    /** What was counted: which hours of the day, from when to when. */
    public record Window(Instant from, Instant to, String dayFrom, String dayTo, int capSeconds) {}

    /** Shares from 0 to 1, null where nothing was asked; {@code averageSeconds} with the cap. */
    public record Platform(
            int turns,
            int within3,
            int within5,
            @Nullable Double rate3,
            @Nullable Double rate5,
            @Nullable Double averageSeconds,
            Map<Integer, Integer> within,
            Window window) {}

    /**
     * G-02: of the questions a human answered, how many within three and five minutes, and how long it took on average.
     * Without a time: the standard window of days. Of a group: its conversations, whoever answered them. An agent sees his own figures, a lead those of his groups.
     */
    public Platform platform(
            Actor actor,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable StaffId agent,
            @Nullable GroupId group,
            @Nullable String channel) {
        Standards.ReplyRate window = standards.current().windows().replyRate();
        Instant end = to == null ? clock.instant() : to;
        Instant start = from == null
                ? LocalDate.ofInstant(end, SHOP).minusDays(window.days() - 1L).atStartOfDay(SHOP).toInstant()
                : from;
        StaffId whose = actor.mayLead() ? agent : actor.id();
        return sql.sql("""
                        select coalesce(sum(turns), 0)::int as turns, coalesce(sum(capped_ms), 0) as capped_ms,
                               array[%s]::int[] as within
                          from sla.rollup
                         where hour >= :from and hour < :to
                           and extract(hour from hour at time zone :zone) >= :first
                           and extract(hour from hour at time zone :zone) < :last
                           and (:agent::uuid is null or agent_id = :agent)
                           and (:group::uuid is null or group_id = :group)
                           and (:channel::text is null or channel_id = :channel)
                           and (:everything or agent_id = :self or group_id = any(:groups))"""
                        .formatted(withinSums()))
                .param("from", utc(start))
                .param("to", utc(end))
                .param("zone", SHOP.getId())
                .param("first", window.firstHour())
                .param("last", window.endHour())
                .param("agent", whose == null ? null : whose.value())
                .param("group", group == null ? null : group.value())
                .param("channel", channel)
                .param("everything", actor.leadsAll())
                .param("self", actor.id().value())
                .param("groups", actor.mayLead() ? actor.groups().stream().map(GroupId::value).toArray(UUID[]::new) : new UUID[0])
                .query((row, n) -> {
                    int turns = row.getInt("turns");
                    Integer[] within = (Integer[]) row.getArray("within").getArray();
                    Map<Integer, Integer> asked = new LinkedHashMap<>();
                    window.minutes().forEach(minutes -> asked.put(minutes, within[minutes - 1]));
                    return new Platform(
                            turns,
                            within[2],
                            within[4],
                            share(within[2], turns),
                            share(within[4], turns),
                            turns == 0 ? null : row.getLong("capped_ms") / 1000.0 / turns,
                            asked,
                            new Window(start, end, window.from(), window.to(), window.capSeconds()));
                })
                .single();
    }

    private static String withinSums() {
        StringBuilder sums = new StringBuilder();
        for (int minutes = 1; minutes <= 10; minutes++) {
            sums.append(minutes == 1 ? "" : ", ").append("coalesce(sum(within_").append(minutes).append("), 0)");
        }
        return sums.toString();
    }

    static @Nullable Double share(int part, int whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    // ---- Counting --------------------------------------------------------------------------------------------------

    /** One thing that happened, on its way into the row of its agent, group, channel and hour. */
    private record Count(
            String hour,
            @Nullable UUID agent_id,
            @Nullable UUID group_id,
            String channel_id,
            int firsts,
            int firsts_in,
            int turns,
            long response_ms,
            long capped_ms,
            int[] within,
            int breaches) {}

    /** Clocks that have stopped: first answers, and questions that were answered. In the transaction that stopped them. */
    void count(Collection<ServiceClock> stopped, Collection<ServiceClock> breached) {
        int cap = standards.current().windows().replyRate().capSeconds();
        List<Count> counts = new ArrayList<>();
        for (ServiceClock clock : stopped) {
            boolean answered = clock.kind().line() == ClockKind.Line.ANSWER && clock.why() == Why.ANSWERED;
            if (answered) {
                counts.add(answered(clock, cap));
            }
        }
        for (ServiceClock clock : breached) {
            counts.add(new Count(
                    hourOf(clock.dueAt()), uuid(clock.answeredBy()), uuid(clock.group()), clock.channel(), 0, 0, 0, 0, 0,
                    new int[10], 1));
        }
        if (!counts.isEmpty()) {
            write(counts);
        }
    }

    private static Count answered(ServiceClock clock, int cap) {
        boolean first = clock.kind() != ClockKind.NEXT;
        Instant asked = clock.askedAt();
        boolean turn = asked != null && clock.answeredBy() != null && !clock.kind().isReceiving();
        Duration response = asked == null ? Duration.ZERO : Duration.between(asked, clock.stoppedAt());
        int[] within = new int[10];
        if (turn) {
            for (int minutes = 1; minutes <= 10; minutes++) {
                within[minutes - 1] = response.compareTo(Duration.ofMinutes(minutes)) <= 0 ? 1 : 0;
            }
        }
        return new Count(
                hourOf(asked == null ? clock.startedAt() : asked),
                uuid(clock.answeredBy()),
                uuid(clock.group()),
                clock.channel(),
                first ? 1 : 0,
                first && !clock.isLate() ? 1 : 0,
                turn ? 1 : 0,
                turn ? response.toMillis() : 0,
                turn ? Math.min(response.toMillis(), cap * 1000L) : 0,
                within,
                0);
    }

    private void write(List<Count> counts) {
        StringBuilder columns = new StringBuilder();
        StringBuilder sums = new StringBuilder();
        StringBuilder adds = new StringBuilder();
        for (int minutes = 1; minutes <= 10; minutes++) {
            String column = "within_" + minutes;
            columns.append(", ").append(column);
            sums.append(", sum((within ->> ").append(minutes - 1).append(")::int)");
            adds.append(", ").append(column).append(" = f.").append(column).append(" + excluded.").append(column);
        }
        sql.sql("""
                insert into sla.rollup as f (hour, agent_id, group_id, channel_id, firsts, firsts_in, turns, response_ms,
                       capped_ms, breaches%s)
                select hour, agent_id, group_id, channel_id, sum(firsts), sum(firsts_in), sum(turns), sum(response_ms),
                       sum(capped_ms), sum(breaches)%s
                  from jsonb_to_recordset(:rows::jsonb) as r(hour timestamptz, agent_id uuid, group_id uuid,
                       channel_id text, firsts int, firsts_in int, turns int, response_ms bigint, capped_ms bigint,
                       within jsonb, breaches int)
                 group by hour, agent_id, group_id, channel_id
                 order by hour, agent_id, group_id, channel_id
                on conflict (hour, agent_id, group_id, channel_id) do update
                   set firsts = f.firsts + excluded.firsts, firsts_in = f.firsts_in + excluded.firsts_in,
                       turns = f.turns + excluded.turns, response_ms = f.response_ms + excluded.response_ms,
                       capped_ms = f.capped_ms + excluded.capped_ms, breaches = f.breaches + excluded.breaches%s"""
                        .formatted(columns, sums, adds))
                .param("rows", json.writeValueAsString(counts))
                .update();
    }

    private static String hourOf(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS).toString();
    }

    private static @Nullable UUID uuid(@Nullable StaffId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable UUID uuid(@Nullable GroupId id) {
        return id == null ? null : id.value();
    }

    private record Given(
            UUID conversation, Instant at, @Nullable Instant waitedFrom, UUID agent, @Nullable UUID group, @Nullable UUID store, String channel) {

        Place place() {
            return store != null ? Place.of(new StoreId(store)) : Place.of(group == null ? null : new GroupId(group));
        }
    }

    /**
     * S-04: conversations that were given to somebody or have ended since then and are not counted yet. One transaction of
     * the caller; whatever two nodes find at once is counted by one.
     */
    void countAssignedAndClosed(Instant since) {
        List<Given> given = sql.sql("""
                        with fresh as (
                            insert into sla.counted (what, conversation_id, at)
                            select 'assigned', a.conversation_id, a.began_at from conversation.assignment a
                             where a.began_at >= :since
                               and not exists (select from sla.counted k
                                                where k.what = 'assigned' and k.conversation_id = a.conversation_id
                                                  and k.at = a.began_at)
                            on conflict do nothing
                            returning conversation_id, at)
                        select a.conversation_id, a.began_at, a.waited_from, a.agent_id, c.group_id, c.store_id, c.channel_id
                          from fresh f
                          join conversation.assignment a on a.conversation_id = f.conversation_id and a.began_at = f.at
                          join conversation.conversation c on c.id = a.conversation_id""")
                .param("since", utc(since))
                .query((row, n) -> new Given(
                        row.getObject("conversation_id", UUID.class),
                        ClockRepository.time(row, "began_at"),
                        ClockRepository.timeOrNull(row, "waited_from"),
                        row.getObject("agent_id", UUID.class),
                        row.getObject("group_id", UUID.class),
                        row.getObject("store_id", UUID.class),
                        row.getString("channel_id")))
                .list();
        if (!given.isEmpty()) {
            ServiceHours.Book book = hours.book();
            record Wait(String hour, UUID agent_id, @Nullable UUID group_id, String channel_id, int waits, long wait_ms) {}
            List<Wait> waits = given.stream()
                    .map(one -> new Wait(
                            hourOf(one.at()),
                            one.agent(),
                            one.group(),
                            one.channel(),
                            one.waitedFrom() == null ? 0 : 1,
                            one.waitedFrom() == null
                                    ? 0
                                    : book.of(one.place())
                                            .openBetween(one.waitedFrom(), one.at())
                                            .toMillis()))
                    .toList();
            sql.sql("""
                    insert into sla.rollup as f (hour, agent_id, group_id, channel_id, received, waits, wait_ms)
                    select hour, agent_id, group_id, channel_id, count(*), sum(waits), sum(wait_ms)
                      from jsonb_to_recordset(:rows::jsonb) as r(hour timestamptz, agent_id uuid, group_id uuid,
                           channel_id text, waits int, wait_ms bigint)
                     group by hour, agent_id, group_id, channel_id
                     order by hour, agent_id, group_id, channel_id
                    on conflict (hour, agent_id, group_id, channel_id) do update
                       set received = f.received + excluded.received, waits = f.waits + excluded.waits,
                           wait_ms = f.wait_ms + excluded.wait_ms""")
                    .param("rows", json.writeValueAsString(waits))
                    .update();
        }
        sql.sql("""
                with fresh as (
                    insert into sla.counted (what, conversation_id, at)
                    select 'closed', c.id, c.closed_at from conversation.conversation c
                     where c.state = 'CLOSED' and c.closed_at >= :since
                       and not exists (select from sla.counted k
                                        where k.what = 'closed' and k.conversation_id = c.id and k.at = c.closed_at)
                    on conflict do nothing
                    returning conversation_id, at)
                insert into sla.rollup as f (hour, agent_id, group_id, channel_id, closed)
                select date_trunc('hour', x.at, 'UTC') as hour,
                       (select a.agent_id from conversation.assignment a where a.conversation_id = x.conversation_id
                         order by a.began_at desc limit 1) as agent_id,
                       c.group_id, c.channel_id, count(*)
                  from fresh x join conversation.conversation c on c.id = x.conversation_id
                 group by 1, 2, 3, 4
                 order by 1, 2, 3, 4
                on conflict (hour, agent_id, group_id, channel_id) do update set closed = f.closed + excluded.closed""")
                .param("since", utc(since))
                .update();
    }

    void forgetCountedBefore(Instant time) {
        sql.sql("delete from sla.counted where at < ?").param(utc(time)).update();
    }
}

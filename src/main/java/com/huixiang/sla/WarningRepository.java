package com.huixiang.sla;

import static com.huixiang.sla.ClockRepository.utc;
import static com.huixiang.sla.ClockRepository.uuids;

import com.huixiang.conversation.ConversationId;
import com.huixiang.kernel.Uuid7;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.PresenceState;
import com.huixiang.staff.StaffId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Warnings and breaches. Each is written once for a clock, however often it is found. */
@Repository
class WarningRepository {

    private final JdbcClient sql;
    private final Clock clock;

    WarningRepository(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** How the floor stood around a conversation. */
    record Circumstances(
            UUID customer,
            @Nullable UUID agent,
            @Nullable UUID group,
            @Nullable UUID store,
            int load,
            int capacity,
            @Nullable PresenceState presence,
            int queued,
            int online) {

        BreachReason reason() {
            return BreachReason.of(agent != null, presence, load, capacity, online);
        }
    }

    Map<ConversationId, Circumstances> circumstances(Collection<ConversationId> conversations) {
        Map<ConversationId, Circumstances> found = new HashMap<>();
        sql.sql(
                        """
                        select c.id, c.customer_id, c.agent_id, c.group_id, c.store_id, m.capacity, p.state as presence,
                               (select coalesce(sum(h.weight), 0)::int from conversation.conversation h
                                 where h.state = 'HELD' and h.agent_id = c.agent_id) as load,
                               (select count(*)::int from conversation.conversation q
                                 where q.state = 'QUEUED' and q.group_id is not distinct from c.group_id
                                   and q.store_id is not distinct from c.store_id) as queued,
                               (select count(*)::int from staff.presence o
                                  join staff.member w on w.id = o.member_id and w.active
                                 where o.state = 'ONLINE'
                                   and case when c.store_id is not null
                                            then exists (select from staff.store_member s
                                                          where s.member_id = o.member_id and s.store_id = c.store_id)
                                            else c.group_id is null
                                                 or exists (select from staff.skill s
                                                             where s.member_id = o.member_id and s.group_id = c.group_id)
                                       end) as online
                          from conversation.conversation c
                          left join staff.member m on m.id = c.agent_id
                          left join staff.presence p on p.member_id = c.agent_id
                         where c.id = any(?)""")
                .param(uuids(conversations))
                .query(row -> {
                    String presence = row.getString("presence");
                    found.put(
                            new ConversationId(row.getObject("id", UUID.class)),
                            new Circumstances(
                                    row.getObject("customer_id", UUID.class),
                                    row.getObject("agent_id", UUID.class),
                                    row.getObject("group_id", UUID.class),
                                    row.getObject("store_id", UUID.class),
                                    row.getInt("load"),
                                    row.getInt("capacity"),
                                    presence == null ? null : PresenceState.valueOf(presence),
                                    row.getInt("queued"),
                                    row.getInt("online")));
                });
        return found;
    }

    /** Writes down broken promises; answers those that were not on record yet, with whoever is answerable. */
    List<ServiceClock> breach(Collection<ServiceClock> clocks, Standards standards, Instant now) {
        Map<ConversationId, Circumstances> around =
                circumstances(clocks.stream().map(ServiceClock::conversation).toList());
        List<ServiceClock> fresh = new ArrayList<>();
        for (ServiceClock late : clocks) {
            Circumstances there = around.get(late.conversation());
            if (there == null) {
                continue; // the conversation was taken away with the demo story
            }
            StaffId answered = late.answeredBy();
            String rule = standards.version(late.version())
                    .of(late.channelKind(), late.kind())
                    .map(Standard::rule)
                    .orElse("S-05");
            UUID holder = answered == null ? there.agent() : answered.value();
            boolean stillHis = there.agent() != null && there.agent().equals(holder);
            int written = sql.sql(
                            """
                            insert into sla.breach (clock_id, conversation_id, kind, rule, standard_secs, due_at, at, agent_id,
                                   group_id, channel_id, agent_load, agent_capacity, agent_state, queued, agents_online, reason)
                            values (:clock, :conversation, :kind, :rule, :seconds, :due, :at, :agent, :group, :channel, :load,
                                    :capacity, :presence, :queued, :online, :reason)
                            on conflict (clock_id) do nothing""")
                    .param("clock", late.id())
                    .param("conversation", late.conversation().value())
                    .param("kind", late.kind().name())
                    .param("rule", rule)
                    .param("seconds", late.standardSeconds())
                    .param("due", utc(late.dueAt()))
                    .param("at", utc(now))
                    .param("agent", holder)
                    .param("group", there.group())
                    .param("channel", late.channel())
                    .param("load", stillHis ? there.load() : null)
                    .param("capacity", stillHis ? there.capacity() : null)
                    .param("presence", stillHis && there.presence() != null ? there.presence().name() : null)
                    .param("queued", there.queued())
                    .param("online", there.online())
                    .param("reason", (answered != null && !stillHis ? BreachReason.AGENT_LATE : there.reason()).code())
                    .update();
            if (written > 0) {
                fresh.add(late.heldBy(
                        holder == null ? null : new StaffId(holder),
                        there.group() == null ? null : new GroupId(there.group())));
            }
        }
        return fresh;
    }

    /** Raised, or raised higher; answers those that have to be told. What was handled stays handled. */
    List<UUID> raise(WarningKind kind, int level, Collection<ServiceClock> clocks, Instant now) {
        List<UUID> told = new ArrayList<>();
        Map<ConversationId, Circumstances> around =
                circumstances(clocks.stream().map(ServiceClock::conversation).toList());
        for (ServiceClock running : clocks) {
            Circumstances there = around.get(running.conversation());
            if (there == null) {
                continue;
            }
            told.addAll(sql.sql(
                            """
                            insert into sla.warning as w (id, at, kind, level, clock_id, conversation_id, customer_id,
                                   agent_id, group_id, store_id)
                            values (:id, :at, :kind, :level, :clock, :conversation, :customer, :agent, :group, :store)
                            on conflict (clock_id, kind) do update
                               set level = greatest(w.level, excluded.level), rung = w.rung + 1, at = excluded.at,
                                   agent_id = excluded.agent_id, group_id = excluded.group_id,
                                   store_id = excluded.store_id
                             where w.handled_at is null and w.kind <> 'complaint'
                            returning id""")
                    .param("id", Uuid7.next(clock))
                    .param("at", utc(now))
                    .param("kind", kind.code())
                    .param("level", level)
                    .param("clock", running.id())
                    .param("conversation", running.conversation().value())
                    .param("customer", there.customer())
                    .param("agent", there.agent())
                    .param("group", there.group())
                    .param("store", there.store())
                    .query(UUID.class)
                    .list());
        }
        return told;
    }

    /** Whether somebody has taken care of it: then it is not told any higher. */
    boolean isHandled(UUID clockId, WarningKind kind) {
        return sql.sql(
                        """
                        select exists (select from sla.warning
                                        where clock_id = ? and kind = ? and handled_at is not null)""")
                .params(clockId, kind.code())
                .query(Boolean.class)
                .single();
    }

    /** What was only about waiting settles itself when the waiting is over. */
    List<UUID> settle(Collection<UUID> clocks, Instant now) {
        return sql.sql(
                        """
                        update sla.warning w set handled_at = :now
                          from sla.clock k
                         where k.id = w.clock_id and k.id = any(:clocks) and w.handled_at is null
                           and (w.kind in ('near-breach', 'urgent-unanswered') or k.why = 'closed')
                        returning w.id""")
                .param("now", utc(now))
                .param("clocks", clocks.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    List<UUID> openOf(Collection<ConversationId> conversations) {
        return sql.sql("select id from sla.warning where conversation_id = any(?) and handled_at is null")
                .param(uuids(conversations))
                .query(UUID.class)
                .list();
    }

    boolean handle(UUID warning, StaffId by, @Nullable String note, Instant now) {
        return sql.sql("update sla.warning set handled_by = ?, handled_at = ?, note = ? where id = ? and handled_at is null")
                        .params(by.value(), utc(now), note, warning)
                        .update()
                > 0;
    }
}

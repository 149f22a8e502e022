package com.huixiang.sla;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.conversation.ConversationId;
import com.huixiang.sla.Figures.Platform;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** G-02, S-04: figures are counted as things happen, and the rows say the same. */
@HuixiangTest
class FiguresTests {

    @Autowired
    Shift shift;

    @Autowired
    StaffFixtures people;

    @Autowired
    Staff staff;

    @Autowired
    Figures figures;

    @Autowired
    Clocks clocks;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    private Actor lead;
    private Actor wang;
    private Actor chen;

    @BeforeEach
    void theShiftBegins() {
        shift.begins();
        lead = shift.atDesk("赵磊", Role.SUPERVISOR);
        wang = shift.atDesk("王芳", Role.AGENT);
        chen = shift.atDesk("陈浩", Role.AGENT);
    }

    @Test
    void theReplyRateCountsTurnsFromTheFirstWordToTheHumanAnswer() {
        ConversationId lin = shift.asks("林晓", "这件有货吗");
        shift.give(lin, wang);
        shift.passes(ofSeconds(180));
        shift.answers(wang, lin, "有的"); // exactly three minutes
        shift.asks("林晓", "那发货呢");
        shift.passes(ofSeconds(30));
        shift.asks("林晓", "在吗"); // the same turn
        shift.passes(ofSeconds(211));
        shift.answers(wang, lin, "明天"); // 241 s after the first word
        shift.asks("林晓", "好的"); // not answered: no turn yet

        Platform platform = platform(null);

        assertThat(platform.turns()).isEqualTo(2);
        assertThat(platform.within3()).isEqualTo(1);
        assertThat(platform.within5()).isEqualTo(2);
        assertThat(platform.rate3()).isEqualTo(0.5);
        assertThat(platform.averageSeconds()).isCloseTo((180 + 241) / 2.0, within(0.01));
    }

    @Test
    void theAverageIsCapped() {
        ConversationId lin = shift.asks("林晓", "这件有货吗");
        shift.give(lin, wang);
        shift.passes(ofMinutes(40));
        shift.answers(wang, lin, "有的");

        assertThat(platform(null).averageSeconds()).isEqualTo(600);
        assertThat(platform(null).within5()).isZero();
    }

    @Test
    void onlyTheHoursOfTheWindowCount() {
        turn("林晓", ofSeconds(60));
        clock.stopAt(Instant.parse("2027-03-01T15:00:00Z")); // 23:00 in Shanghai
        turn("陈默", ofSeconds(60));
        clock.stopAt(Instant.parse("2027-03-02T00:00:00Z")); // 8:00
        turn("苏雅", ofSeconds(60));

        assertThat(platform(null).turns()).isEqualTo(2);
    }

    @Test
    void whoeverAnsweredIsCreditedAndSeesOnlyHisOwnFigures() {
        turn("林晓", ofSeconds(60));
        ConversationId lin = shift.asks("陈默", "发货了吗");
        shift.give(lin, chen);
        shift.passes(ofSeconds(400));
        shift.answers(chen, lin, "发了");

        assertThat(platform(wang).rate3()).isEqualTo(1);
        assertThat(platform(chen).rate3()).isEqualTo(0);
        assertThat(figures.platform(wang, null, null, chen.id(), null, null).turns())
                .as("an agent asks for a colleague and gets himself")
                .isEqualTo(1);
        assertThat(figures.platform(wang, null, null, null, null, null).rate3()).isEqualTo(1);
    }

    @Test
    void theFiguresOfAGroupAreThoseOfItsConversationsNotOfItsPeople() {
        GroupId presale = people.group("售前组").id();
        GroupId service = people.group("售后组").id();
        staff.qualify(wang.id(), presale, 3);
        staff.qualify(wang.id(), service, 3);
        turnIn(presale, "林晓", ofSeconds(60));
        turnIn(service, "陈默", ofSeconds(400));

        assertThat(figures.platform(lead, null, null, null, presale, null)).satisfies(figures -> {
            assertThat(figures.turns()).isEqualTo(1);
            assertThat(figures.rate3()).isEqualTo(1);
        });
        assertThat(figures.platform(lead, null, null, null, service, null).rate3()).isEqualTo(0);
        assertThat(figures.platform(lead, null, null, wang.id(), null, null).turns()).isEqualTo(2);
    }

    private void turnIn(GroupId group, String customer, java.time.Duration response) {
        ConversationId asked = shift.asks(customer, "在吗");
        shift.give(asked, wang);
        shift.isIn(asked, group);
        shift.passes(response);
        shift.answers(wang, asked, "在的");
    }

    @Test
    void whatWasCountedIsWhatTheRowsSay() {
        Random chance = new Random(7);
        List<ConversationId> held = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            names.add("客户" + n);
            ConversationId asked = shift.asks("客户" + n, "第一句");
            shift.passes(ofSeconds(chance.nextInt(90)));
            shift.give(asked, n % 2 == 0 ? wang : chen);
            held.add(asked);
        }
        for (int round = 0; round < 6; round++) {
            for (int n = 0; n < held.size(); n++) {
                clock.advance(ofSeconds(chance.nextInt(70)));
                boolean seen = chance.nextInt(3) > 0;
                Actor agent = n % 2 == 0 ? wang : chen;
                if (seen) {
                    shift.answers(agent, held.get(n), "答" + round);
                } else {
                    shift.answersUnseen(agent, held.get(n), "答" + round); // the news is lost
                }
                clock.advance(ofSeconds(chance.nextInt(40)));
                shift.asks(names.get(n), "问" + round);
            }
            shift.passes(ofSeconds(chance.nextInt(200)));
        }
        for (int n = 0; n < 5; n++) {
            shift.close(held.get(n), names.get(n));
        }
        shift.passes(ofSeconds(5));
        clocks.sweep();

        assertThat(counted()).isEqualTo(fromTheRows());
        assertThat(breachesCounted()).isEqualTo(breachesOnRecord()).isPositive();
    }

    @Test
    void aTurnThatWasAskedAndAnsweredWhileTheHouseWasBlindIsCountedAfterwards() {
        ConversationId lin = shift.asks("林晓", "这件有货吗");
        shift.give(lin, wang);
        shift.answers(wang, lin, "有的");
        shift.passesUnseen(ofSeconds(10));
        shift.record()
                .receive(new com.huixiang.conversation.Conversations.Speech(
                        new com.huixiang.conversation.Opening(
                                shift.customer("林晓"),
                                new com.huixiang.conversation.Touchpoint("web", "web", "青禾家居"),
                                null,
                                com.huixiang.conversation.IssueType.OTHER,
                                null),
                        "林晓",
                        lin,
                        java.util.UUID.randomUUID(),
                        new com.huixiang.conversation.Body.Text("什么颜色"),
                        null,
                        false))
                .join();
        shift.passesUnseen(ofSeconds(20));
        shift.answersUnseen(wang, lin, "藏青");
        shift.passesUnseen(ofMinutes(20));

        clocks.sweep();

        assertThat(counted()).isEqualTo(fromTheRows());
        assertThat(platform(null).turns()).isEqualTo(2);
    }

    private void turn(String customer, java.time.Duration response) {
        ConversationId asked = shift.asks(customer, "在吗");
        shift.give(asked, wang);
        shift.passes(response);
        shift.answers(wang, asked, "在的");
    }

    private Platform platform(Actor agent) {
        return figures.platform(lead, null, null, agent == null ? null : agent.id(), null, null);
    }

    // ---- Counted again, from the record alone ----------------------------------------------------------------------

    private List<Map<String, Object>> counted() {
        return sql.sql("""
                        select agent_id::text, sum(turns)::bigint as turns, sum(response_ms)::bigint as response_ms,
                               sum(capped_ms)::bigint as capped_ms, sum(within_3)::bigint as within_3,
                               sum(within_5)::bigint as within_5, sum(received)::bigint as received,
                               sum(waits)::bigint as waits, sum(wait_ms)::bigint as wait_ms, sum(closed)::bigint as closed,
                               sum(firsts)::bigint as firsts
                          from sla.rollup where agent_id is not null group by agent_id order by agent_id""")
                .query()
                .listOfRows();
    }

    private List<Map<String, Object>> fromTheRows() {
        return sql.sql("""
                        with entry as (
                            select m.conversation_id, m.seq, m.sent_at, m.author,
                                   lag(m.author) over (partition by m.conversation_id order by m.seq) as author_before
                              from conversation.message m where m.kind in ('TEXT', 'PICTURE', 'FILE', 'CARD')),
                        turn as (
                            select a.author_id as agent_id, c.first_reply_at = a.sent_at as first,
                                   floor(extract(epoch from a.sent_at - q.sent_at) * 1000)::bigint as ms
                              from entry q
                              join conversation.conversation c on c.id = q.conversation_id
                              join lateral (
                                   select m.sent_at, m.author_id from conversation.message m
                                    where m.conversation_id = q.conversation_id and m.seq > q.seq and m.author = 'AGENT'
                                      and m.kind in ('TEXT', 'PICTURE', 'FILE', 'CARD') order by m.seq limit 1) a on true
                             where q.author = 'CUSTOMER' and q.author_before is distinct from 'CUSTOMER'),
                        answered as (
                            select agent_id, count(*) as turns, sum(ms)::bigint as response_ms,
                                   sum(least(ms, 600000))::bigint as capped_ms,
                                   count(*) filter (where ms <= 180000) as within_3,
                                   count(*) filter (where ms <= 300000) as within_5,
                                   count(*) filter (where first) as firsts
                              from turn group by agent_id),
                        given as (
                            select a.agent_id, count(*) as received, count(a.waited_from) as waits,
                                   sum(floor(extract(epoch from a.began_at - a.waited_from) * 1000))::bigint as wait_ms
                              from conversation.assignment a group by a.agent_id),
                        ended as (
                            select a.agent_id, count(*) as closed
                              from conversation.conversation c
                              join lateral (select agent_id from conversation.assignment s
                                             where s.conversation_id = c.id order by began_at desc limit 1) a on true
                             where c.state = 'CLOSED' group by a.agent_id)
                        select g.agent_id::text, coalesce(t.turns, 0)::bigint as turns,
                               coalesce(t.response_ms, 0)::bigint as response_ms,
                               coalesce(t.capped_ms, 0)::bigint as capped_ms, coalesce(t.within_3, 0)::bigint as within_3,
                               coalesce(t.within_5, 0)::bigint as within_5, g.received::bigint, g.waits::bigint,
                               g.wait_ms, coalesce(e.closed, 0)::bigint as closed, coalesce(t.firsts, 0)::bigint as firsts
                          from given g left join answered t using (agent_id) left join ended e using (agent_id)
                         order by g.agent_id""")
                .query()
                .listOfRows();
    }

    private long breachesCounted() {
        return sql.sql("select coalesce(sum(breaches), 0) from sla.rollup").query(Long.class).single();
    }

    private long breachesOnRecord() {
        return sql.sql("select count(*) from sla.breach").query(Long.class).single();
    }
}

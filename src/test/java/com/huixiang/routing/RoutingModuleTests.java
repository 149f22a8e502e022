package com.huixiang.routing;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.conversation.Assignments;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.Conversations;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.QueueForecast;
import com.huixiang.conversation.QueuePlace;
import com.huixiang.conversation.Urgency;
import com.huixiang.customer.CustomerId;
import com.huixiang.routing.Floor.Standing;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.Presence;
import com.huixiang.staff.PresenceState;
import com.huixiang.staff.Presences;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The floor at work: news, sweep and tables together. */
@HuixiangTest
class RoutingModuleTests {

    @Autowired
    Floor floor;

    @Autowired
    Router router;

    @Autowired
    Conversations conversations;

    @Autowired
    Assignments assignments;

    @Autowired
    Presences presences;

    @Autowired
    Staff staff;

    @Autowired
    QueueForecast forecast;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient sql;

    private GroupId preSale;
    private CustomerId lin;

    @BeforeEach
    void aShopWithOneGroup() {
        preSale = floor.group("售前");
        lin = floor.customer("lin");
    }

    @Test
    void aCustomerWhoWritesGetsAFreeAgent() {
        StaffId wang = floor.agent("wang", preSale, 5);

        ConversationId conversation = floor.writes(lin, "在吗");

        holds(wang, conversation);
        assertThat(floor.standing(conversation).group()).isEqualTo(preSale);
    }

    @Test
    void whoWaitsIsServedAsSoonAsAnAgentComes() {
        ConversationId conversation = floor.writes(lin, "在吗");
        waits(conversation);

        StaffId wang = floor.agent("wang", preSale, 5);

        holds(wang, conversation);
    }

    @Test
    void theNextOneIsServedWhenADeskHasRoom() {
        StaffId wang = floor.agent("wang", preSale, 1);
        ConversationId first = floor.writes(lin, "在吗");
        holds(wang, first);
        ConversationId second = floor.writes(floor.customer("chen"), "在吗");
        waits(second);

        conversations.closeBy(lin, first);

        holds(wang, second);
    }

    @Test
    void workThatNobodyWasToldOfIsFoundInTheTables() {
        StaffId wang = floor.agent("wang", preSale, 5);

        ConversationId conversation = floor.waitsSilently(lin);

        holds(wang, conversation);
    }

    @Test
    void anUrgentOneGoesToItsOwnGroup() {
        GroupId complaints = floor.group("投诉");
        floor.matrix(IssueType.COMPLAINT, null, complaints);
        floor.agent("wang", preSale, 5);
        StaffId zhao = floor.agent("zhao", complaints, 5);

        ConversationId conversation = floor.writes(lin, "我要投诉");

        holds(zhao, conversation);
        assertThat(floor.standing(conversation).urgency()).isEqualTo(Urgency.URGENT);
    }

    @Test
    void aWaitingOneThatBecomesUrgentMovesToAnotherGroup() {
        GroupId urgent = floor.group("加急");
        floor.matrix(null, Urgency.URGENT, urgent);
        ConversationId conversation = floor.writes(lin, "在吗");
        await().until(() -> preSale.equals(floor.standing(conversation).group()));

        floor.writes(lin, "再不理我就投诉了");

        await().until(() -> urgent.equals(floor.standing(conversation).group()));
    }

    @Test
    void theMatrixDoesNotOverruleAColleague() {
        GroupId afterSale = floor.group("售后");
        StaffId wang = floor.agent("wang", preSale, 5);
        ConversationId conversation = floor.writes(lin, "在吗");
        holds(wang, conversation);

        assignments.transfer(staff.actor(wang), conversation, afterSale, null);
        router.route();

        Standing standing = floor.standing(conversation);
        assertThat(standing.state()).isEqualTo("QUEUED");
        assertThat(standing.group()).isEqualTo(afterSale);
    }

    @Test
    void aSilentAgentLosesTheWaitingCustomerToAnotherAndGetsNobodyNew() {
        floor.silenceAfter(10);
        StaffId wang = floor.agent("wang", preSale, 5);
        ConversationId conversation = floor.writes(lin, "在吗");
        holds(wang, conversation);
        var queuedAt = floor.standing(conversation).queuedAt();
        StaffId li = floor.agent("li", preSale, 5);

        clock.advance(ofSeconds(11));

        holds(li, conversation);
        Presence presence = presences.of(wang);
        assertThat(presence.state()).isEqualTo(PresenceState.BUSY);
        assertThat(presence.reason()).isEqualTo("无应答");
        assertThat(floor.standing(conversation).queuedAt()).isEqualTo(queuedAt);
    }

    @Test
    void whoHasAnsweredIsNotSilent() {
        floor.silenceAfter(10);
        StaffId wang = floor.agent("wang", preSale, 5);
        ConversationId conversation = floor.writes(lin, "在吗");
        holds(wang, conversation);
        floor.answers(wang, conversation);

        clock.advance(ofSeconds(11));
        router.route();

        assertThat(floor.holder(conversation)).isEqualTo(wang);
        assertThat(presences.of(wang).state()).isEqualTo(PresenceState.ONLINE);
    }

    @Test
    void theTimeInTheQueueIsNotTheAgentsSilence() {
        floor.silenceAfter(10);
        ConversationId conversation = floor.writes(lin, "在吗");
        waits(conversation);
        clock.advance(ofSeconds(15));
        StaffId wang = floor.agent("wang", preSale, 5);
        holds(wang, conversation);

        router.route();

        assertThat(floor.holder(conversation)).isEqualTo(wang);
    }

    @Test
    void whoGoesOfflineLosesTheWaitingCustomerAtOnceAndKeepsTheAnsweredOne() {
        StaffId wang = floor.agent("wang", preSale, 5);
        ConversationId waiting = floor.writes(lin, "在吗");
        ConversationId answered = floor.writes(floor.customer("chen"), "在吗");
        holds(wang, waiting);
        holds(wang, answered);
        floor.answers(wang, answered);
        StaffId li = floor.agent("li", preSale, 5);

        floor.goes(wang, PresenceState.OFFLINE);

        holds(li, waiting);
        assertThat(floor.holder(answered)).isEqualTo(wang);
    }

    @Test
    void whoWritesToAnAgentWhoHasLeftGetsAnother() {
        StaffId wang = floor.agent("wang", preSale, 5);
        ConversationId conversation = floor.writes(lin, "在吗");
        holds(wang, conversation);
        floor.answers(wang, conversation);
        floor.goes(wang, PresenceState.OFFLINE);
        StaffId li = floor.agent("li", preSale, 5);

        floor.writes(lin, "还有一个问题");

        holds(li, conversation);
    }

    @Test
    void onABreakTheAgentKeepsWhatHeHasAndGetsNobodyNew() {
        StaffId wang = floor.agent("wang", preSale, 5);
        ConversationId conversation = floor.writes(lin, "在吗");
        holds(wang, conversation);

        floor.goes(wang, PresenceState.BREAK);
        ConversationId next = floor.writes(floor.customer("chen"), "在吗");
        waits(next);
        router.route();

        assertThat(floor.holder(conversation)).isEqualTo(wang);
        assertThat(floor.holder(next)).isNull();
    }

    @Test
    void manyNodesNeverGiveOneCustomerToTwoAgentsNorAnAgentTooMuch() {
        List<StaffId> agents = IntStream.range(0, 10)
                .mapToObj(each -> floor.agent("agent" + each, preSale, 6))
                .toList();
        agents.forEach(agent -> floor.goes(agent, PresenceState.BUSY));
        List<ConversationId> all = IntStream.range(0, 60)
                .mapToObj(each -> floor.waitsSilently(floor.customer("customer" + each)))
                .toList();

        sql.sql("update staff.presence set state = 'ONLINE'").update();
        List<CompletableFuture<Void>> nodes = new ArrayList<>();
        for (int node = 0; node < 6; node++) {
            nodes.add(CompletableFuture.runAsync(router::route));
        }
        nodes.forEach(CompletableFuture::join);

        assertThat(all).allMatch(each -> floor.standing(each).state().equals("HELD"));
        assertThat(sql.sql("select count(*) from conversation.assignment").query(Integer.class).single())
                .isEqualTo(60);
        assertThat(sql.sql("select max(n) - min(n) from (select count(*) n from conversation.assignment group by agent_id)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aWaitingCustomerHasAPlaceAndAnEstimateOnceTheQueueMoves() {
        StaffId wang = floor.agent("wang", preSale, 1);
        holds(wang, floor.writes(floor.customer("first"), "在吗"));
        ConversationId second = floor.writes(floor.customer("second"), "在吗");
        waits(second);
        clock.advance(ofSeconds(1));
        ConversationId third = floor.writes(floor.customer("third"), "在吗");
        await().until(() -> preSale.equals(floor.standing(third).group()));

        QueuePlace place = forecast.place(third).orElseThrow();

        assertThat(place.ahead()).isEqualTo(1);
        assertThat(place.estimate()).isBetween(ofSeconds(10), ofSeconds(60));
        assertThat(forecast.place(second).orElseThrow().ahead()).isZero();
    }

    @Test
    void whoDoesNotWaitHasNoPlace() {
        StaffId wang = floor.agent("wang", preSale, 1);
        ConversationId conversation = floor.writes(lin, "在吗");
        holds(wang, conversation);

        assertThat(forecast.place(conversation)).isEmpty();
    }

    @Test
    void aCustomerGetsHisOwnAgentAndTheDeputyWhenHeIsAbsent() {
        floor.agent("wang", preSale, 5);
        StaffId own = floor.absentAgent("own", 5);
        StaffId deputy = floor.absentAgent("deputy", 5);
        floor.arrives(deputy);
        floor.binds(lin, own, deputy);
        ConversationId first = floor.writes(lin, "在吗");
        holds(deputy, first);
        conversations.closeBy(lin, first);

        floor.arrives(own);

        holds(own, floor.writes(lin, "又有一个问题"));
    }

    @Test
    void whoFellSilentDoesNotGetTheSameCustomerBackWhileAnotherIsThere() {
        floor.silenceAfter(10);
        StaffId wang = floor.agent("wang", preSale, 5);
        ConversationId conversation = floor.writes(lin, "在吗");
        holds(wang, conversation);
        clock.advance(ofSeconds(11));
        waits(conversation);
        floor.goes(wang, PresenceState.BREAK);
        StaffId li = floor.agent("li", preSale, 1);
        holds(li, conversation);
        floor.goes(li, PresenceState.OFFLINE);
        waits(conversation);

        floor.goes(wang, PresenceState.ONLINE);

        holds(wang, conversation);
    }

    @Test
    void withoutAnyGroupCustomersWaitToBeTakenByHand() {
        sql.sql("delete from staff.skill_group").update();
        StaffId wang = floor.absentAgent("wang", 5);
        floor.arrives(wang);
        ConversationId conversation = floor.writes(lin, "在吗");
        waits(conversation);
        router.route();
        assertThat(floor.holder(conversation)).isNull();

        assignments.take(staff.actor(wang), conversation);

        assertThat(floor.holder(conversation)).isEqualTo(wang);
    }

    private void holds(StaffId agent, ConversationId conversation) {
        await().untilAsserted(() -> assertThat(floor.holder(conversation)).isEqualTo(agent));
    }

    private void waits(ConversationId conversation) {
        await().untilAsserted(
                        () -> assertThat(floor.standing(conversation).state()).isEqualTo("QUEUED"));
    }
}

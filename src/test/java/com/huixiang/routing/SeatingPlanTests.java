package com.huixiang.routing;

import static com.huixiang.routing.RoutingFixtures.AFTER_SALE;
import static com.huixiang.routing.RoutingFixtures.COMPLAINTS;
import static com.huixiang.routing.RoutingFixtures.PRE_SALE;
import static com.huixiang.routing.RoutingFixtures.agent;
import static com.huixiang.routing.RoutingFixtures.conversation;
import static com.huixiang.routing.RoutingFixtures.desk;
import static com.huixiang.routing.RoutingFixtures.everythingTo;
import static com.huixiang.routing.RoutingFixtures.plan;
import static com.huixiang.routing.RoutingFixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.conversation.Pairing;
import com.huixiang.conversation.Urgency;
import com.huixiang.routing.SeatingPlan.Place;
import com.huixiang.staff.PresenceState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** T-04, T-06, T-07: one rule at a time. */
class SeatingPlanTests {

    private static final TargetByMatrix MATRIX = everythingTo(PRE_SALE);

    @Test
    void aCustomerGetsAFreeAgentOfTheGroup() {
        var plan = plan(
                MATRIX,
                List.of(desk("wang").skilled(PRE_SALE, 3), desk("li").skilled(AFTER_SALE, 5)),
                waiting("lin"));

        assertThat(plan.pairings()).containsExactly(pairing("lin", "wang"));
        assertThat(plan.seatedElsewhere()).containsEntry(conversation("lin"), PRE_SALE);
    }

    @Test
    void anUrgentOneGoesAheadOfTheQueueThenAHighValueCustomerThenWhoWaitedLongest() {
        var plan = plan(
                MATRIX,
                List.of(desk("wang").skilled(PRE_SALE, 3).serves(4, 5)),
                waiting("longest").waited(100),
                waiting("later").waited(50),
                waiting("gold").urgency(Urgency.HIGH_VALUE).waited(10),
                waiting("urgent").urgent().waited(1));

        assertThat(plan.pairings()).containsExactly(pairing("urgent", "wang"));
        assertThat(plan.waiting())
                .extracting(Place::conversation)
                .containsExactly(conversation("gold"), conversation("longest"), conversation("later"));
    }

    @ParameterizedTest
    @EnumSource(value = PresenceState.class, mode = EnumSource.Mode.EXCLUDE, names = "ONLINE")
    void nobodyAwayGetsWork(PresenceState away) {
        var plan = plan(MATRIX, List.of(desk("wang").skilled(PRE_SALE, 3).is(away)), waiting("lin"));

        assertThat(plan.pairings()).isEmpty();
    }

    @Test
    void aHeavyConversationNeedsAsMuchRoomAsItWeighsAndFillsAnEmptyDeskAtMost() {
        assertThat(plan(
                                MATRIX,
                                List.of(desk("wang").skilled(PRE_SALE, 3).serves(3, 5)),
                                waiting("heavy").weighing(3))
                        .pairings())
                .isEmpty();
        assertThat(plan(
                                MATRIX,
                                List.of(desk("wang").skilled(PRE_SALE, 3).serves(0, 5)),
                                waiting("phone").weighing(100))
                        .pairings())
                .containsExactly(pairing("phone", "wang"));
    }

    @Test
    void theLeastLoadedByShareOfCapacityIsNext() {
        var plan = plan(
                MATRIX,
                List.of(
                        desk("wang").skilled(PRE_SALE, 3).serves(2, 4),
                        desk("li").skilled(PRE_SALE, 3).serves(3, 10)),
                waiting("lin"));

        assertThat(plan.pairings()).containsExactly(pairing("lin", "li"));
    }

    @Test
    void amongEquallyLoadedTheLongestIdleIsNext() {
        var plan = plan(
                MATRIX,
                List.of(
                        desk("wang").skilled(PRE_SALE, 3).idleFor(60),
                        desk("li").skilled(PRE_SALE, 3).idleFor(600)),
                waiting("lin"));

        assertThat(plan.pairings()).containsExactly(pairing("lin", "li"));
    }

    @Test
    void theWantedSkillDropsOneLevelForEachPieceOfWaiting() {
        var matrix = new TargetByMatrix(List.of(new MatrixRow(null, null, null, PRE_SALE, 4)), null);
        var junior = List.of(desk("wang").skilled(PRE_SALE, 2));

        assertThat(plan(matrix, junior, waiting("lin").waited(0)).pairings()).isEmpty();
        assertThat(plan(matrix, junior, waiting("lin").waited(59)).pairings()).isEmpty();
        assertThat(plan(matrix, junior, waiting("lin").waited(60)).pairings()).containsExactly(pairing("lin", "wang"));
    }

    @Test
    void afterALongerWaitTheOverflowGroupHelps() {
        var overflow = Map.of(PRE_SALE, AFTER_SALE);
        var helper = List.of(desk("li").skilled(AFTER_SALE, 1));

        assertThat(plan(MATRIX, overflow, helper, waiting("lin").waited(89)).pairings()).isEmpty();
        assertThat(plan(MATRIX, overflow, helper, waiting("lin").waited(90)).pairings())
                .containsExactly(pairing("lin", "li"));
    }

    @Test
    void theOwnGroupComesBeforeTheOverflowGroup() {
        var plan = plan(
                MATRIX,
                Map.of(PRE_SALE, AFTER_SALE),
                List.of(desk("wang").skilled(PRE_SALE, 1).serves(4, 5), desk("li").skilled(AFTER_SALE, 5)),
                waiting("lin").waited(200));

        assertThat(plan.pairings()).containsExactly(pairing("lin", "wang"));
    }

    @Test
    void aCustomerGetsHisOwnAgentWhateverTheGroup() {
        var plan = plan(
                MATRIX,
                List.of(desk("wang").skilled(PRE_SALE, 5), desk("own").skilled(AFTER_SALE, 1).serves(4, 5)),
                waiting("lin").boundTo("own"));

        assertThat(plan.pairings()).containsExactly(pairing("lin", "own"));
    }

    @Test
    void aFullOwnAgentIsWaitedForALittle() {
        var desks = List.of(desk("wang").skilled(PRE_SALE, 5), desk("own").full());

        assertThat(plan(MATRIX, desks, waiting("lin").boundTo("own").waited(29)).pairings()).isEmpty();
        assertThat(plan(MATRIX, desks, waiting("lin").boundTo("own").waited(30)).pairings())
                .containsExactly(pairing("lin", "wang"));
    }

    @Test
    void anUrgentOneDoesNotWaitForAFullOwnAgent() {
        var desks = List.of(desk("wang").skilled(PRE_SALE, 5), desk("own").full());

        assertThat(plan(MATRIX, desks, waiting("lin").boundTo("own").urgent()).pairings())
                .containsExactly(pairing("lin", "wang"));
    }

    @Test
    void whenTheOwnAgentIsAbsentTheDeputyAnswersElseTheGroup() {
        var absent = desk("own").is(PresenceState.BREAK);
        var wang = desk("wang").skilled(PRE_SALE, 5);

        assertThat(plan(MATRIX, List.of(absent, wang, desk("deputy")), waiting("lin").boundTo("own", "deputy"))
                        .pairings())
                .containsExactly(pairing("lin", "deputy"));
        assertThat(plan(MATRIX, List.of(absent, wang, desk("deputy").full()), waiting("lin").boundTo("own", "deputy"))
                        .pairings())
                .containsExactly(pairing("lin", "wang"));
        assertThat(plan(MATRIX, List.of(wang), waiting("lin").boundTo("own")).pairings())
                .containsExactly(pairing("lin", "wang"));
    }

    @Test
    void whoFellSilentGetsItBackOnlyWhenNobodyElseCan() {
        var silent = desk("silent").skilled(PRE_SALE, 5);
        var loaded = desk("wang").skilled(PRE_SALE, 1).serves(4, 5);

        assertThat(plan(MATRIX, List.of(silent, loaded), waiting("lin").takenFromSilent("silent")).pairings())
                .containsExactly(pairing("lin", "wang"));
        assertThat(plan(MATRIX, List.of(silent), waiting("lin").takenFromSilent("silent")).pairings())
                .containsExactly(pairing("lin", "silent"));
    }

    @Test
    void anOwnAgentWhoFellSilentHasNoClaimAnyMore() {
        var plan = plan(
                MATRIX,
                List.of(desk("own"), desk("wang").skilled(PRE_SALE, 1)),
                waiting("lin").boundTo("own").takenFromSilent("own"));

        assertThat(plan.pairings()).containsExactly(pairing("lin", "wang"));
    }

    @Test
    void aQueueThatBecameUrgentMovesToItsNewGroup() {
        var matrix = new TargetByMatrix(List.of(new MatrixRow(null, Urgency.URGENT, null, COMPLAINTS, 1)), PRE_SALE);

        var plan = plan(matrix, List.of(), waiting("lin").inGroup(PRE_SALE).urgent());

        assertThat(plan.directed()).containsExactly(Map.entry(conversation("lin"), COMPLAINTS));
        assertThat(plan.waiting()).containsExactly(new Place(conversation("lin"), COMPLAINTS));
    }

    @Test
    void withoutAnyGroupOnlyAnOwnAgentIsFoundTheOthersAreTakenByHand() {
        var nowhere = new TargetByMatrix(List.of(), null);

        var plan = plan(nowhere, List.of(desk("own")), waiting("lin"), waiting("bound").boundTo("own"));

        assertThat(plan.pairings()).containsExactly(new Pairing(conversation("bound"), agent("own"), null));
        assertThat(plan.waiting()).containsExactly(new Place(conversation("lin"), null));
    }

    private static Pairing pairing(String conversation, String agent) {
        return new Pairing(conversation(conversation), agent(agent), PRE_SALE);
    }
}

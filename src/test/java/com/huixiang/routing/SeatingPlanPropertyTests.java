package com.huixiang.routing;

import static com.huixiang.routing.RoutingFixtures.NOW;
import static com.huixiang.routing.RoutingFixtures.PRE_SALE;
import static com.huixiang.routing.RoutingFixtures.STANDARD;
import static com.huixiang.routing.RoutingFixtures.agent;
import static com.huixiang.routing.RoutingFixtures.desk;
import static com.huixiang.routing.RoutingFixtures.everythingTo;
import static com.huixiang.routing.RoutingFixtures.group;
import static com.huixiang.routing.RoutingFixtures.waiting;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Pairing;
import com.huixiang.conversation.Urgency;
import com.huixiang.customer.CustomerValue;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.PresenceState;
import com.huixiang.staff.StaffId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What holds in every situation (FIELD 12, 13). Eligibility is written here a second time, straight from the words of
 * the rules, so that the plan is judged by something other than itself.
 */
class SeatingPlanPropertyTests {

    private static final List<GroupId> GROUPS = List.of(group("one"), group("two"), group("three"));
    private static final int SITUATIONS = 1_000;

    /** Draws situations, always the same ones; the number of a bad one stands in the message of the failure. */
    private static void inEverySituation(Consumer<Drawn> holds) {
        for (int number = 0; number < SITUATIONS; number++) {
            Drawn drawn = draw(new Random(number));
            try {
                holds.accept(drawn);
            } catch (AssertionError broken) {
                throw new AssertionError("In situation " + number + ": " + broken.getMessage(), broken);
            }
        }
    }

    @Test
    void noConversationTwiceAndNoneForgotten() {
        inEverySituation(drawn -> {
            SeatingPlan plan = drawn.plan();
            var seated = plan.pairings().stream().map(Pairing::conversation).toList();
            var waiting = plan.waiting().stream().map(SeatingPlan.Place::conversation).toList();
            var all = new ArrayList<>(seated);
            all.addAll(waiting);

            assertThat(all)
                    .containsExactlyInAnyOrderElementsOf(
                            drawn.queue.stream().map(Waiting::conversation).toList());
        });
    }

    @Test
    void nobodyAwayGetsWorkAndNobodyMoreThanHisCapacity() {
        inEverySituation(drawn -> {
            SeatingPlan plan = drawn.plan();
            Map<StaffId, Integer> given = new HashMap<>();
            for (Pairing pairing : plan.pairings()) {
                DrawnDesk desk = drawn.desk(pairing.agent());
                assertThat(desk.presence).isEqualTo(PresenceState.ONLINE);
                given.merge(desk.agent, Math.min(drawn.waiting(pairing.conversation()).weight(), desk.capacity), Integer::sum);
            }
            given.forEach((agent, load) ->
                    assertThat(load + drawn.desk(agent).load).isLessThanOrEqualTo(drawn.desk(agent).capacity));
        });
    }

    @Test
    void everySeatIsAnEligibleOne() {
        inEverySituation(drawn -> {
            for (Pairing pairing : drawn.plan().pairings()) {
                assertThat(drawn.mayServe(drawn.desk(pairing.agent()), drawn.waiting(pairing.conversation())))
                        .isTrue();
            }
        });
    }

    @Test
    void asLongAsAnEligibleDeskHasRoomNobodyWaits() {
        inEverySituation(drawn -> {
            SeatingPlan plan = drawn.plan();
            Map<StaffId, Integer> loads = drawn.loadsAfter(plan);
            for (SeatingPlan.Place place : plan.waiting()) {
                Waiting one = drawn.waiting(place.conversation());
                assertThat(drawn.desks)
                        .as("desks that could take %s", one)
                        .noneMatch(desk -> drawn.mayServe(desk, one)
                                && !drawn.isWaitedFor(one, loads)
                                && hasRoom(desk, loads.get(desk.agent), one));
            }
        });
    }

    @Test
    void anUrgentOneIsNeverLeftWaitingWhileALessUrgentOneGotADeskItCouldHaveHad() {
        inEverySituation(drawn -> {
            SeatingPlan plan = drawn.plan();
            for (SeatingPlan.Place place : plan.waiting()) {
                Waiting left = drawn.waiting(place.conversation());
                for (Pairing pairing : plan.pairings()) {
                    Waiting served = drawn.waiting(pairing.conversation());
                    boolean sameRoom = left.weight() <= served.weight();
                    boolean moreUrgent = left.urgency().compareTo(served.urgency()) > 0;
                    boolean waitedLonger = left.urgency() == served.urgency() && left.since().isBefore(served.since());
                    boolean couldHave = drawn.mayServe(drawn.desk(pairing.agent()), left) && !drawn.isHeldBack(left);
                    assertThat((moreUrgent || waitedLonger) && sameRoom && couldHave)
                            .as("%s was left waiting while %s was served by a desk it could have had", left, served)
                            .isFalse();
                }
            }
        });
    }

    @Test
    void whoFellSilentGetsItBackOnlyWhenNobodyElseHasRoom() {
        inEverySituation(drawn -> {
            SeatingPlan plan = drawn.plan();
            Map<StaffId, Integer> loads = drawn.loadsAfter(plan);
            for (Pairing pairing : plan.pairings()) {
                Waiting one = drawn.waiting(pairing.conversation());
                if (one.fellSilent().contains(pairing.agent())) {
                    assertThat(drawn.desks)
                            .noneMatch(desk -> !one.fellSilent().contains(desk.agent)
                                    && drawn.mayServe(desk, one)
                                    && hasRoom(desk, loads.get(desk.agent), one));
                }
            }
        });
    }

    @Test
    void equalAgentsDifferByOneConversationAtMost() {
        Random random = new Random(1);
        for (int trial = 0; trial < 200; trial++) {
            checkFairness(1 + random.nextInt(40), random.nextInt(301));
        }
    }

    private static void checkFairness(int agents, int customers) {
        var desks = IntStream.range(0, agents)
                .mapToObj(each -> desk("agent " + each).skilled(PRE_SALE, 3).serves(0, 8).build())
                .toList();
        var queue = IntStream.range(0, customers)
                .mapToObj(each -> waiting("customer " + each).waited(each).build())
                .toList();

        SeatingPlan.of(new Situation(NOW, STANDARD, everythingTo(PRE_SALE), Map.of(), desks, queue));

        int most = desks.stream().mapToInt(Desk::load).max().orElseThrow();
        int least = desks.stream().mapToInt(Desk::load).min().orElseThrow();
        assertThat(most - least)
                .as("conversations between the busiest and the idlest of %d agents with %d customers", agents, customers)
                .isLessThanOrEqualTo(1);
    }

    @Test
    void theOrderInWhichTheQueueIsReadDoesNotMatter() {
        Random random = new Random(2);
        inEverySituation(drawn -> {
            List<Waiting> shuffled = new ArrayList<>(drawn.queue);
            Collections.shuffle(shuffled, random);

            assertThat(new Drawn(drawn.desks, shuffled, drawn.overflow, drawn.levels).plan().pairings())
                    .isEqualTo(drawn.plan().pairings());
        });
    }

    private static Drawn draw(Random random) {
        List<DrawnDesk> desks = new ArrayList<>();
        for (int each = random.nextInt(8); each >= 0; each--) {
            Map<GroupId, Integer> skills = new HashMap<>();
            GROUPS.stream().filter(any -> random.nextInt(3) > 0).forEach(any -> skills.put(any, 1 + random.nextInt(5)));
            int capacity = random.nextInt(7);
            PresenceState presence = random.nextInt(4) > 0
                    ? PresenceState.ONLINE
                    : PresenceState.values()[random.nextInt(PresenceState.values().length)];
            desks.add(new DrawnDesk(agent("agent " + each), presence, capacity, random.nextInt(capacity + 1), skills));
        }
        List<Waiting> queue = new ArrayList<>();
        for (int each = random.nextInt(25); each > 0; each--) {
            var one = waiting("customer " + each)
                    .about(IssueType.values()[random.nextInt(IssueType.values().length)])
                    .urgency(Urgency.values()[random.nextInt(3)])
                    .from(CustomerValue.values()[random.nextInt(3)])
                    .weighing(1 + random.nextInt(3))
                    .waited(random.nextInt(200))
                    .inGroup(GROUPS.get(random.nextInt(GROUPS.size())));
            if (random.nextInt(4) == 0) {
                one.boundTo("agent " + random.nextInt(10), "agent " + random.nextInt(10));
            }
            if (random.nextInt(4) == 0) {
                one.takenFromSilent("agent " + random.nextInt(10));
            }
            queue.add(one.build());
        }
        Map<GroupId, GroupId> overflow = random.nextBoolean() ? Map.of() : Map.of(GROUPS.get(0), GROUPS.get(1));
        Map<GroupId, Integer> levels = new HashMap<>();
        GROUPS.forEach(any -> levels.put(any, 1 + random.nextInt(5)));
        return new Drawn(desks, queue, overflow, levels);
    }

    private static boolean hasRoom(DrawnDesk desk, int load, Waiting one) {
        return desk.capacity > 0 && load + Math.min(one.weight(), desk.capacity) <= desk.capacity;
    }

    private record DrawnDesk(
            StaffId agent, PresenceState presence, int capacity, int load, Map<GroupId, Integer> skills) {}

    /** A situation by its words: each group wants a level of its own, everybody's group was found before. */
    private record Drawn(
            List<DrawnDesk> desks, List<Waiting> queue, Map<GroupId, GroupId> overflow, Map<GroupId, Integer> levels) {

        SeatingPlan plan() {
            List<Waiting> byPeople = queue.stream().map(this::withLevelByIssue).toList();
            List<Desk> fresh = desks.stream()
                    .map(desk -> new Desk(desk.agent, desk.presence, desk.capacity, desk.skills, desk.load, null))
                    .toList();
            return SeatingPlan.of(new Situation(NOW, STANDARD, matrix(), overflow, fresh, byPeople));
        }

        /** The matrix knows issues, not groups: each group answers one issue here. */
        private TargetByMatrix matrix() {
            List<MatrixRow> rows = IntStream.range(0, GROUPS.size())
                    .mapToObj(each -> new MatrixRow(
                            IssueType.values()[each], null, null, GROUPS.get(each), levels.get(GROUPS.get(each))))
                    .toList();
            return new TargetByMatrix(rows, null);
        }

        private Waiting withLevelByIssue(Waiting one) {
            return new Waiting(
                    one.conversation(),
                    IssueType.values()[GROUPS.indexOf(one.group())],
                    one.urgency(),
                    one.value(),
                    one.group(),
                    false,
                    one.weight(),
                    one.since(),
                    one.binding(),
                    one.fellSilent());
        }

        Waiting waiting(ConversationId conversation) {
            return queue.stream().filter(one -> one.conversation().equals(conversation)).findFirst().orElseThrow();
        }

        DrawnDesk desk(StaffId agent) {
            return desks.stream().filter(desk -> desk.agent.equals(agent)).findFirst().orElseThrow();
        }

        Map<StaffId, Integer> loadsAfter(SeatingPlan plan) {
            Map<StaffId, Integer> loads = desks.stream().collect(toMap(DrawnDesk::agent, DrawnDesk::load));
            plan.pairings().forEach(pairing -> loads.merge(
                    pairing.agent(),
                    Math.min(waiting(pairing.conversation()).weight(), desk(pairing.agent()).capacity),
                    Integer::sum));
            return loads;
        }

        boolean mayServe(DrawnDesk desk, Waiting one) {
            if (desk.presence != PresenceState.ONLINE) {
                return false;
            }
            if (claimants(one).contains(desk.agent)) {
                return true;
            }
            GroupId group = one.group();
            long waited = Duration.between(one.since(), NOW).toSeconds();
            long wanted = Math.max(1, levels.get(group) - waited / 30);
            boolean ownGroup = desk.skills.getOrDefault(group, 0) >= wanted;
            boolean helps = waited >= 90 && overflow.containsKey(group) && desk.skills.containsKey(overflow.get(group));
            return ownGroup || helps;
        }

        private Set<StaffId> claimants(Waiting one) {
            Set<StaffId> claimants = new HashSet<>();
            if (one.binding() != null) {
                claimants.add(one.binding().agent());
                claimants.add(one.binding().deputy());
                claimants.removeAll(one.fellSilent());
            }
            return claimants;
        }

        /** Rule T-06 may hold a customer back for his own agent, never an urgent one and never longer than 30 s. */
        boolean isHeldBack(Waiting one) {
            return one.binding() != null
                    && one.urgency() != Urgency.URGENT
                    && Duration.between(one.since(), NOW).toSeconds() < 30
                    && !one.fellSilent().contains(one.binding().agent())
                    && desks.stream()
                            .anyMatch(desk -> desk.agent.equals(one.binding().agent())
                                    && (desk.presence == PresenceState.ONLINE || desk.presence == PresenceState.BUSY));
        }

        /** Held back, and the own agent is still too full for it. */
        boolean isWaitedFor(Waiting one, Map<StaffId, Integer> loads) {
            return isHeldBack(one)
                    && (desk(one.binding().agent()).presence != PresenceState.ONLINE
                            || !hasRoom(
                                    desk(one.binding().agent()),
                                    loads.get(one.binding().agent()),
                                    one));
        }
    }
}

package com.huixiang.routing;

import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.Pairing;
import com.huixiang.routing.DedicatedAgentFirst.Claim;
import com.huixiang.routing.TargetByMatrix.Target;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.StaffId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules applied to one situation, most urgent first: which group each conversation belongs to, who gets a desk now,
 * and who goes on waiting, in the order they will be served. Pure: the same situation always gives the same plan.
 */
final class SeatingPlan {

    /** Somebody who gets a desk, and for which group he had waited. */
    record Seat(Pairing pairing, @Nullable GroupId group) {}

    /** Somebody who goes on waiting, and for which group. */
    record Place(ConversationId conversation, @Nullable GroupId group) {}

    private static final Comparator<Waiting> URGENT_GO_FIRST = new UrgentGoFirst();
    private static final Comparator<Desk> LEAST_LOADED_THEN_LONGEST_IDLE = new LeastLoadedThenLongestIdle();

    private final Situation situation;
    private final Instant now;
    private final DedicatedAgentFirst dedicatedAgentFirst;
    private final SkillRelaxesOverTime skillRelaxesOverTime;
    private final Map<StaffId, Desk> desks = new HashMap<>();
    private final Map<GroupId, List<Desk>> openDesks = new HashMap<>();

    private final Map<ConversationId, GroupId> directions = new LinkedHashMap<>();
    private final List<Seat> seats = new ArrayList<>();
    private final List<Place> waiting = new ArrayList<>();

    static SeatingPlan of(Situation situation) {
        SeatingPlan plan = new SeatingPlan(situation);
        situation.queue().stream().sorted(URGENT_GO_FIRST).forEach(plan::serve);
        return plan;
    }

    private SeatingPlan(Situation situation) {
        this.situation = situation;
        this.now = situation.moment();
        this.dedicatedAgentFirst = new DedicatedAgentFirst(situation.standard());
        this.skillRelaxesOverTime = new SkillRelaxesOverTime(situation.standard());
        for (Desk desk : situation.desks()) {
            desks.put(desk.agent(), desk);
            if (!desk.isFull()) {
                desk.skills().keySet().forEach(group -> openDesks
                        .computeIfAbsent(group, any -> new ArrayList<>())
                        .add(desk));
            }
        }
    }

    private void serve(Waiting one) {
        Target target = situation.matrix().targetOf(one).orElse(null);
        GroupId group = target == null ? null : target.group();
        if (group != null && !group.equals(one.group())) {
            directions.put(one.conversation(), group);
        }
        Desk desk = deskFor(one, target);
        if (desk == null) {
            waiting.add(new Place(one.conversation(), group));
        } else {
            desk.take(one, now);
            seats.add(new Seat(new Pairing(one.conversation(), desk.agent()), group));
        }
    }

    private @Nullable Desk deskFor(Waiting one, @Nullable Target target) {
        return switch (dedicatedAgentFirst.claimOn(one, desks, now)) {
            case Claim.Seat(Desk desk) -> desk;
            case Claim.KeepWaiting() -> null;
            case Claim.AnyOfTheGroup() -> target == null ? null : bestOfTheGroup(one, target);
        };
    }

    /** The own group first, then the group that helps; somebody who fell silent here only when there is nobody else. */
    private @Nullable Desk bestOfTheGroup(Waiting one, Target target) {
        List<Desk> own = open(target.group()).stream()
                .filter(desk -> desk.canTake(one) && skillRelaxesOverTime.isGoodEnough(desk, target, one, now))
                .toList();
        GroupId helpers = situation.overflow().get(target.group());
        List<Desk> helping = helpers == null || !skillRelaxesOverTime.overflowHelps(one, now)
                ? List.of()
                : open(helpers).stream().filter(desk -> desk.canTake(one)).toList();

        Desk best = leastLoaded(answering(own, one));
        best = best != null ? best : leastLoaded(answering(helping, one));
        best = best != null ? best : leastLoaded(own);
        return best != null ? best : leastLoaded(helping);
    }

    private List<Desk> open(GroupId group) {
        List<Desk> open = openDesks.getOrDefault(group, List.of());
        if (!open.isEmpty()) {
            open.removeIf(Desk::isFull);
        }
        return open;
    }

    private static List<Desk> answering(List<Desk> desks, Waiting one) {
        return one.fellSilent().isEmpty()
                ? desks
                : desks.stream().filter(desk -> !one.fellSilent().contains(desk.agent())).toList();
    }

    private static @Nullable Desk leastLoaded(List<Desk> desks) {
        return desks.stream().min(LEAST_LOADED_THEN_LONGEST_IDLE).orElse(null);
    }

    /** Conversations that belong to another group than the one written on them. */
    Map<ConversationId, GroupId> directions() {
        return directions;
    }

    List<Seat> seats() {
        return seats;
    }

    List<Pairing> pairings() {
        return seats.stream().map(Seat::pairing).toList();
    }

    /** Who goes on waiting, next one first. */
    List<Place> waiting() {
        return waiting;
    }
}

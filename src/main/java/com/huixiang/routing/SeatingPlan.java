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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules applied to one situation, most urgent first: which group each conversation belongs to, who gets a desk now,
 * and who goes on waiting, in the order they will be served. Pure: the same situation always gives the same plan.
 */
final class SeatingPlan {

    /** Somebody who goes on waiting, and for which group. */
    record Place(ConversationId conversation, @Nullable GroupId group) {}

    private static final Comparator<Waiting> URGENT_GO_FIRST = new UrgentGoFirst();

    private final Situation situation;
    private final Instant now;
    private final DedicatedAgentFirst dedicatedAgentFirst;
    private final SkillRelaxesOverTime skillRelaxesOverTime;
    private final Map<StaffId, Desk> desks = new HashMap<>();
    private final OpenDesks openDesks;

    private final Map<ConversationId, GroupId> directed = new LinkedHashMap<>();
    private final Map<ConversationId, GroupId> seatedElsewhere = new LinkedHashMap<>();
    private final List<Pairing> pairings = new ArrayList<>();
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
        this.openDesks = new OpenDesks(situation.desks());
        situation.desks().forEach(desk -> desks.put(desk.agent(), desk));
    }

    private void serve(Waiting one) {
        Target target = situation.matrix().targetOf(one).orElse(null);
        GroupId group = target == null ? null : target.group();
        boolean elsewhere = group != null && !group.equals(one.group());
        Desk desk = deskFor(one, target);
        if (desk == null) {
            waiting.add(new Place(one.conversation(), group));
            if (elsewhere) {
                directed.put(one.conversation(), group);
            }
        } else {
            if (elsewhere) {
                seatedElsewhere.put(one.conversation(), group);
            }
            openDesks.seat(desk, one, now);
            pairings.add(new Pairing(one.conversation(), desk.agent(), group));
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
        Desk best = bestOfTheGroup(one, target, desk -> !one.fellSilent().contains(desk.agent()));
        return best != null || one.fellSilent().isEmpty() ? best : bestOfTheGroup(one, target, anybody -> true);
    }

    private @Nullable Desk bestOfTheGroup(Waiting one, Target target, Predicate<Desk> allowed) {
        Predicate<Desk> hasRoom = desk -> desk.canTake(one) && allowed.test(desk);
        Desk own = openDesks.firstIn(
                target.group(),
                desk -> hasRoom.test(desk) && skillRelaxesOverTime.isGoodEnough(desk, target, one, now));
        GroupId helpers = situation.overflow().get(target.group());
        if (own != null || helpers == null || !skillRelaxesOverTime.overflowHelps(one, now)) {
            return own;
        }
        return openDesks.firstIn(helpers, hasRoom);
    }

    /** Who goes on waiting, but for another group than the one written on the conversation. */
    Map<ConversationId, GroupId> directed() {
        return directed;
    }

    /** Who gets a desk for another group than the one written on the conversation. */
    Map<ConversationId, GroupId> seatedElsewhere() {
        return seatedElsewhere;
    }

    List<Pairing> pairings() {
        return pairings;
    }

    /** Who goes on waiting, next one first. */
    List<Place> waiting() {
        return waiting;
    }
}

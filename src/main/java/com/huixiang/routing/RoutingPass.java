package com.huixiang.routing;

import com.huixiang.conversation.Assignments;
import com.huixiang.conversation.Assignments.ReleaseReason;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.Pairing;
import com.huixiang.routing.RoutingRepository.Abandoned;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.Presences;
import com.huixiang.staff.StaffId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * One look at the whole. State is the queue: everything is found in the tables, nothing is carried over from the last
 * pass, so a pass may be lost, repeated or made by another node.
 */
@Component
class RoutingPass {

    /** Rows are locked no longer than it takes to seat this many. */
    private static final int SEATS_AT_ONCE = 500;

    private final RoutingRepository repository;
    private final Assignments assignments;
    private final Presences presences;
    private final QueuePlaces places;
    private final Clock clock;
    private volatile Set<StaffId> signedIn = Set.of();

    RoutingPass(
            RoutingRepository repository,
            Assignments assignments,
            Presences presences,
            QueuePlaces places,
            Clock clock) {
        this.repository = repository;
        this.assignments = assignments;
        this.presences = presences;
        this.places = places;
        this.clock = clock;
    }

    /** Says whether another pass would find more to do. */
    boolean run() {
        RoutingStandard standard = repository.standard();
        takeFromSilentAndAbsent(standard);
        Instant now = clock.instant();
        Situation situation = repository.situation(standard, now);
        signedIn = situation.desks().stream().map(Desk::agent).collect(Collectors.toUnmodifiableSet());
        SeatingPlan plan = SeatingPlan.of(situation);
        direct(plan);
        boolean more = seat(plan, now);
        places.tell(plan.waiting(), now, assignments);
        return more;
    }

    /** As the last pass saw it: a hint for the message path, where nobody may ask the database. */
    boolean isAway(StaffId agent) {
        return !signedIn.contains(agent);
    }

    /** T-07: whoever is silent or gone loses the waiting customer; the silent one gets nobody new until he is back. */
    private void takeFromSilentAndAbsent(RoutingStandard standard) {
        for (Abandoned one : repository.abandoned(clock.instant().minus(standard.silence()))) {
            boolean taken = assignments.release(one.conversation(), one.agent(), one.why());
            if (taken && one.why() == ReleaseReason.SILENT) {
                presences.didNotAnswer(one.agent());
            }
        }
    }

    private void direct(SeatingPlan plan) {
        if (!plan.directed().isEmpty()) {
            repository.remember(plan.directed());
            assignments.direct(plan.directed());
        }
    }

    private boolean seat(SeatingPlan plan, Instant now) {
        List<Pairing> all = plan.pairings();
        List<Pairing> next = all.subList(0, Math.min(SEATS_AT_ONCE, all.size()));
        if (next.isEmpty()) {
            return false;
        }
        List<Pairing> done = assignments.assignAll(next);
        note(done, plan.seatedElsewhere(), now);
        // Somebody was quicker (took one by hand, closed it): the desk is still free for the next one.
        return done.size() < all.size();
    }

    /** Which groups the matrix chose, should the conversation come back, and how fast each group's queue moves. */
    private void note(List<Pairing> done, Map<ConversationId, GroupId> chosen, Instant now) {
        Map<ConversationId, GroupId> byMatrix = new HashMap<>();
        Map<GroupId, Integer> seats = new HashMap<>();
        for (Pairing pairing : done) {
            if (chosen.containsKey(pairing.conversation())) {
                byMatrix.put(pairing.conversation(), chosen.get(pairing.conversation()));
            }
            if (pairing.group() != null) {
                seats.merge(pairing.group(), 1, Integer::sum);
            }
        }
        if (!byMatrix.isEmpty()) {
            repository.remember(byMatrix);
        }
        if (!seats.isEmpty()) {
            repository.countSeats(seats, now);
        }
    }
}

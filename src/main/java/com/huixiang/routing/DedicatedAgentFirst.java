package com.huixiang.routing;

import com.huixiang.conversation.Urgency;
import com.huixiang.staff.StaffId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * T-06: a customer's own agent comes first. On line with room: he gets it. On line but full: the customer waits for him
 * a little, unless it is urgent (T-04 outranks T-06). Absent, or silent in this very conversation: the deputy if he has
 * room, else the group.
 */
record DedicatedAgentFirst(RoutingStandard standard) {

    sealed interface Claim {
        /** This desk and no other. */
        record Seat(Desk desk) implements Claim {}

        /** Worth waiting for; no other desk for now. */
        record KeepWaiting() implements Claim {}

        /** Nobody has a claim; the group may answer. */
        record AnyOfTheGroup() implements Claim {}
    }

    private static final Claim KEEP_WAITING = new Claim.KeepWaiting();
    private static final Claim ANY_OF_THE_GROUP = new Claim.AnyOfTheGroup();

    Claim claimOn(Waiting one, Map<StaffId, Desk> desks, Instant now) {
        Binding binding = one.binding();
        if (binding == null) {
            return ANY_OF_THE_GROUP;
        }
        Desk own = desks.get(binding.agent());
        if (own != null && own.isPresent() && !one.fellSilent().contains(own.agent())) {
            if (own.canTake(one)) {
                return new Claim.Seat(own);
            }
            if (isWorthWaiting(one, now)) {
                return KEEP_WAITING;
            }
        }
        Desk deputy = deskOf(binding.deputy(), desks);
        if (deputy != null && deputy.canTake(one) && !one.fellSilent().contains(deputy.agent())) {
            return new Claim.Seat(deputy);
        }
        return ANY_OF_THE_GROUP;
    }

    private boolean isWorthWaiting(Waiting one, Instant now) {
        return one.urgency() != Urgency.URGENT && one.waited(now).compareTo(standard.dedicatedWait()) < 0;
    }

    private static @Nullable Desk deskOf(@Nullable StaffId agent, Map<StaffId, Desk> desks) {
        return agent == null ? null : desks.get(agent);
    }
}

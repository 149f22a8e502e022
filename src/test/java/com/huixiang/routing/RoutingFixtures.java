package com.huixiang.routing;

import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Urgency;
import com.huixiang.customer.CustomerValue;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.PresenceState;
import com.huixiang.staff.StaffId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People and conversations by name: the same name is always the same one. */
final class RoutingFixtures {

    static final Instant NOW = Instant.parse("2026-11-11T10:00:00Z");
    static final RoutingStandard STANDARD = new RoutingStandard(
            Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(90), Duration.ofSeconds(180));

    static final GroupId PRE_SALE = group("pre-sale");
    static final GroupId AFTER_SALE = group("after-sale");
    static final GroupId COMPLAINTS = group("complaints");

    private RoutingFixtures() {}

    static StaffId agent(String name) {
        return new StaffId(named(name));
    }

    static GroupId group(String name) {
        return new GroupId(named(name));
    }

    static ConversationId conversation(String name) {
        return new ConversationId(named(name));
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static WaitingBuilder waiting(String name) {
        return new WaitingBuilder(name);
    }

    static DeskBuilder desk(String agent) {
        return new DeskBuilder(agent);
    }

    static TargetByMatrix everythingTo(GroupId group) {
        return new TargetByMatrix(List.of(), group);
    }

    static SeatingPlan plan(TargetByMatrix matrix, List<DeskBuilder> desks, WaitingBuilder... queue) {
        return plan(matrix, Map.of(), desks, queue);
    }

    static SeatingPlan plan(
            TargetByMatrix matrix, Map<GroupId, GroupId> overflow, List<DeskBuilder> desks, WaitingBuilder... queue) {
        return SeatingPlan.of(new Situation(
                NOW,
                STANDARD,
                matrix,
                overflow,
                desks.stream().map(DeskBuilder::build).toList(),
                Arrays.stream(queue).map(WaitingBuilder::build).toList()));
    }

    static final class WaitingBuilder {
        private final String name;
        private IssueType issue = IssueType.OTHER;
        private Urgency urgency = Urgency.NORMAL;
        private CustomerValue value = CustomerValue.ORDINARY;
        private @Nullable GroupId group;
        private boolean chosenByPerson;
        private int weight = 1;
        private Duration waited = Duration.ZERO;
        private @Nullable Binding binding;
        private final Set<StaffId> fellSilent = new HashSet<>();

        private WaitingBuilder(String name) {
            this.name = name;
        }

        WaitingBuilder about(IssueType issue) {
            this.issue = issue;
            return this;
        }

        WaitingBuilder urgency(Urgency urgency) {
            this.urgency = urgency;
            return this;
        }

        WaitingBuilder urgent() {
            return urgency(Urgency.URGENT);
        }

        WaitingBuilder from(CustomerValue value) {
            this.value = value;
            return this;
        }

        WaitingBuilder inGroup(GroupId group) {
            this.group = group;
            return this;
        }

        WaitingBuilder sentByColleagueTo(GroupId group) {
            this.chosenByPerson = true;
            return inGroup(group);
        }

        WaitingBuilder weighing(int weight) {
            this.weight = weight;
            return this;
        }

        WaitingBuilder waited(long seconds) {
            this.waited = Duration.ofSeconds(seconds);
            return this;
        }

        WaitingBuilder boundTo(String agent) {
            this.binding = new Binding(agent(agent), null);
            return this;
        }

        WaitingBuilder boundTo(String agent, String deputy) {
            this.binding = new Binding(agent(agent), agent(deputy));
            return this;
        }

        WaitingBuilder takenFromSilent(String agent) {
            fellSilent.add(agent(agent));
            return this;
        }

        Waiting build() {
            return new Waiting(
                    conversation(name),
                    issue,
                    urgency,
                    value,
                    group,
                    chosenByPerson,
                    weight,
                    NOW.minus(waited),
                    binding,
                    fellSilent);
        }
    }

    static final class DeskBuilder {
        private final String agent;
        private PresenceState presence = PresenceState.ONLINE;
        private int capacity = 5;
        private int load;
        private final Map<GroupId, Integer> skills = new HashMap<>();
        private @Nullable Instant lastAssigned;

        private DeskBuilder(String agent) {
            this.agent = agent;
        }

        DeskBuilder is(PresenceState presence) {
            this.presence = presence;
            return this;
        }

        DeskBuilder skilled(GroupId group, int level) {
            skills.put(group, level);
            return this;
        }

        DeskBuilder serves(int load, int capacity) {
            this.load = load;
            this.capacity = capacity;
            return this;
        }

        DeskBuilder full() {
            return serves(5, 5);
        }

        DeskBuilder idleFor(long seconds) {
            this.lastAssigned = NOW.minusSeconds(seconds);
            return this;
        }

        Desk build() {
            return new Desk(agent(agent), presence, capacity, skills, load, lastAssigned);
        }
    }
}

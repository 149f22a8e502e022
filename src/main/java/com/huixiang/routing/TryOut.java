package com.huixiang.routing;

import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Urgency;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.CustomerValue;
import com.huixiang.kernel.Uuid7;
import com.huixiang.routing.DedicatedAgentFirst.Claim;
import com.huixiang.routing.Matrix.Line;
import com.huixiang.routing.TargetByMatrix.Target;
import com.huixiang.staff.Actor;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.Permission;
import com.huixiang.staff.PresenceState;
import com.huixiang.staff.RosterLists;
import com.huixiang.staff.RosterLists.Member;
import com.huixiang.staff.SkillGroup;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * FRONT DOOR: who would get this? Puts an imagined customer before the very rules that seat real ones, with everybody at
 * his desk as he is now and nobody else waiting, and says why.
 */
@Service
public class TryOut {

    private final RoutingRepository repository;
    private final BindingRepository bindings;
    private final Staff staff;
    private final RosterLists roster;
    private final Clock clock;

    TryOut(RoutingRepository repository, BindingRepository bindings, Staff staff, RosterLists roster, Clock clock) {
        this.repository = repository;
        this.bindings = bindings;
        this.staff = staff;
        this.roster = roster;
        this.clock = clock;
    }

    public record Why(String zh, String en) {}

    public record GroupName(GroupId id, String name) {}

    public record Candidate(
            StaffId id,
            String name,
            PresenceState presence,
            int load,
            int capacity,
            int level,
            boolean next,
            Why why) {}

    /** {@code group} is null in a house without groups; {@code row} is null where no line of the matrix fits. */
    public record Outcome(@Nullable GroupName group, @Nullable Line row, Why why, List<Candidate> agents) {}

    @Transactional(readOnly = true)
    public Outcome ask(
            Actor actor, IssueType issue, Urgency urgency, CustomerValue value, @Nullable CustomerId customer) {
        actor.check(Permission.STANDARDS);
        Instant now = clock.instant();
        Binding binding = customer == null ? null : bindings.bindingOf(customer);
        Waiting imagined = new Waiting(
                new ConversationId(Uuid7.next(clock)), issue, urgency, value, null, false, 1, now, binding, Set.of());
        RoutingStandard standard = repository.standard();
        Situation situation = repository.situation(standard, now).with(List.of(imagined));
        // Desks fill while a plan is made: what is shown is how they stand before it.
        List<Desk> before = repository.situation(standard, now).desks();
        Target target = situation.matrix().targetOf(imagined).orElse(null);
        SeatingPlan plan = SeatingPlan.of(situation);
        StaffId next = plan.pairings().isEmpty() ? null : plan.pairings().getFirst().agent();
        Line row = repository.lines().stream()
                .filter(line -> target != null && fits(line, imagined))
                .max(Comparator.comparingInt(TryOut::exactness))
                .orElse(null);
        SkillGroup group = target == null
                ? null
                : staff.groups().stream().filter(known -> known.id().equals(target.group())).findFirst().orElse(null);
        return new Outcome(
                group == null ? null : new GroupName(group.id(), group.name()),
                row,
                why(group, row, binding, imagined, before, standard, now),
                candidates(target, imagined, before, next, standard, now));
    }

    private static boolean fits(Line line, Waiting one) {
        return rowOf(line).fits(one);
    }

    private static int exactness(Line line) {
        return rowOf(line).exactness();
    }

    private static MatrixRow rowOf(Line line) {
        Matrix.Cell cell = line.cell();
        return new MatrixRow(cell.issue(), cell.urgency(), cell.value(), line.groupId(), line.minLevel());
    }

    private static Why why(
            @Nullable SkillGroup group,
            @Nullable Line row,
            @Nullable Binding binding,
            Waiting imagined,
            List<Desk> desks,
            RoutingStandard standard,
            Instant now) {
        if (binding != null) {
            Map<StaffId, Desk> byAgent = new HashMap<>();
            desks.forEach(desk -> byAgent.put(desk.agent(), desk));
            Claim claim = new DedicatedAgentFirst(standard).claimOn(imagined, byAgent, now);
            if (claim instanceof Claim.Seat) {
                return new Why("客户有专属客服,直接分配给专属或代理客服", "The customer has an agent of his own, who or whose deputy gets him");
            }
            if (claim instanceof Claim.KeepWaiting) {
                return new Why(
                        "专属客服在线但已满,先等待 " + standard.dedicatedWait().toSeconds() + " 秒",
                        "The customer's own agent is on line but full; he is waited for "
                                + standard.dedicatedWait().toSeconds() + " s");
            }
        }
        if (group == null) {
            return new Why("还没有技能组,由在线客服自行领取", "There is no skill group yet; whoever is on line takes from the queue");
        }
        if (row == null) {
            return new Why(
                    "没有匹配的规则,由排在最前的技能组“" + group.name() + "”接待",
                    "No line fits; the first skill group, \"" + group.name() + "\", answers");
        }
        return new Why(
                "最精确匹配的一行:" + inChinese(row) + " → " + group.name() + ",技能等级不低于 " + row.minLevel(),
                "The most exact line: " + inEnglish(row) + " → " + group.name() + ", level " + row.minLevel() + " or better");
    }

    private static String inChinese(Line row) {
        return (row.issue() == null ? "任意问题" : IssueType.of(row.issue()).chinese())
                + " · "
                + (row.urgency() == null
                        ? "任意紧急程度"
                        : switch (row.urgency()) {
                            case NORMAL -> "普通";
                            case HIGH_VALUE -> "高价值";
                            case URGENT -> "紧急";
                        })
                + " · "
                + (row.value() == null
                        ? "任意客户"
                        : switch (row.value()) {
                            case ORDINARY -> "普通客户";
                            case VALUED -> "重要客户";
                            case HIGH -> "高价值客户";
                        });
    }

    private static String inEnglish(Line row) {
        return (row.issue() == null ? "any issue" : row.issue())
                + " · "
                + (row.urgency() == null ? "any urgency" : row.urgency().name().toLowerCase().replace('_', ' '))
                + " · "
                + (row.value() == null ? "any customer" : row.value().name().toLowerCase() + " customer");
    }

    private List<Candidate> candidates(
            @Nullable Target target,
            Waiting imagined,
            List<Desk> desks,
            @Nullable StaffId next,
            RoutingStandard standard,
            Instant now) {
        Map<StaffId, Desk> byAgent = new HashMap<>();
        desks.forEach(desk -> byAgent.put(desk.agent(), desk));
        UUID group = target == null ? null : target.group().value();
        List<Member> members =
                new ArrayList<>(roster.members(new RosterLists.Filter(null, null, group, null, true), null, 200).items());
        if (next != null && members.stream().noneMatch(member -> member.id().equals(next))) {
            members.add(roster.member(next));
        }
        return members.stream()
                .map(member -> candidate(member, byAgent.get(member.id()), target, imagined, next, standard, now))
                .sorted(Comparator.comparing(Candidate::next).reversed().thenComparing(candidate ->
                        candidate.presence().ordinal()))
                .toList();
    }

    private static Candidate candidate(
            Member member,
            @Nullable Desk desk,
            @Nullable Target target,
            Waiting imagined,
            @Nullable StaffId next,
            RoutingStandard standard,
            Instant now) {
        int level = target == null
                ? 0
                : member.groups().stream()
                        .filter(group -> group.id().equals(target.group()))
                        .mapToInt(RosterLists.Skilled::level)
                        .findFirst()
                        .orElse(0);
        boolean isNext = Objects.equals(member.id(), next);
        return new Candidate(
                member.id(),
                member.nickname(),
                desk == null ? PresenceState.OFFLINE : desk.presence(),
                desk == null ? 0 : desk.load(),
                member.capacity(),
                level,
                isNext,
                whyOf(desk, target, imagined, level, isNext, standard, now));
    }

    private static Why whyOf(
            @Nullable Desk desk,
            @Nullable Target target,
            Waiting imagined,
            int level,
            boolean isNext,
            RoutingStandard standard,
            Instant now) {
        if (isNext) {
            return new Why("下一位:在线、有余量、负载最低、空闲最久", "Next: on line, with room, least loaded, longest idle");
        }
        if (desk == null) {
            return new Why("离线", "Off line");
        }
        if (desk.presence() != PresenceState.ONLINE) {
            return desk.presence() == PresenceState.BREAK
                    ? new Why("小休中,不接新会话", "On a break; gets nobody new")
                    : new Why("忙碌中,不接新会话", "Busy; gets nobody new");
        }
        if (!desk.canTake(imagined)) {
            return new Why("已满", "Full");
        }
        int wanted = target == null ? 1 : new SkillRelaxesOverTime(standard).levelWanted(target, imagined, now);
        if (level < wanted) {
            return new Why(
                    "技能等级 " + level + " 低于要求的 " + wanted + ",等待后会放宽",
                    "Level " + level + " is below the wanted " + wanted + "; waiting relaxes that");
        }
        return new Why("可以接待,但有人负载更低或空闲更久", "Could answer, but somebody is less loaded or longer idle");
    }
}

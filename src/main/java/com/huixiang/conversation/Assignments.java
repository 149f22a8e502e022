package com.huixiang.conversation;

import com.huixiang.conversation.Changes.Change;
import com.huixiang.conversation.ConversationEvent.AgentAssigned;
import com.huixiang.conversation.ConversationEvent.HumanAsked;
import com.huixiang.conversation.ConversationEvent.Released;
import com.huixiang.staff.Actor;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.PresenceState;
import com.huixiang.staff.Presences;
import com.huixiang.staff.SkillGroup;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffId;
import com.huixiang.staff.StaffMember;
import com.huixiang.staff.Store;
import com.huixiang.staff.StoreId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * FRONT DOOR for who answers: the queue gives, a colleague takes, transfers or takes over, a store receives, and whoever is
 * silent loses. Each verb is one transaction, so no conversation ever goes to two agents.
 */
@Service
public class Assignments {

    private final ConversationRepository repository;
    private final Changes changes;
    private final RowRights rights;
    private final Announcer announcer;
    private final ConversationLists lists;
    private final Staff staff;
    private final Presences presences;
    private final Clock clock;
    private final Conversations conversations;

    Assignments(
            ConversationRepository repository,
            Changes changes,
            RowRights rights,
            Announcer announcer,
            ConversationLists lists,
            Staff staff,
            Presences presences,
            Clock clock,
            Conversations conversations) {
        this.repository = repository;
        this.changes = changes;
        this.rights = rights;
        this.announcer = announcer;
        this.lists = lists;
        this.staff = staff;
        this.presences = presences;
        this.clock = clock;
        this.conversations = conversations;
    }

    /** T-03: says which group should answer. Those that do not wait any longer are passed over. */
    @Transactional
    public void direct(Map<ConversationId, GroupId> targets) {
        if (targets.isEmpty()) {
            return;
        }
        Map<ConversationId, Conversation> before = repository.lock(targets.keySet());
        List<ConversationId> moved = repository.direct(targets);
        announcer.changed(moved.stream().map(before::get).toList(), List.of(), List.of());
    }

    /**
     * Gives waiting conversations to agents, all in one transaction. Answers those that really were given: one that was
     * taken, closed or given away meanwhile is passed over, so no conversation ever goes to two agents.
     */
    @Transactional
    public List<Pairing> assignAll(List<Pairing> pairings) {
        if (pairings.isEmpty()) {
            return List.of();
        }
        Map<ConversationId, Conversation> before =
                repository.lock(pairings.stream().map(Pairing::conversation).toList());
        List<Pairing> given = pairings.stream()
                .filter(pairing -> before.containsKey(pairing.conversation())
                        && before.get(pairing.conversation()).state() == ConversationState.QUEUED)
                .toList();
        if (given.isEmpty()) {
            return given;
        }
        Map<StaffId, String> names = staff.members().stream()
                .collect(Collectors.toMap(StaffMember::id, StaffMember::nickname));
        repository.assign(given, "routed", "requeued", clock.instant());
        List<Entry> lines = given.stream()
                .map(pairing -> line(pairing.conversation(), names.getOrDefault(pairing.agent(), "客服")))
                .toList();
        List<Written> written = changes.writeLines(before, lines);
        announcer.changed(
                given.stream().map(pairing -> before.get(pairing.conversation())).toList(),
                written,
                given.stream()
                        .<ConversationEvent>map(pairing -> new AgentAssigned(pairing.conversation(), pairing.agent()))
                        .toList());
        return given;
    }

    /** The agent takes a waiting conversation by hand. */
    @Transactional
    public void take(Actor actor, ConversationId conversation) {
        changes.make(conversation, before -> {
            if (before.isHeldBy(actor.id())) {
                return Change.none();
            }
            if (before.state() != ConversationState.QUEUED && before.state() != ConversationState.RECEPTION) {
                throw before.isOpen() ? ConversationProblem.notWaiting() : ConversationProblem.closed();
            }
            rights.checkMaySee(actor, before);
            repository.assign(List.of(new Pairing(conversation, actor.id())), "taken", "requeued", clock.instant());
            if (before.isWalkIn()) {
                repository.received(conversation, clock.instant());
            }
            return Change.line(line(conversation, actor.nickname()))
                    .telling(new AgentAssigned(conversation, actor.id()));
        });
    }

    /** T-09: from me to a colleague who is at his desk. Leads may move what others hold. */
    @Transactional
    public void transfer(Actor actor, ConversationId conversation, StaffId to, @Nullable String note) {
        StaffMember colleague = staff.get(to);
        PresenceState state = presences.of(to).state();
        if (!to.equals(actor.id()) && (state == PresenceState.OFFLINE || state == PresenceState.BREAK)) {
            throw ConversationProblem.agentAway();
        }
        changes.make(conversation, before -> {
            rights.checkMayMove(actor, before);
            if (before.isHeldBy(to)) {
                return Change.none();
            }
            repository.assign(List.of(new Pairing(conversation, to)), "transferred", "transferred", clock.instant());
            return Change.line(Entry.line(
                            conversation,
                            "transferred",
                            "已为您转接客服 " + colleague.nickname(),
                            "You are now with " + colleague.nickname()))
                    .noting(actor, note)
                    .telling(new AgentAssigned(conversation, to));
        });
    }

    /** T-09: back into the queue, for another group. The customer keeps the time he has waited. */
    @Transactional
    public void transfer(Actor actor, ConversationId conversation, GroupId to, @Nullable String note) {
        SkillGroup group = staff.groups().stream()
                .filter(known -> known.id().equals(to))
                .findFirst()
                .orElseThrow(ConversationProblem::noTarget);
        changes.make(conversation, before -> {
            rights.checkMayMove(actor, before);
            Instant since = before.waitingSince() == null ? clock.instant() : before.waitingSince();
            repository.moveToQueue(conversation, before.urgency(), before.issue(), to, since);
            repository.leaveStore(conversation);
            repository.endAssignment(conversation, "transferred", clock.instant());
            return Change.line(Entry.line(
                            conversation,
                            "transferred",
                            "正在为您转接" + group.name(),
                            "You are being transferred to " + group.name()))
                    .noting(actor, note)
                    .telling(new HumanAsked(conversation));
        });
    }

    /** T-03, E-04: a store answers from now on; only its own specialists see and take it. */
    @Transactional
    public void transfer(Actor actor, ConversationId conversation, StoreId to, @Nullable String note) {
        Store store = storeOf(to);
        changes.make(conversation, before -> {
            rights.checkMayMove(actor, before);
            if (!before.isOpen()) {
                throw ConversationProblem.closed();
            }
            repository.moveToStore(conversation, to, clock.instant());
            repository.endAssignment(conversation, "transferred", clock.instant());
            return Change.line(Entry.line(
                            conversation,
                            "transferred",
                            "正在为您转接门店 " + store.name(),
                            "You are being transferred to our store " + store.name()))
                    .noting(actor, note)
                    .telling(new HumanAsked(conversation));
        });
    }

    /**
     * S-03, E-02: the customer stands in a store and waits to be received. His open conversation goes on there, whoever
     * held it; without one, one begins.
     */
    @Transactional
    public ConversationId walkIn(Opening opening, StoreId at) {
        Store store = storeOf(at);
        ConversationId conversation = conversations.open(opening);
        changes.make(conversation, before -> {
            if (at.equals(before.store()) && before.isWalkIn()) {
                return Change.none(); // he has registered before and is being served, or soon will be
            }
            repository.moveTo(conversation, opening.channel());
            repository.moveToStore(conversation, at, clock.instant());
            repository.endAssignment(conversation, "walked-in", clock.instant());
            return Change.line(Entry.line(
                            conversation,
                            "walked-in",
                            "客户已到店:" + store.name(),
                            "The customer is in our store " + store.name()))
                    .telling(new HumanAsked(conversation));
        });
        return conversation;
    }

    private Store storeOf(StoreId id) {
        return staff.stores().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(ConversationProblem::noTarget);
    }

    public enum ReleaseReason {
        SILENT,
        OFFLINE
    }

    /** T-07: the agent loses a waiting conversation. False when he did not hold it any more. */
    @Transactional
    public boolean release(ConversationId conversation, StaffId from, ReleaseReason reason) {
        return changes.make(conversation, before -> {
            if (!before.isHeldBy(from)) {
                return Change.none();
            }
            Instant since = before.waitingSince() == null ? clock.instant() : before.waitingSince();
            repository.moveToQueue(conversation, before.urgency(), before.issue(), before.group(), since);
            repository.endAssignment(
                    conversation,
                    switch (reason) {
                        case SILENT -> "silent";
                        case OFFLINE -> "offline";
                    },
                    clock.instant());
            return Change.line(Entry.line(
                            conversation,
                            "requeued",
                            "正在为您安排其他客服,请稍候",
                            "Another agent will be with you shortly"))
                    .telling(new Released(conversation, from));
        });
    }

    /** T-08: tells waiting customers where they stand. Those who do not wait any more are passed over. */
    public void tellQueuePlaces(Map<ConversationId, QueuePlace> places) {
        if (!places.isEmpty()) {
            lists.waiting(places.keySet())
                    .forEach(waiting -> announcer.queuePlace(waiting, places.get(waiting.conversation())));
        }
    }

    /** T-09: a lead takes the conversation to himself, whoever holds it or waits. Both sides read it in the record. */
    @Transactional
    public void takeOver(Actor actor, ConversationId conversation) {
        changes.make(conversation, before -> {
            rights.checkMayLead(actor, before);
            if (!before.isOpen()) {
                throw ConversationProblem.closed();
            }
            if (before.isHeldBy(actor.id())) {
                return Change.none();
            }
            repository.leave(conversation, actor.id());
            repository.stopListening(conversation, actor.id(), clock.instant());
            repository.assign(
                    List.of(new Pairing(conversation, actor.id())), "taken-over", "taken-over", clock.instant());
            return Change.line(Entry.line(
                            conversation,
                            "taken-over",
                            "主管 " + actor.nickname() + " 接管了会话,为您继续服务",
                            actor.nickname() + " has taken over and goes on helping you"))
                    .telling(new AgentAssigned(conversation, actor.id()));
        });
    }

    static Entry line(ConversationId conversation, String nickname) {
        return Entry.line(
                conversation, "assigned", "客服 " + nickname + " 为您服务", nickname + " is here to help you");
    }
}

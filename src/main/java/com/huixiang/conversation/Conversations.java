package com.huixiang.conversation;

import com.huixiang.conversation.ConversationEvent.AgentAssigned;
import com.huixiang.conversation.ConversationEvent.HumanAsked;
import com.huixiang.conversation.ConversationEvent.Released;
import com.huixiang.customer.CustomerEvent.CustomersMerged;
import com.huixiang.customer.CustomerEvent.CustomersParted;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.kernel.Uuid7;
import com.huixiang.push.LiveTopics;
import com.huixiang.staff.Actor;
import com.huixiang.staff.GroupId;
import com.huixiang.staff.PresenceState;
import com.huixiang.staff.Presences;
import com.huixiang.staff.SkillGroup;
import com.huixiang.staff.Staff;
import com.huixiang.staff.StaffId;
import com.huixiang.staff.StaffMember;
import com.huixiang.staff.StaffProblem;
import com.huixiang.staff.Store;
import com.huixiang.staff.StoreId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * FRONT DOOR of the record. Every change to a conversation is one of these verbs; each locks the row, changes it and adds
 * the line that says so in one transaction, and tells the browsers and the modules above after the commit.
 */
@Service
public class Conversations {

    private final ConversationRepository repository;
    private final Scribe scribe;
    private final Announcer announcer;
    private final MessageReader reader;
    private final ConversationLists lists;
    private final Customers customers;
    private final Staff staff;
    private final Presences presences;
    private final LiveTopics live;
    private final ConversationSettings settings;
    private final Clock clock;

    Conversations(
            ConversationRepository repository,
            Scribe scribe,
            Announcer announcer,
            MessageReader reader,
            ConversationLists lists,
            Customers customers,
            Staff staff,
            Presences presences,
            LiveTopics live,
            ConversationSettings settings,
            Clock clock) {
        this.repository = repository;
        this.scribe = scribe;
        this.announcer = announcer;
        this.reader = reader;
        this.lists = lists;
        this.customers = customers;
        this.staff = staff;
        this.presences = presences;
        this.live = live;
        this.settings = settings;
        this.clock = clock;
    }

    // ---- What people say -------------------------------------------------------------------------------------------

    /**
     * What a customer says.
     *
     * @param known the open conversation the customer's browser last saw; spares a look-up
     * @param again whether this may have been sent before: then it is looked for in all his conversations first
     */
    public record Speech(
            Opening opening,
            String customerName,
            @Nullable ConversationId known,
            UUID clientId,
            Body body,
            @Nullable Integer replyTo,
            boolean again) {}

    /** E-02, E-06: puts what the customer says into his open conversation, or opens one. Answers after the commit. */
    public CompletableFuture<Message> receive(Speech speech) {
        ConversationId known = speech.known();
        if (known == null || speech.again()) {
            return receiveSlowly(speech);
        }
        return scribe.write(entryOf(speech, speech.opening().customer(), known))
                .thenApply(Written::message)
                .exceptionallyCompose(failure ->
                        causeOf(failure) instanceof ConversationProblem
                                ? CompletableFuture.supplyAsync(() -> receiveSlowly(speech)).thenCompose(same -> same)
                                : CompletableFuture.failedFuture(failure));
    }

    /** Looks everything up: who the customer is by now, whether this was sent before, which conversation is open. */
    private CompletableFuture<Message> receiveSlowly(Speech speech) {
        CustomerId customer = customers.current(speech.opening().customer());
        var sent = repository.findSent(customer, speech.clientId());
        ConversationId conversation = sent.orElseGet(() -> open(speech.opening().of(customer)));
        return scribe.write(entryOf(speech, customer, conversation)).thenApply(Written::message);
    }

    private static Entry entryOf(Speech speech, CustomerId customer, ConversationId conversation) {
        return new Entry(
                conversation,
                Author.customer(customer, speech.customerName()),
                speech.body(),
                speech.clientId(),
                speech.replyTo());
    }

    /** What an agent says or notes. Refused unless he holds the conversation or was invited; a note is always welcome. */
    public CompletableFuture<Message> reply(
            Actor actor, ConversationId conversation, UUID clientId, Body body, @Nullable Integer replyTo) {
        if (body instanceof Body.Note) {
            lists.checkMayRead(actor, conversation); // whoever talks with the customer is checked when it is written
        }
        return scribe.write(new Entry(conversation, Author.agent(actor.id(), actor.nickname()), body, clientId, replyTo))
                .thenApply(Written::message);
    }

    /** Takes back what the author said within the last minutes; both sides keep a line that something was taken back. */
    @Transactional
    public void recall(Author author, ConversationId conversation, int seq) {
        Message message = reader.find(conversation, seq).orElseThrow(ConversationProblem::messageNotFound);
        boolean own = message.author().kind() == author.kind()
                && author.id() != null
                && author.id().equals(message.author().id());
        if (!own) {
            throw ConversationProblem.notYours();
        }
        if (message.recalled()) {
            return;
        }
        if (message.sentAt().plus(settings.recallWithin()).isBefore(clock.instant())) {
            throw ConversationProblem.recallTooLate();
        }
        change(conversation, before -> {
            if (!repository.recall(conversation, seq, clock.instant())) {
                return Change.none();
            }
            return Change.line(new Entry(conversation, author, new Body.Recall(seq), null, null));
        });
    }

    // ---- Beginning ------------------------------------------------------------------------------------------------

    /** The customer's open conversation, or a new one at the front desk. */
    @Transactional
    public ConversationId open(Opening opening) {
        return repository.findOpen(opening.customer())
                .orElseGet(() -> repository.open(opening, Uuid7.next(clock), clock.instant()));
    }

    /**
     * An agent writes first, where the customer was last in touch with us: he holds the conversation at once, unless the
     * customer has an open one already.
     */
    @Transactional
    public ConversationId openFor(Actor actor, CustomerId customer) {
        CustomerId current = customers.get(customer).id();
        lists.checkMayOpen(actor, current);
        var open = repository.findOpen(current);
        if (open.isPresent()) {
            return open.get();
        }
        Touchpoint where = lists.lastTouchpointOf(current).orElseThrow(ConversationProblem::neverInTouch);
        ConversationId id = repository.open(
                new Opening(current, where, null, IssueType.OTHER, actor.id()), Uuid7.next(clock), clock.instant());
        change(id, before -> {
            if (!before.isHeldBy(actor.id())) {
                return Change.none(); // the customer was quicker: his own conversation is open now
            }
            repository.assign(List.of(new Pairing(id, actor.id())), "opened", "opened", clock.instant());
            return Change.line(assignedLine(id, actor.nickname())).telling(new AgentAssigned(id, actor.id()));
        });
        return id;
    }

    // ---- Queue ----------------------------------------------------------------------------------------------------

    /** A human is wanted. Idempotent: one that waits or is held already only becomes more urgent. */
    @Transactional
    public void askForHuman(ConversationId conversation, Urgency urgency, IssueType issue) {
        change(conversation, before -> {
            Urgency most = urgency.isAbove(before.urgency()) ? urgency : before.urgency();
            IssueType known = before.issue() == IssueType.OTHER ? issue : before.issue();
            return switch (before.state()) {
                case RECEPTION -> {
                    Instant since = before.waitingSince() == null ? clock.instant() : before.waitingSince();
                    repository.moveToQueue(conversation, most, known, before.group(), since);
                    yield Change.line(queuedLine(conversation)).telling(new HumanAsked(conversation));
                }
                case QUEUED, HELD -> {
                    if (most == before.urgency() && known == before.issue()) {
                        yield Change.none();
                    }
                    repository.rate(conversation, most, known);
                    yield Change.silent().telling(new HumanAsked(conversation));
                }
                case CLOSED -> Change.none();
            };
        });
    }

    /** A human is wanted for this conversation, this urgently, about this. */
    public record Wish(ConversationId conversation, Urgency urgency, IssueType issue) {}

    /** As {@link #askForHuman(ConversationId, Urgency, IssueType)} for a crowd at the front desk, all in one transaction. */
    @Transactional
    public void askForHuman(Collection<Wish> wishes) {
        Map<ConversationId, Conversation> before =
                repository.lock(wishes.stream().map(Wish::conversation).toList());
        Map<Boolean, List<Wish>> atTheFrontDesk = wishes.stream()
                .collect(Collectors.partitioningBy(wish -> before.containsKey(wish.conversation())
                        && before.get(wish.conversation()).state() == ConversationState.RECEPTION));
        moveToQueue(before, atTheFrontDesk.get(true));
        atTheFrontDesk.get(false).forEach(wish -> askForHuman(wish.conversation(), wish.urgency(), wish.issue()));
    }

    private void moveToQueue(Map<ConversationId, Conversation> before, List<Wish> wishes) {
        if (wishes.isEmpty()) {
            return;
        }
        repository.moveToQueue(wishes, clock.instant());
        List<Written> written = writeLines(
                before, wishes.stream().map(wish -> queuedLine(wish.conversation())).toList());
        announcer.changed(
                wishes.stream().map(wish -> before.get(wish.conversation())).toList(),
                written,
                wishes.stream().<ConversationEvent>map(wish -> new HumanAsked(wish.conversation())).toList());
    }

    private static Entry queuedLine(ConversationId conversation) {
        return Entry.line(conversation, "queued", "客户进入排队", "The customer is waiting for an agent");
    }

    /** T-02, T-05: more urgent than before; never less. */
    @Transactional
    public void raiseUrgency(ConversationId conversation, Urgency urgency) {
        change(conversation, before -> {
            if (!before.isOpen() || !urgency.isAbove(before.urgency())) {
                return Change.none();
            }
            repository.rate(conversation, urgency, before.issue());
            return Change.line(Entry.line(conversation, "urgent", "会话已标记为紧急", "Marked as urgent"))
                    .telling(new HumanAsked(conversation));
        });
    }

    /** T-05: he complains, whatever it was about before. Idempotent; one that is known to be a complaint stays as it is. */
    @Transactional
    public void hearComplaint(ConversationId conversation) {
        change(conversation, before -> {
            boolean known = before.issue() == IssueType.COMPLAINT && before.urgency() == Urgency.URGENT;
            if (!before.isOpen() || known) {
                return Change.none();
            }
            repository.rate(conversation, Urgency.URGENT, IssueType.COMPLAINT);
            return Change.line(Entry.line(conversation, "complaint", "会话已标记为投诉", "Marked as a complaint"))
                    .telling(new HumanAsked(conversation));
        });
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
                .map(pairing -> assignedLine(pairing.conversation(), names.getOrDefault(pairing.agent(), "客服")))
                .toList();
        List<Written> written = writeLines(before, lines);
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
        change(conversation, before -> {
            if (before.isHeldBy(actor.id())) {
                return Change.none();
            }
            if (before.state() != ConversationState.QUEUED && before.state() != ConversationState.RECEPTION) {
                throw before.isOpen() ? ConversationProblem.notWaiting() : ConversationProblem.closed();
            }
            checkMaySee(actor, before);
            repository.assign(List.of(new Pairing(conversation, actor.id())), "taken", "requeued", clock.instant());
            if (before.isWalkIn()) {
                repository.received(conversation, clock.instant());
            }
            return Change.line(assignedLine(conversation, actor.nickname()))
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
        change(conversation, before -> {
            checkMayMove(actor, before);
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
        change(conversation, before -> {
            checkMayMove(actor, before);
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
        change(conversation, before -> {
            checkMayMove(actor, before);
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
        ConversationId conversation = open(opening);
        change(conversation, before -> {
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
        return change(conversation, before -> {
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

    // ---- While it is held -----------------------------------------------------------------------------------------

    /** T-09: a colleague may read and write along. */
    @Transactional
    public void invite(Actor actor, ConversationId conversation, StaffId colleague) {
        StaffMember invited = staff.get(colleague);
        // Before anything is told: the invited colleague hears of his own invitation.
        Announcer.afterCommit(() -> live.enrol(
                ConversationTopics.member(colleague), ConversationTopics.watching(conversation)));
        change(conversation, before -> {
            checkMayMove(actor, before);
            if (!repository.invite(conversation, colleague, actor.id(), clock.instant())) {
                return Change.none();
            }
            return Change.line(Entry.line(
                    conversation, "joined", invited.nickname() + " 加入了会话", invited.nickname() + " joined"));
        });
    }

    /** T-09: a lead hears along. Nobody is told; the record keeps from when to when. */
    @Transactional
    public void listenIn(Actor actor, ConversationId conversation) {
        Conversation now = repository.find(conversation).orElseThrow(ConversationProblem::notFound);
        checkMayLead(actor, now);
        if (!now.isOpen()) {
            throw ConversationProblem.closed();
        }
        repository.listen(conversation, actor.id(), clock.instant());
    }

    @Transactional
    public void stopListening(Actor actor, ConversationId conversation) {
        repository.stopListening(conversation, actor.id(), clock.instant());
    }

    /** T-09: a lead takes the conversation to himself, whoever holds it or waits. Both sides read it in the record. */
    @Transactional
    public void takeOver(Actor actor, ConversationId conversation) {
        change(conversation, before -> {
            checkMayLead(actor, before);
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

    /** The invited colleague leaves, or whoever holds the conversation lets him go. */
    @Transactional
    public void leave(Actor actor, ConversationId conversation, StaffId colleague) {
        StaffMember leaving = staff.get(colleague);
        change(conversation, before -> {
            if (!actor.is(colleague)) {
                checkMayMove(actor, before);
            }
            if (!repository.leave(conversation, colleague)) {
                return Change.none();
            }
            return Change.line(Entry.line(
                    conversation, "left", leaving.nickname() + " 离开了会话", leaving.nickname() + " left"));
        });
        Announcer.afterCommit(() -> live.dismiss(
                ConversationTopics.member(colleague), ConversationTopics.watching(conversation)));
    }

    /** What the agent finds the conversation to be about, and how urgent. */
    @Transactional
    public void rate(Actor actor, ConversationId conversation, @Nullable Urgency urgency, @Nullable IssueType issue) {
        change(conversation, before -> {
            checkMayMove(actor, before);
            if (!before.isOpen()) {
                throw ConversationProblem.closed();
            }
            repository.rate(
                    conversation,
                    urgency == null ? before.urgency() : urgency,
                    issue == null ? before.issue() : issue);
            return Change.silent();
        });
    }

    /** T-08: the customer leaves his word instead of waiting. It stays in the queue and is answered by the next agent. */
    @Transactional
    public void leaveMessage(ConversationId conversation, @Nullable String contact) {
        change(conversation, before -> {
            if (!before.isOpen()) {
                throw ConversationProblem.closed();
            }
            repository.leaveMessage(conversation, contact, clock.instant());
            return Change.line(Entry.line(
                    conversation,
                    "left-message",
                    "留言已收到,我们会尽快回复您",
                    "Your message has been received; we will answer as soon as we can"));
        });
    }

    /** E-09: by when we said that we shall be back. The record keeps the promise; whoever made it sees that it is kept. */
    @Transactional
    public void promise(ConversationId conversation, Instant by, String chinese, String english) {
        change(conversation, before -> {
            if (!before.isOpen()) {
                return Change.none();
            }
            repository.promise(conversation, by);
            return Change.line(Entry.line(conversation, "promised", chinese, english));
        });
    }

    /** As it stands now, for whoever decides something about it. */
    @Transactional(readOnly = true)
    public Conversation get(ConversationId conversation) {
        return repository.find(conversation).orElseThrow(ConversationProblem::notFound);
    }

    // ---- End ------------------------------------------------------------------------------------------------------

    /** The agent ends it, saying what it was about and how it went. */
    @Transactional
    public void close(Actor actor, ConversationId conversation, UUID category, String summary) {
        if (!lists.hasCategory(category)) {
            throw ConversationProblem.unknownCategory();
        }
        change(conversation, before -> {
            if (!before.isOpen()) {
                return Change.none();
            }
            checkMayMove(actor, before);
            return end(
                    before,
                    new ConversationRepository.Closure(
                            actor.id().value(), actor.name(), category, summary.strip(), "agent"));
        });
    }

    /** The customer ends it. */
    @Transactional
    public void closeBy(CustomerId customer, ConversationId conversation) {
        change(conversation, before -> {
            if (!before.customer().equals(customer)) {
                throw ConversationProblem.notYours();
            }
            if (!before.isOpen()) {
                return Change.none();
            }
            return end(before, new ConversationRepository.Closure(null, "客户", null, "客户主动结束会话", "customer"));
        });
    }

    private Change end(Conversation before, ConversationRepository.Closure closure) {
        // The line is written while the conversation is still open; closing is the last thing that happens to it.
        return Change.line(Entry.line(before.id(), "closed", "会话已结束", "The conversation has ended"))
                .telling(new ConversationEvent.Closed(before.id(), before.agent()))
                .then(() -> repository.close(before.id(), closure, clock.instant()));
    }

    // ---- Customers who become one -----------------------------------------------------------------------------------

    /**
     * His conversations follow a customer whose file became part of another one, in the same transaction. Where both
     * have an open conversation, the one with a human goes on, else the younger; the other one ends.
     */
    @EventListener
    void follow(CustomersMerged merged) {
        var mine = repository.findOpen(merged.from());
        var other = repository.findOpen(merged.into());
        if (mine.isPresent() && other.isPresent()) {
            Map<ConversationId, Conversation> both = repository.lock(List.of(mine.get(), other.get()));
            Conversation going = both.get(mine.get());
            Conversation standing = both.get(other.get());
            boolean keepStanding = standing.agent() != null && going.agent() == null;
            Conversation ending = keepStanding ? going : standing;
            if (ending.isOpen()) {
                change(
                        ending.id(),
                        before -> end(
                                before,
                                new ConversationRepository.Closure(
                                        null, "系统", null, "客户身份合并,会话并入另一个进行中的会话", "merged")));
            }
        }
        List<ConversationId> moved = repository.follow(merged.merge(), merged.from(), merged.into());
        Announcer.afterCommit(() -> live.enrol(
                ConversationTopics.customer(merged.from()), ConversationTopics.customer(merged.into())));
        if (!moved.isEmpty()) {
            announcer.changed(repository.lock(moved).values(), List.of(), List.of());
        }
    }

    /** It was a mistake: what went along goes back. A conversation that ended then stays ended; later ones stay. */
    @EventListener
    void part(CustomersParted parted) {
        List<ConversationId> back = repository.part(parted.merge(), parted.from(), parted.into());
        Announcer.afterCommit(() -> live.dismiss(
                ConversationTopics.customer(parted.from()), ConversationTopics.customer(parted.into())));
        if (!back.isEmpty()) {
            announcer.changed(repository.lock(back).values(), List.of(), List.of());
        }
    }

    // ---- How a change is made ----------------------------------------------------------------------------------------

    private interface Decision {
        Change of(Conversation before);
    }

    /** What a verb does to the conversation: lines to add, news to tell, and a last step after the lines. */
    private record Change(boolean happened, List<Entry> lines, List<ConversationEvent> news, Runnable last) {

        static Change none() {
            return new Change(false, List.of(), List.of(), () -> {});
        }

        static Change silent() {
            return new Change(true, List.of(), List.of(), () -> {});
        }

        static Change line(Entry line) {
            return new Change(true, List.of(line), List.of(), () -> {});
        }

        Change telling(ConversationEvent event) {
            return new Change(happened, lines, List.of(event), last);
        }

        Change then(Runnable step) {
            return new Change(happened, lines, news, step);
        }

        Change noting(Actor actor, @Nullable String note) {
            if (note == null || note.isBlank()) {
                return this;
            }
            List<Entry> more = new ArrayList<>(lines);
            more.add(new Entry(
                    lines.getFirst().conversation(),
                    Author.agent(actor.id(), actor.nickname()),
                    new Body.Note(note, null),
                    null,
                    null));
            return new Change(happened, more, news, last);
        }
    }

    private boolean change(ConversationId conversation, Decision decision) {
        Conversation before = repository.lock(conversation);
        Change change = decision.of(before);
        if (!change.happened()) {
            return false;
        }
        List<Written> written = new ArrayList<>();
        Conversation now = before;
        for (Entry line : change.lines()) {
            written.addAll(writeLines(Map.of(conversation, now), List.of(line)));
            now = repository.lock(conversation);
        }
        change.last().run();
        announcer.changed(Set.of(before), written, change.news());
        return true;
    }

    private List<Written> writeLines(Map<ConversationId, Conversation> before, List<Entry> lines) {
        Instant now = clock.instant();
        Map<ConversationId, Integer> numbers = repository.append(lines, now);
        return lines.stream()
                .map(line -> new Written(
                        before.get(line.conversation()),
                        line,
                        reader.justWritten(line, numbers.get(line.conversation()), now),
                        false))
                .toList();
    }

    private static Entry assignedLine(ConversationId conversation, String nickname) {
        return Entry.line(
                conversation, "assigned", "客服 " + nickname + " 为您服务", nickname + " is here to help you");
    }

    /** Row check: colleagues read what their groups serve; whoever leads all reads everything. */
    static void checkMaySee(Actor actor, Conversation conversation) {
        boolean mine = conversation.isHeldBy(actor.id());
        boolean ourGroup = conversation.store() != null
                ? actor.stores().contains(conversation.store())
                : conversation.group() == null || actor.serves(conversation.group());
        if (!mine && !ourGroup && !actor.leadsAll()) {
            throw ConversationProblem.notYours();
        }
    }

    /** Who holds it moves it; so does whoever leads its group, or all. */
    private void checkMayMove(Actor actor, Conversation conversation) {
        boolean takesPart = conversation.isHeldBy(actor.id()) || leads(actor, conversation);
        if (!takesPart && !repository.isInvited(conversation.id(), actor.id())) {
            throw ConversationProblem.notYours();
        }
    }

    private static void checkMayLead(Actor actor, Conversation conversation) {
        if (!actor.mayLead()) {
            throw StaffProblem.notAllowed();
        }
        if (!leads(actor, conversation)) {
            throw ConversationProblem.notYours();
        }
    }

    private static boolean leads(Actor actor, Conversation conversation) {
        if (conversation.store() != null) {
            return actor.leads(conversation.store());
        }
        GroupId group = conversation.group();
        return group == null ? actor.mayLead() : actor.leads(group);
    }

    private static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** For the desk of the workbench: what this member must hear of besides his own. */
    public Collection<ConversationId> invitedTo(StaffId member) {
        return repository.invitedTo(member);
    }
}

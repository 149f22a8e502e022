package com.huixiang.conversation;

import com.huixiang.conversation.Changes.Change;
import com.huixiang.conversation.ConversationEvent.AgentAssigned;
import com.huixiang.conversation.ConversationEvent.HumanAsked;
import com.huixiang.customer.CustomerId;
import com.huixiang.customer.Customers;
import com.huixiang.kernel.Uuid7;
import com.huixiang.staff.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * FRONT DOOR of the record. Every change to a conversation is one of these verbs; each locks the row, changes it and adds
 * the line that says so in one transaction, and tells the browsers and the modules above after the commit. Who answers is
 * {@link Assignments}, who is beside him {@link Participants}.
 */
@Service
public class Conversations {

    private final ConversationRepository repository;
    private final Scribe scribe;
    private final Changes changes;
    private final RowRights rights;
    private final Announcer announcer;
    private final MessageReader reader;
    private final ConversationLists lists;
    private final Customers customers;
    private final ConversationSettings settings;
    private final Clock clock;

    Conversations(
            ConversationRepository repository,
            Scribe scribe,
            Changes changes,
            RowRights rights,
            Announcer announcer,
            MessageReader reader,
            ConversationLists lists,
            Customers customers,
            ConversationSettings settings,
            Clock clock) {
        this.repository = repository;
        this.scribe = scribe;
        this.changes = changes;
        this.rights = rights;
        this.announcer = announcer;
        this.reader = reader;
        this.lists = lists;
        this.customers = customers;
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
        changes.make(conversation, before -> {
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
        changes.make(id, before -> {
            if (!before.isHeldBy(actor.id())) {
                return Change.none(); // the customer was quicker: his own conversation is open now
            }
            repository.assign(List.of(new Pairing(id, actor.id())), "opened", "opened", clock.instant());
            return Change.line(Assignments.line(id, actor.nickname())).telling(new AgentAssigned(id, actor.id()));
        });
        return id;
    }

    // ---- Queue ----------------------------------------------------------------------------------------------------

    /** A human is wanted. Idempotent: one that waits or is held already only becomes more urgent. */
    @Transactional
    public void askForHuman(ConversationId conversation, Urgency urgency, IssueType issue) {
        changes.make(conversation, before -> {
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
        List<Written> written = changes.writeLines(
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
        changes.make(conversation, before -> {
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
        changes.make(conversation, before -> {
            boolean known = before.issue() == IssueType.COMPLAINT && before.urgency() == Urgency.URGENT;
            if (!before.isOpen() || known) {
                return Change.none();
            }
            repository.rate(conversation, Urgency.URGENT, IssueType.COMPLAINT);
            return Change.line(Entry.line(conversation, "complaint", "会话已标记为投诉", "Marked as a complaint"))
                    .telling(new HumanAsked(conversation));
        });
    }

    // ---- While it is open -----------------------------------------------------------------------------------------

    /** What the agent finds the conversation to be about, and how urgent. */
    @Transactional
    public void rate(Actor actor, ConversationId conversation, @Nullable Urgency urgency, @Nullable IssueType issue) {
        changes.make(conversation, before -> {
            rights.checkMayMove(actor, before);
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
        changes.make(conversation, before -> {
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
        changes.make(conversation, before -> {
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
        changes.make(conversation, before -> {
            if (!before.isOpen()) {
                return Change.none();
            }
            rights.checkMayMove(actor, before);
            return changes.end(
                    before,
                    new ConversationRepository.Closure(
                            actor.id().value(), actor.name(), category, summary.strip(), "agent"));
        });
    }

    /** The customer ends it. */
    @Transactional
    public void closeBy(CustomerId customer, ConversationId conversation) {
        changes.make(conversation, before -> {
            if (!before.customer().equals(customer)) {
                throw ConversationProblem.notYours();
            }
            if (!before.isOpen()) {
                return Change.none();
            }
            return changes.end(before, new ConversationRepository.Closure(null, "客户", null, "客户主动结束会话", "customer"));
        });
    }

    private static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}

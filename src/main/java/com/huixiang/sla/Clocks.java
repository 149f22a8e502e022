package com.huixiang.sla;

import com.huixiang.agenda.Agenda;
import com.huixiang.conversation.ConversationId;
import com.huixiang.conversation.ConversationState;
import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Urgency;
import com.huixiang.kernel.Uuid7;
import com.huixiang.sla.ClockKind.Line;
import com.huixiang.sla.ClockRepository.Answer;
import com.huixiang.sla.ClockRepository.Standing;
import com.huixiang.sla.ClockRepository.WrittenClock;
import com.huixiang.sla.ServiceClock.Why;
import com.huixiang.sla.Standards.Escalation;
import com.huixiang.sla.Standards.Version;
import com.huixiang.staff.ServiceHours;
import com.huixiang.staff.ServiceHours.Place;
import com.huixiang.staff.StaffId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * FRONT DOOR: the clocks (S-01 to S-05). Whether a clock runs is read from the record: a customer waits for a human since a
 * certain moment, and for each such moment there is one clock. So all verbs may be called twice, late, or on two nodes.
 */
@Service
public class Clocks {

    private static final int RINGS_AT_ONCE = 500;
    private static final int SETTLED_AT_ONCE = 1000;
    /** News and clocks of one moment may be a little apart; what is looked at again is harmless. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private final ClockRepository repository;
    private final WarningRepository warnings;
    private final Standards standards;
    private final ServiceHours hours;
    private final Figures figures;
    private final Agenda agenda;
    private final ClockNews news;
    private final SlaSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    /** On one node one after the other; between nodes the tables decide. */
    private final ReentrantLock atWork = new ReentrantLock();

    Clocks(
            ClockRepository repository,
            WarningRepository warnings,
            Standards standards,
            ServiceHours hours,
            Figures figures,
            Agenda agenda,
            ClockNews news,
            SlaSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.repository = repository;
        this.warnings = warnings;
        this.standards = standards;
        this.hours = hours;
        this.figures = figures;
        this.agenda = agenda;
        this.news = news;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A human answered somebody who had waited since then. */
    record Answered(ConversationId conversation, Instant waitingSince, Instant at, StaffId by) {}

    /** A customer began to wait by saying something at this moment. */
    record Word(ConversationId conversation, Instant at) {

        Word {
            at = micros(at);
        }
    }

    /** What changed, to be told after the commit. */
    record Outcome(List<ServiceClock> clocks, Set<UUID> warnings) {

        static Outcome none() {
            return new Outcome(new ArrayList<>(), new HashSet<>());
        }
    }

    // ---- Starting and stopping -------------------------------------------------------------------------------------

    /**
     * Brings the clocks of these conversations in line with the record.
     *
     * @param answers what is known to have been answered; anything else is looked up
     * @param spoken who began to wait by saying something; for others the first word is looked up
     */
    void settle(
            Collection<ConversationId> conversations,
            Collection<Answered> answers,
            Set<Word> spoken) {
        if (!conversations.isEmpty()) {
            inOrder(() -> settled(conversations, answers, spoken));
        }
    }

    /**
     * Finds what a crash left behind: customers who wait without a clock, clocks that run although nobody waits, and what
     * was asked and answered while nobody looked.
     */
    public void sweep() {
        Instant now = clock.instant();
        Instant since = repository.seen(now).minus(OVERLAP);
        inOrder(() -> {
            Outcome all = Outcome.none();
            List<ConversationId> unsettled = repository.unsettled();
            for (int from = 0; from < unsettled.size(); from += SETTLED_AT_ONCE) {
                List<ConversationId> some =
                        unsettled.subList(from, Math.min(unsettled.size(), from + SETTLED_AT_ONCE));
                add(all, settled(some, List.of(), Set.of()));
            }
            return all;
        });
        if (since.plus(OVERLAP).plus(OVERLAP).isBefore(now)) {
            readAgain(since);
        } else {
            count(since);
        }
        transaction.executeWithoutResult(status -> {
            repository.saw(now);
            figures.forgetCountedBefore(now.minus(settings.counted()));
        });
        ring();
    }

    /**
     * Reads again what was said since then: every question that was asked and answered gets its clock, and is counted
     * unless it was. For after an absence, and for a past that came in from elsewhere.
     */
    public void readAgain(Instant since) {
        inOrder(() -> readTurns(since));
        count(since);
    }

    private void count(Instant since) {
        transaction.executeWithoutResult(status -> figures.countAssignedAndClosed(since));
    }

    private Outcome readTurns(Instant since) {
        List<ClockRepository.Turn> turns = repository.turnsSince(since);
        List<Answered> missed = turns.stream()
                .map(turn -> new Answered(turn.conversation(), turn.askedAt(), turn.answeredAt(), turn.agent()))
                .toList();
        Outcome all = Outcome.none();
        for (int from = 0; from < missed.size(); from += SETTLED_AT_ONCE) {
            List<Answered> some = missed.subList(from, Math.min(missed.size(), from + SETTLED_AT_ONCE));
            add(
                    all,
                    settled(
                            some.stream().map(Answered::conversation).distinct().toList(),
                            some,
                            some.stream()
                                    .map(one -> new Word(one.conversation(), one.waitingSince()))
                                    .collect(Collectors.toSet())));
        }
        return all;
    }

    private static void add(Outcome all, Outcome more) {
        all.clocks().addAll(more.clocks());
        all.warnings().addAll(more.warnings());
    }

    private Outcome settled(
            Collection<ConversationId> conversations,
            Collection<Answered> answers,
            Set<Word> spoken) {
        Instant now = clock.instant();
        Map<ConversationId, Standing> standings = repository.standing(conversations);
        List<ServiceClock> running = repository.running(conversations);
        Version version = standards.current();
        ServiceHours.Book book = hours.book();
        Map<Key, ServiceClock> written = new LinkedHashMap<>();

        for (Answered answer : answers) {
            Standing standing = standings.get(answer.conversation());
            if (standing != null) {
                stopByAnswer(answer, standing, running, version, book, spoken, written);
            }
        }
        stopWhatNobodyWaitsFor(standings, running, now, written);
        for (Standing standing : standings.values()) {
            if (standing.waitsForHuman()) {
                start(standing, version, book, spoken, written);
            }
        }
        List<ServiceClock> all = withFirstWords(written.values());
        List<WrittenClock> changed = repository.write(all);
        Outcome outcome = Outcome.none();
        List<ServiceClock> stopped = new ArrayList<>();
        List<ServiceClock> complaints = new ArrayList<>();
        for (WrittenClock one : changed) {
            outcome.clocks().add(one.clock());
            if (!one.clock().runs()) {
                stopped.add(one.clock());
            } else if (one.clock().kind() == ClockKind.COMPLAINT) {
                complaints.add(one.clock());
            }
        }
        List<ServiceClock> late = stopped.stream()
                .filter(one -> one.isLate() && one.step() < ServiceClock.BREACHED)
                .toList();
        List<ServiceClock> breached = late.isEmpty() ? List.of() : warnings.breach(late, standards, now);
        if (!stopped.isEmpty()) {
            figures.count(stopped, breached);
        }
        if (!complaints.isEmpty()) {
            // T-05: a supervisor sees it at once.
            outcome.warnings().addAll(warnings.raise(WarningKind.COMPLAINT, 2, complaints, now));
        }
        List<UUID> warned = stopped.stream()
                .filter(one -> one.step() > 0 || one.kind().line() != Line.ANSWER)
                .map(ServiceClock::id)
                .toList();
        if (!warned.isEmpty()) {
            outcome.warnings().addAll(warnings.settle(warned, now));
        }
        remind(changed.stream().map(WrittenClock::clock).toList());
        return outcome;
    }

    private record Key(ConversationId conversation, Line line, Instant startedAt) {

        static Key of(ServiceClock clock) {
            return new Key(clock.conversation(), clock.kind().line(), clock.startedAt());
        }
    }

    private void stopByAnswer(
            Answered answer,
            Standing standing,
            List<ServiceClock> running,
            Version version,
            ServiceHours.Book book,
            Set<Word> spoken,
            Map<Key, ServiceClock> written) {
        boolean found = false;
        for (ServiceClock one : running) {
            boolean answers = one.kind().line() == Line.ANSWER
                    ? one.startedAt().equals(answer.waitingSince())
                    : !one.startedAt().isAfter(answer.at());
            if (answers && one.conversation().equals(answer.conversation())) {
                found |= one.kind().line() == Line.ANSWER;
                written.putIfAbsent(Key.of(one), one.stopped(micros(answer.at()), Why.ANSWERED, answer.by(), standing.group()));
            }
        }
        if (!found) {
            // Asked and answered before anybody looked: one row tells both.
            ClockKind kind = isFirst(standing, answer.waitingSince()) ? ClockKind.FIRST : ClockKind.NEXT;
            ServiceClock fresh = fresh(kind, standing, answer.waitingSince(), version, book, spoken);
            if (fresh != null) {
                written.putIfAbsent(
                        Key.of(fresh), fresh.stopped(micros(answer.at()), Why.ANSWERED, answer.by(), standing.group()));
            }
        }
    }

    private void stopWhatNobodyWaitsFor(
            Map<ConversationId, Standing> standings,
            List<ServiceClock> running,
            Instant now,
            Map<Key, ServiceClock> written) {
        List<ServiceClock> over = running.stream()
                .filter(one -> !written.containsKey(Key.of(one)))
                .filter(one -> standings.containsKey(one.conversation()))
                .filter(one -> isOver(one, standings.get(one.conversation())))
                .toList();
        Map<UUID, Answer> answers = repository.answers(over);
        for (ServiceClock one : over) {
            Standing standing = standings.get(one.conversation());
            Answer answer = answers.get(one.id());
            if (one.kind().isReceiving() && standing.state() == ConversationState.HELD) {
                Instant taken = repository.takenAfter(one.conversation(), one.startedAt()).orElse(now);
                written.put(Key.of(one), one.stopped(taken, Why.ANSWERED, standing.agent(), standing.group()));
            } else if (answer != null && answer.at() != null && answer.by() != null) {
                written.put(Key.of(one), one.stopped(answer.at(), Why.ANSWERED, answer.by(), standing.group()));
            } else if (standing.closedAt() != null) {
                written.put(Key.of(one), one.stopped(standing.closedAt(), Why.CLOSED, null, standing.group()));
            } else {
                written.put(Key.of(one), one.stopped(now, Why.SETTLED, null, standing.group()));
            }
        }
    }

    private static boolean isOver(ServiceClock one, Standing standing) {
        if (!standing.waitsForHuman() || !one.startedAt().equals(standing.waitingSince())) {
            return true;
        }
        return switch (one.kind()) {
            case FIRST, NEXT -> false;
            case PICKUP, STORE -> standing.state() == ConversationState.HELD;
            case URGENT -> standing.urgency() != Urgency.URGENT;
            case COMPLAINT -> standing.issue() != IssueType.COMPLAINT;
        };
    }

    private void start(
            Standing standing,
            Version version,
            ServiceHours.Book book,
            Set<Word> spoken,
            Map<Key, ServiceClock> written) {
        List<ClockKind> kinds = new ArrayList<>(3);
        ClockKind answer = kindOf(standing);
        if (answer != null) {
            kinds.add(answer);
        }
        if (standing.urgency() == Urgency.URGENT) {
            kinds.add(ClockKind.URGENT);
        }
        if (standing.issue() == IssueType.COMPLAINT) {
            kinds.add(ClockKind.COMPLAINT);
        }
        for (ClockKind kind : kinds) {
            ServiceClock fresh =
                    fresh(kind, standing, Objects.requireNonNull(standing.waitingSince()), version, book, spoken);
            if (fresh != null) {
                written.putIfAbsent(Key.of(fresh), fresh);
            }
        }
    }

    private static @Nullable ClockKind kindOf(Standing standing) {
        boolean waits = standing.state() == ConversationState.QUEUED;
        return switch (standing.channelKind()) {
            case "phone" -> waits ? ClockKind.PICKUP : null;
            case "store" -> waits ? ClockKind.STORE : null;
            default -> isFirst(standing, Objects.requireNonNull(standing.waitingSince())) ? ClockKind.FIRST : ClockKind.NEXT;
        };
    }

    private static boolean isFirst(Standing standing, Instant waitingSince) {
        Instant first = standing.firstReplyAt();
        return first == null || first.isAfter(waitingSince);
    }

    /** Null where nothing is promised. */
    private @Nullable ServiceClock fresh(
            ClockKind kind,
            Standing standing,
            Instant startedAt,
            Version version,
            ServiceHours.Book book,
            Set<Word> spoken) {
        Place place = standing.place();
        var calendar = book.of(place);
        return version.of(standing.channelKind(), kind)
                .map(standard -> {
                    long warning = Math.round(standard.seconds() * 1000 * standard.warnShare());
                    Instant warnAt = calendar.after(startedAt, Duration.ofMillis(warning));
                    Instant dueAt = calendar.after(startedAt, Duration.ofSeconds(standard.seconds()));
                    boolean byWord = spoken.contains(new Word(standing.id(), startedAt));
                    return new ServiceClock(
                            Uuid7.next(clock),
                            standing.id(),
                            kind,
                            startedAt,
                            version.version(),
                            standard.seconds(),
                            place,
                            warnAt,
                            dueAt,
                            0,
                            kind == ClockKind.URGENT ? dueAt : warnAt,
                            null,
                            null,
                            byWord ? startedAt : null,
                            null,
                            standing.group(),
                            standing.channel(),
                            standing.channelKind());
                })
                .orElse(null);
    }

    /** G-02 counts from the customer's first word. Mostly that began the wait; where a button did, it is looked up. */
    private List<ServiceClock> withFirstWords(Collection<ServiceClock> clocks) {
        List<ServiceClock> unknown = clocks.stream()
                .filter(one -> !one.runs() && one.why() == Why.ANSWERED && one.askedAt() == null)
                .filter(one -> one.kind().line() == Line.ANSWER)
                .toList();
        if (unknown.isEmpty()) {
            return List.copyOf(clocks);
        }
        Map<UUID, Answer> found = repository.answers(unknown);
        return clocks.stream()
                .map(one -> found.containsKey(one.id()) ? one.asked(found.get(one.id()).askedAt()) : one)
                .toList();
    }

    /** As the database keeps it. */
    private static Instant micros(Instant at) {
        return at.plusNanos(500).truncatedTo(ChronoUnit.MICROS);
    }

    // ---- Ringing ---------------------------------------------------------------------------------------------------

    /** Warns, notes breaches, tells them higher: everything that is due by now. */
    public void ring() {
        boolean more;
        do {
            int[] rung = {0};
            inOrder(() -> {
                List<ServiceClock> due = repository.due(clock.instant(), RINGS_AT_ONCE);
                rung[0] = due.size();
                return due.isEmpty() ? Outcome.none() : rung(due);
            });
            more = rung[0] == RINGS_AT_ONCE;
        } while (more);
    }

    private Outcome rung(List<ServiceClock> due) {
        Instant now = clock.instant();
        // Somebody may have answered a moment ago.
        Outcome outcome = settled(
                due.stream().map(ServiceClock::conversation).distinct().toList(), List.of(), Set.of());
        Set<UUID> stopped = outcome.clocks().stream()
                .filter(one -> !one.runs())
                .map(ServiceClock::id)
                .collect(Collectors.toSet());
        Map<Integer, Version> versions = new HashMap<>();
        Map<Rung, List<ServiceClock>> raised = new LinkedHashMap<>();
        List<ServiceClock> breached = new ArrayList<>();
        List<ServiceClock> advanced = new ArrayList<>();
        ServiceHours.Book book = hours.book();
        for (ServiceClock one : due) {
            if (stopped.contains(one.id())) {
                continue;
            }
            Version version = versions.computeIfAbsent(one.version(), standards::version);
            ServiceClock at = one;
            while (at.nextAt() != null && !at.nextAt().isAfter(now)) {
                at = step(at, version, book, now, raised, breached);
            }
            advanced.add(at);
        }
        if (advanced.isEmpty()) {
            return outcome;
        }
        repository.advance(advanced);
        if (!breached.isEmpty()) {
            figures.count(List.of(), warnings.breach(breached, standards, now));
        }
        raised.forEach((rung, clocks) ->
                outcome.warnings().addAll(warnings.raise(rung.kind(), rung.level(), clocks, now)));
        outcome.clocks().addAll(advanced);
        remind(advanced);
        return outcome;
    }

    private record Rung(WarningKind kind, int level) {}

    private ServiceClock step(
            ServiceClock at,
            Version version,
            ServiceHours.Book book,
            Instant now,
            Map<Rung, List<ServiceClock>> raised,
            List<ServiceClock> breached) {
        var calendar = book.of(at.place());
        if (at.step() < ServiceClock.BREACHED && !at.dueAt().isAfter(now)) {
            breached.add(at);
            if (at.kind() == ClockKind.URGENT) {
                raise(raised, WarningKind.URGENT_UNANSWERED, 2, at);
                return at.at(ServiceClock.BREACHED, calendar.after(at.dueAt(), Duration.ofSeconds(at.standardSeconds())));
            }
            if (at.kind() == ClockKind.COMPLAINT) {
                raise(raised, WarningKind.BREACH, 3, at);
                return at.at(ServiceClock.BREACHED, null);
            }
            List<Escalation> chain = version.escalation();
            if (chain.isEmpty()) {
                raise(raised, WarningKind.BREACH, 1, at);
            }
            return at.at(ServiceClock.BREACHED, escalatedAt(at, chain, 0, calendar));
        }
        if (at.step() == 0) {
            raise(raised, WarningKind.NEAR_BREACH, 1, at);
            return at.at(ServiceClock.WARNED, at.dueAt());
        }
        if (at.kind() == ClockKind.URGENT) {
            // T-04: rings again until somebody answers or says that he takes care of it.
            if (warnings.isHandled(at.id(), WarningKind.URGENT_UNANSWERED)) {
                return at.at(at.step() + 1, null);
            }
            raise(raised, WarningKind.URGENT_UNANSWERED, 3, at);
            return at.at(
                    at.step() + 1,
                    calendar.after(Objects.requireNonNull(at.nextAt()), Duration.ofSeconds(at.standardSeconds())));
        }
        List<Escalation> chain = version.escalation();
        int reached = at.step() - ServiceClock.BREACHED;
        if (reached >= chain.size() || warnings.isHandled(at.id(), WarningKind.BREACH)) {
            return at.at(at.step() + 1, null);
        }
        raise(raised, WarningKind.BREACH, TaskWarnings.levelOf(chain.get(reached).to()), at);
        return at.at(at.step() + 1, escalatedAt(at, chain, reached + 1, calendar));
    }

    private static @Nullable Instant escalatedAt(
            ServiceClock at, List<Escalation> chain, int step, com.huixiang.staff.ServiceCalendar calendar) {
        return step >= chain.size()
                ? null
                : calendar.after(at.dueAt(), Duration.ofSeconds(chain.get(step).afterSeconds()));
    }

    private static void raise(
            Map<Rung, List<ServiceClock>> raised, WarningKind kind, int level, ServiceClock at) {
        raised.computeIfAbsent(new Rung(kind, level), rung -> new ArrayList<>()).add(at);
    }

    /** One appointment stands for all clocks that are due within the same second. */
    private void remind(Collection<ServiceClock> clocks) {
        clocks.stream()
                .map(ServiceClock::nextAt)
                .filter(Objects::nonNull)
                .map(at -> at.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS))
                .distinct()
                .sorted()
                .forEach(second -> agenda.remind(ClockDuty.NAME, second.toString(), second));
    }

    // ---- How it is done --------------------------------------------------------------------------------------------

    private interface Work {
        Outcome run();
    }

    private void inOrder(Work work) {
        Outcome outcome;
        atWork.lock();
        try {
            outcome = transaction.execute(status -> work.run());
        } finally {
            atWork.unlock();
        }
        news.tell(outcome);
    }
}

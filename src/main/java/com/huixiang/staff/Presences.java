package com.huixiang.staff;

import com.huixiang.audit.AuditTrail;
import com.huixiang.push.Topic;
import com.huixiang.staff.StaffEvent.PresenceChanged;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** FRONT DOOR: who is at his desk. */
@Service
public class Presences {

    /** Whoever listens here is told each change: {@code {"type":"presence","member":Colleague}}. */
    public static final Topic FLOOR = new Topic("staff-floor");

    private static final String DID_NOT_ANSWER = "无应答";

    private final PresenceRepository repository;
    private final ApplicationEventPublisher news;
    private final AuditTrail audit;
    private final Clock clock;

    Presences(PresenceRepository repository, ApplicationEventPublisher news, AuditTrail audit, Clock clock) {
        this.repository = repository;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the member chooses himself. A break is taken for one of the listed reasons. */
    @Transactional
    public Presence set(StaffId id, PresenceState state, @Nullable String reason) {
        if (state == PresenceState.BREAK && !breakReasons().contains(reason)) {
            throw StaffProblem.breakNeedsReason();
        }
        String kept = state == PresenceState.BREAK ? reason : null;
        repository.set(id, state, kept, clock.instant()).ifPresent(news::publishEvent);
        return of(id);
    }

    /** A lead sends a colleague of his groups or stores away, or calls him back. It is on the trail. */
    @Transactional
    public Presence setFor(Actor actor, StaffId id, PresenceState state, @Nullable String reason) {
        if (!actor.mayLead() || !actor.leadsAll() && !repository.worksWith(id, actor)) {
            throw StaffProblem.notAllowed();
        }
        Presence before = of(id);
        Presence after = set(id, state, reason);
        audit.note(
                actor.id().value(),
                actor.name(),
                "staff.presence.changed",
                "member",
                id.toString(),
                repository.nameOf(id),
                before,
                after,
                null);
        return after;
    }

    /** The member signs in: whoever was away is at his desk now; whoever was not stays as he is. */
    @Transactional
    public Presence arrive(StaffId id) {
        repository.seen(List.of(id), clock.instant()).forEach(news::publishEvent);
        return of(id).state() == PresenceState.OFFLINE ? set(id, PresenceState.ONLINE, null) : of(id);
    }

    /** The browsers of these members are there. Whoever had fallen silent is again what he was before. */
    @Transactional
    public void seen(Collection<StaffId> members) {
        if (!members.isEmpty()) {
            repository.seen(members, clock.instant()).forEach(news::publishEvent);
        }
    }

    /** T-07: whoever has been silent for too long is offline; he is told to everybody who cares, once. */
    @Transactional
    public List<StaffId> expire(Duration silence) {
        List<PresenceChanged> silent = repository.expire(clock.instant(), silence);
        silent.forEach(news::publishEvent);
        return silent.stream().map(PresenceChanged::id).toList();
    }

    /**
     * T-07: the member let a customer wait for too long. Whoever was on line is busy now and gets nobody new until he
     * says himself that he is back; whoever was not stays as he is.
     */
    @Transactional
    public Presence didNotAnswer(StaffId id) {
        repository.busyInsteadOfOnline(id, DID_NOT_ANSWER, clock.instant()).ifPresent(news::publishEvent);
        return of(id);
    }

    /** Offline for whoever has never been here. */
    @Transactional(readOnly = true)
    public Presence of(StaffId id) {
        return repository.find(id).orElseThrow(StaffProblem::memberNotFound);
    }

    /** Of everybody who works here now. */
    @Transactional(readOnly = true)
    public Map<StaffId, Presence> all() {
        return repository.all();
    }

    @Transactional(readOnly = true)
    public List<String> breakReasons() {
        return repository.breakReasons();
    }
}

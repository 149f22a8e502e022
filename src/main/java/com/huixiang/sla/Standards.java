package com.huixiang.sla;

import com.huixiang.audit.AuditTrail;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Permission;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** FRONT DOOR: what we promise. Each change is a new version; the old ones stay. */
@Service
public class Standards {

    private static final int LARGEST_MINUTES = 10;

    private final StandardsRepository repository;
    private final AuditTrail audit;
    private final Clock clock;

    Standards(StandardsRepository repository, AuditTrail audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** To whom a broken promise is told. */
    public enum Receiver {
        AGENT,
        LEAD,
        ALL_LEADS
    }

    /** One step of the escalation chain, so long after the breach. */
    public record Escalation(int afterSeconds, Receiver to) {}

    /** G-02: which hours of the day count, over how many days, within how many minutes, and the cap of the average. */
    public record ReplyRate(String from, String to, int days, List<Integer> minutes, int capSeconds) {

        public ReplyRate {
            minutes = List.copyOf(minutes);
        }

        int firstHour() {
            return Integer.parseInt(from.substring(0, 2));
        }

        /** The hour after the last. */
        int endHour() {
            return Integer.parseInt(to.substring(0, 2));
        }
    }

    /** How figures are counted; {@code averageWaitSeconds} is S-04. */
    public record Windows(ReplyRate replyRate, int averageWaitSeconds) {}

    /** Who changed them; no id: they came with the house. */
    public record By(@Nullable UUID id, String name) {}

    /** The standards as a whole, as they were from a certain time on. */
    public record Version(
            int version, Instant at, By by, List<Standard> items, List<Escalation> escalation, Windows windows) {

        public Version {
            items = List.copyOf(items);
            escalation = List.copyOf(escalation);
        }

        /** What holds on this channel: its own standard, else the one of any channel. */
        Optional<Standard> of(String channel, ClockKind kind) {
            Map<String, Standard> fitting = items.stream()
                    .filter(item -> item.kind() == kind)
                    .collect(Collectors.toMap(Standard::channel, item -> item, (one, other) -> one));
            return Optional.ofNullable(fitting.getOrDefault(channel, fitting.get(Standard.ANY_CHANNEL)));
        }
    }

    /** A version in the list of all. */
    public record Edition(int version, Instant at, By by) {}

    /** The current version and the list of all, the newest first. */
    public record Book(Version current, List<Edition> versions) {}

    @Transactional(readOnly = true)
    public Book book() {
        return new Book(repository.current(), repository.editions());
    }

    /** What held then, to see what a change has changed. */
    @Transactional(readOnly = true)
    public Version edition(int number) {
        if (number < 1 || number > repository.current().version()) {
            throw SlaProblem.versionNotFound();
        }
        return repository.version(number);
    }

    Version current() {
        return repository.current();
    }

    Version version(int number) {
        return repository.version(number);
    }

    /** From now on. Clocks that run already keep the version they started with. */
    @Transactional
    public Book change(Actor actor, List<Standard> items, List<Escalation> escalation, Windows windows) {
        actor.check(Permission.STANDARDS);
        check(items, escalation, windows);
        repository.lock();
        Version before = repository.current();
        Version after = new Version(
                before.version() + 1,
                clock.instant(),
                new By(actor.id().value(), actor.name()),
                items,
                escalation,
                windows);
        repository.add(after);
        audit.note(
                actor.id().value(),
                actor.name(),
                "sla.standards.changed",
                "standards",
                String.valueOf(after.version()),
                "服务标准第 " + after.version() + " 版",
                before,
                after,
                null);
        return book();
    }

    private static void check(List<Standard> items, List<Escalation> escalation, Windows windows) {
        boolean sound = items.stream().allMatch(Standard::isSound)
                && items.stream().map(item -> item.channel() + " " + item.kind()).distinct().count() == items.size()
                && escalation.stream().allMatch(step -> step.afterSeconds() >= 0)
                && windows.averageWaitSeconds() > 0
                && isSound(windows.replyRate());
        if (!sound) {
            throw SlaProblem.badStandards();
        }
    }

    /** Figures are kept by the hour and the minute, so windows begin and end with an hour. */
    private static boolean isSound(ReplyRate window) {
        return isHour(window.from())
                && isHour(window.to())
                && window.firstHour() < window.endHour()
                && window.days() >= 1
                && window.days() <= 365
                && window.capSeconds() > 0
                && !window.minutes().isEmpty()
                && window.minutes().stream().allMatch(minutes -> minutes >= 1 && minutes <= LARGEST_MINUTES);
    }

    private static boolean isHour(String text) {
        try {
            return text.equals("24:00") || text.length() == 5 && LocalTime.parse(text).getMinute() == 0;
        } catch (DateTimeParseException unreadable) {
            return false;
        }
    }
}

package com.huixiang.staff;

import com.huixiang.audit.AuditTrail;
import com.huixiang.kernel.Uuid7;
import com.huixiang.staff.ServiceCalendar.Period;
import com.huixiang.staff.ServiceCalendar.SpecialDay;
import com.huixiang.staff.ServiceCalendar.WeekDay;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** FRONT DOOR: when we are open (E-09, S-05), for the house, for a group, for a store. */
@Service
public class ServiceHours {

    private final ServiceHoursRepository repository;
    private final AuditTrail audit;
    private final Clock clock;

    ServiceHours(ServiceHoursRepository repository, AuditTrail audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whose hours are asked for. */
    public record Place(Kind kind, @Nullable UUID id) {

        /** What has hours. */
        public enum Kind {
            HOUSE,
            GROUP,
            STORE
        }

        public static final Place HOUSE = new Place(Kind.HOUSE, null);

        public static Place of(@Nullable GroupId group) {
            return group == null ? HOUSE : new Place(Kind.GROUP, group.value());
        }

        public static Place of(StoreId store) {
            return new Place(Kind.STORE, store.value());
        }
    }

    /** Which calendar holds where. Whoever is not named keeps the calendar of the house. */
    public record Assignments(CalendarId house, Map<UUID, CalendarId> groups, Map<UUID, CalendarId> stores) {

        public Assignments {
            groups = Map.copyOf(groups);
            stores = Map.copyOf(stores);
        }
    }

    /** All calendars and who keeps which. */
    public record Book(List<ServiceCalendar> items, Assignments assignments) {

        public Book {
            items = List.copyOf(items);
        }

        /** The calendar of this place. */
        public ServiceCalendar of(Place place) {
            Map<UUID, CalendarId> own =
                    switch (place.kind()) {
                        case HOUSE -> Map.of();
                        case GROUP -> assignments.groups();
                        case STORE -> assignments.stores();
                    };
            CalendarId wanted = place.id() == null ? assignments.house() : own.getOrDefault(place.id(), assignments.house());
            return items.stream()
                    .filter(calendar -> calendar.id().equals(wanted))
                    .findFirst()
                    .orElseThrow(StaffProblem::calendarNotFound);
        }
    }

    // ---- Asking ----------------------------------------------------------------------------------------------------

    /** All hours as they stand; for whoever asks for many places at once. */
    public Book book() {
        return repository.book();
    }

    public boolean isOpen(Place place, Instant at) {
        return book().of(place).isOpen(at);
    }

    public Duration openBetween(Place place, Instant from, Instant to) {
        return book().of(place).openBetween(from, to);
    }

    /** When that much open time has passed. */
    public Instant after(Place place, Instant from, Duration open) {
        return book().of(place).after(from, open);
    }

    /** The moment itself when we are open then; empty when we never open again. */
    public Optional<Instant> nextOpening(Place place, Instant at) {
        return book().of(place).nextOpening(at);
    }

    // ---- Editing ---------------------------------------------------------------------------------------------------

    /** What a supervisor writes into a calendar. */
    public record Hours(String name, String timeZone, List<WeekDay> week, List<SpecialDay> days) {}

    @Transactional
    public ServiceCalendar add(Actor actor, Hours hours) {
        actor.check(Permission.STANDARDS);
        ServiceCalendar calendar = sound(new CalendarId(Uuid7.next(clock)), hours);
        repository.add(calendar);
        note(actor, "staff.calendar.added", calendar, null, calendar);
        return calendar;
    }

    @Transactional
    public ServiceCalendar change(Actor actor, CalendarId id, Hours hours) {
        actor.check(Permission.STANDARDS);
        ServiceCalendar before = known(id);
        ServiceCalendar calendar = sound(id, hours);
        repository.change(calendar);
        note(actor, "staff.calendar.changed", calendar, before, calendar);
        return calendar;
    }

    @Transactional
    public void remove(Actor actor, CalendarId id) {
        actor.check(Permission.STANDARDS);
        ServiceCalendar calendar = known(id);
        if (repository.isUsed(id)) {
            throw StaffProblem.calendarInUse();
        }
        repository.remove(id);
        note(actor, "staff.calendar.removed", calendar, calendar, null);
    }

    @Transactional
    public Book assign(Actor actor, Assignments assignments) {
        actor.check(Permission.STANDARDS);
        Book before = book();
        List<CalendarId> known = before.items().stream().map(ServiceCalendar::id).toList();
        boolean allKnown = Stream.of(
                        Stream.of(assignments.house()),
                        assignments.groups().values().stream(),
                        assignments.stores().values().stream())
                .flatMap(each -> each)
                .allMatch(known::contains);
        if (!allKnown) {
            throw StaffProblem.calendarNotFound();
        }
        Map<Place, CalendarId> rows = new HashMap<>();
        rows.put(Place.HOUSE, assignments.house());
        assignments.groups().forEach((group, calendar) -> rows.put(new Place(Place.Kind.GROUP, group), calendar));
        assignments.stores().forEach((store, calendar) -> rows.put(new Place(Place.Kind.STORE, store), calendar));
        repository.assign(rows);
        audit.note(
                actor.id().value(),
                actor.name(),
                "staff.calendar.assigned",
                "calendar-assignments",
                "all",
                "服务时间",
                before.assignments(),
                assignments,
                null);
        return book();
    }

    private ServiceCalendar known(CalendarId id) {
        return book().items().stream()
                .filter(calendar -> calendar.id().equals(id))
                .findFirst()
                .orElseThrow(StaffProblem::calendarNotFound);
    }

    private void note(
            Actor actor,
            String verb,
            ServiceCalendar calendar,
            @Nullable ServiceCalendar before,
            @Nullable ServiceCalendar after) {
        audit.note(
                actor.id().value(),
                actor.name(),
                verb,
                "calendar",
                calendar.id().toString(),
                calendar.name(),
                before,
                after,
                null);
    }

    private static ServiceCalendar sound(CalendarId id, Hours hours) {
        Stream<Period> periods = Stream.concat(
                hours.week().stream().flatMap(day -> day.periods().stream()),
                hours.days().stream().flatMap(day -> day.periods().stream()));
        boolean days = hours.week().stream().allMatch(day -> day.day() >= 1 && day.day() <= 7);
        if (!days || !periods.allMatch(Period::isSound) || !isZone(hours.timeZone())) {
            throw StaffProblem.badHours();
        }
        return new ServiceCalendar(id, hours.name().strip(), hours.timeZone(), hours.week(), hours.days());
    }

    private static boolean isZone(String name) {
        try {
            ZoneId.of(name);
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}

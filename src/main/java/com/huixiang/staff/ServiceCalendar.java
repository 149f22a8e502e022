package com.huixiang.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a place is open (E-09): a week of periods, and days that are different. All sums are made between moments, so they
 * are exact over midnight, over holidays and where a clock is put forward or back.
 */
public record ServiceCalendar(CalendarId id, String name, String timeZone, List<WeekDay> week, List<SpecialDay> days) {

    /** How far the next opening is looked for: a calendar that is never open has none. */
    private static final int FARTHEST_DAYS = 800;

    private static final String MIDNIGHT = "24:00";

    public ServiceCalendar {
        week = List.copyOf(week);
        days = List.copyOf(days);
    }

    /** From and to as {@code 09:00}; {@code 24:00} ends the day, and a period that ends before it begins goes on overnight. */
    public record Period(String from, String to) {

        /** Whether this can be read and lasts at all. */
        boolean isSound() {
            boolean spelt = from.matches("([01]\\d|2[0-3]):[0-5]\\d") && to.matches("([01]\\d|2[0-3]):[0-5]\\d|24:00");
            return spelt && !from.equals(to);
        }

        private Opening on(LocalDate day, ZoneId zone) {
            Instant begins = day.atTime(LocalTime.parse(from)).atZone(zone).toInstant();
            if (to.equals(MIDNIGHT)) {
                return new Opening(begins, day.plusDays(1).atStartOfDay(zone).toInstant());
            }
            LocalTime end = LocalTime.parse(to);
            LocalDate last = end.isAfter(LocalTime.parse(from)) ? day : day.plusDays(1);
            return new Opening(begins, last.atTime(end).atZone(zone).toInstant());
        }
    }

    /** Monday is 1, Sunday is 7. */
    public record WeekDay(int day, List<Period> periods) {

        public WeekDay {
            periods = List.copyOf(periods);
        }
    }

    /** A holiday (no periods), or a day with hours of its own, such as a working day in exchange for a holiday (调休). */
    public record SpecialDay(LocalDate date, String name, List<Period> periods) {

        public SpecialDay {
            periods = List.copyOf(periods);
        }
    }

    private record Opening(Instant from, Instant to) {}

    public boolean isOpen(Instant at) {
        LocalDate day = dayOf(at);
        return openings(day.minusDays(1), day).stream()
                .anyMatch(opening -> !at.isBefore(opening.from()) && at.isBefore(opening.to()));
    }

    public Duration openBetween(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Duration.ZERO;
        }
        Duration open = Duration.ZERO;
        for (Opening opening : openings(dayOf(from).minusDays(1), dayOf(to))) {
            Instant begins = later(opening.from(), from);
            Instant ends = opening.to().isBefore(to) ? opening.to() : to;
            if (begins.isBefore(ends)) {
                open = open.plus(Duration.between(begins, ends));
            }
        }
        return open;
    }

    /** When this much open time has passed. Where we never open again in two years, that time and the two years. */
    public Instant after(Instant from, Duration open) {
        if (open.isZero() || open.isNegative()) {
            return from;
        }
        Duration left = open;
        Instant reached = from;
        LocalDate first = dayOf(from).minusDays(1);
        // Day by day; what runs over midnight belongs to the day before.
        for (int days = 0; days <= FARTHEST_DAYS; days++) {
            for (Opening opening : openings(first.plusDays(days), first.plusDays(days))) {
                Instant begins = later(opening.from(), reached);
                if (!begins.isBefore(opening.to())) {
                    continue;
                }
                Duration here = Duration.between(begins, opening.to());
                if (here.compareTo(left) >= 0) {
                    return begins.plus(left);
                }
                left = left.minus(here);
                reached = opening.to();
            }
        }
        return from.plus(Duration.ofDays(FARTHEST_DAYS)).plus(left);
    }

    /** The moment itself when we are open; empty when we never open again. */
    public Optional<Instant> nextOpening(Instant at) {
        LocalDate first = dayOf(at).minusDays(1);
        for (int days = 0; days <= FARTHEST_DAYS; days++) {
            for (Opening opening : openings(first.plusDays(days), first.plusDays(days))) {
                if (at.isBefore(opening.to())) {
                    return Optional.of(later(opening.from(), at));
                }
            }
        }
        return Optional.empty();
    }

    private LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone());
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** The openings that begin on these days, in their order, each moment counted once. */
    private List<Opening> openings(LocalDate first, LocalDate last) {
        List<Opening> all = new ArrayList<>();
        // The day before may reach into the first one; taken along so that what overlaps is not counted twice.
        for (LocalDate day = first.minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            for (Period period : periodsOn(day)) {
                all.add(period.on(day, zone()));
            }
        }
        all.sort(Comparator.comparing(Opening::from).thenComparing(Opening::to));
        List<Opening> apart = new ArrayList<>();
        Instant reached = Instant.MIN;
        Instant begin = first.atStartOfDay(zone()).toInstant();
        for (Opening opening : all) {
            Instant from = later(opening.from(), reached);
            reached = later(reached, opening.to());
            if (from.isBefore(opening.to()) && !opening.from().isBefore(begin)) {
                apart.add(new Opening(from, opening.to()));
            }
        }
        return apart;
    }

    private List<Period> periodsOn(LocalDate day) {
        for (SpecialDay special : days) {
            if (special.date().equals(day)) {
                return special.periods();
            }
        }
        return week.stream()
                .filter(each -> each.day() == day.getDayOfWeek().getValue())
                .flatMap(each -> each.periods().stream())
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

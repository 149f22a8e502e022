package com.huixiang.sla;

import com.huixiang.staff.CalendarId;
import com.huixiang.staff.ServiceCalendar;
import com.huixiang.staff.ServiceHours;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** When a place opens or closes, its clocks stand still or go on: whoever looks at them is told in that moment. */
@Component
class OpeningHours {

    private final ServiceHours hours;
    private final ClockRepository repository;
    private final ClockNews news;
    private final Clock clock;
    /** As it was seen last; empty before the first look, which tells nobody. */
    private volatile Map<CalendarId, Boolean> open = Map.of();

    OpeningHours(ServiceHours hours, ClockRepository repository, ClockNews news, Clock clock) {
        this.hours = hours;
        this.repository = repository;
        this.news = news;
        this.clock = clock;
    }

    synchronized void look() {
        Instant now = clock.instant();
        ServiceHours.Book book = hours.book();
        Map<CalendarId, Boolean> before = open;
        open = book.items().stream()
                .collect(Collectors.toMap(ServiceCalendar::id, calendar -> calendar.isOpen(now)));
        boolean changed = open.entrySet().stream()
                .anyMatch(entry -> before.containsKey(entry.getKey()) && !before.get(entry.getKey()).equals(entry.getValue()));
        if (changed) {
            List<ServiceClock> touched = repository.running().stream()
                    .filter(one -> {
                        CalendarId calendar = book.of(one.place()).id();
                        return !open.get(calendar).equals(before.get(calendar));
                    })
                    .toList();
            news.showClocks(touched);
        }
    }
}

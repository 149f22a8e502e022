package com.huixiang.staff;

import com.huixiang.staff.ServiceCalendar.SpecialDay;
import com.huixiang.staff.ServiceCalendar.WeekDay;
import com.huixiang.staff.ServiceHours.Assignments;
import com.huixiang.staff.ServiceHours.Book;
import com.huixiang.staff.ServiceHours.Place;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Hours are asked for all the time and changed hardly ever: they are remembered for a moment. */
@Repository
class ServiceHoursRepository {

    /** Another node may have changed them; it is noticed after this. */
    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private record Remembered(Book book, long at) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private volatile @Nullable Remembered remembered;

    ServiceHoursRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Book book() {
        Remembered known = remembered;
        if (known != null && System.nanoTime() - known.at() < REMEMBERED.toNanos()) {
            return known.book();
        }
        long at = System.nanoTime();
        Book book = new Book(calendars(), assignments());
        remembered = new Remembered(book, at);
        return book;
    }

    void forget() {
        remembered = null;
    }

    private List<ServiceCalendar> calendars() {
        return jdbc.sql("select id, name, time_zone, week, days from staff.calendar order by name")
                .query((row, n) -> new ServiceCalendar(
                        new CalendarId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("time_zone"),
                        List.of(json.readValue(row.getString("week"), WeekDay[].class)),
                        List.of(json.readValue(row.getString("days"), SpecialDay[].class))))
                .list();
    }

    private Assignments assignments() {
        Map<UUID, CalendarId> groups = new HashMap<>();
        Map<UUID, CalendarId> stores = new HashMap<>();
        CalendarId[] house = new CalendarId[1];
        jdbc.sql("select place, place_id, calendar_id from staff.calendar_assignment").query(row -> {
            CalendarId calendar = new CalendarId(row.getObject("calendar_id", UUID.class));
            UUID place = row.getObject("place_id", UUID.class);
            switch (Place.Kind.valueOf(row.getString("place"))) {
                case HOUSE -> house[0] = calendar;
                case GROUP -> groups.put(place, calendar);
                case STORE -> stores.put(place, calendar);
            }
        });
        return new Assignments(house[0], groups, stores);
    }

    void add(ServiceCalendar calendar) {
        write("""
                insert into staff.calendar (id, name, time_zone, week, days)
                values (:id, :name, :zone, :week::jsonb, :days::jsonb)""", calendar);
    }

    void change(ServiceCalendar calendar) {
        write("""
                update staff.calendar set name = :name, time_zone = :zone, week = :week::jsonb, days = :days::jsonb
                 where id = :id""", calendar);
    }

    private void write(String statement, ServiceCalendar calendar) {
        forgetAfterCommit();
        try {
            jdbc.sql(statement)
                    .param("id", calendar.id().value())
                    .param("name", calendar.name())
                    .param("zone", calendar.timeZone())
                    .param("week", json.writeValueAsString(calendar.week()))
                    .param("days", json.writeValueAsString(calendar.days()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw StaffProblem.calendarNameTaken(calendar.name());
        }
    }

    boolean isUsed(CalendarId id) {
        return jdbc.sql("select exists (select from staff.calendar_assignment where calendar_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    void remove(CalendarId id) {
        forgetAfterCommit();
        jdbc.sql("delete from staff.calendar where id = ?").param(id.value()).update();
    }

    void assign(Map<Place, CalendarId> rows) {
        forgetAfterCommit();
        jdbc.sql("delete from staff.calendar_assignment").update();
        rows.forEach((place, calendar) -> jdbc.sql(
                        "insert into staff.calendar_assignment (place, place_id, calendar_id) values (?, ?, ?)")
                .param(1, place.kind().name())
                .param(2, place.id(), java.sql.Types.OTHER)
                .param(3, calendar.value())
                .update());
    }

    /** At once for whoever changed them, and again when everybody can see it. */
    private void forgetAfterCommit() {
        forget();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    forget();
                }
            });
        }
    }
}

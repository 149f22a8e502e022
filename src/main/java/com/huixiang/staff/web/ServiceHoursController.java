package com.huixiang.staff.web;

import com.huixiang.staff.Actor;
import com.huixiang.staff.CalendarId;
import com.huixiang.staff.Permission;
import com.huixiang.staff.ServiceCalendar;
import com.huixiang.staff.ServiceCalendar.SpecialDay;
import com.huixiang.staff.ServiceCalendar.WeekDay;
import com.huixiang.staff.ServiceHours;
import com.huixiang.staff.ServiceHours.Assignments;
import com.huixiang.staff.ServiceHours.Book;
import com.huixiang.staff.ServiceHours.Hours;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Service hours, edited by supervisors. */
@RestController
@RequestMapping("/api/settings/calendars")
class ServiceHoursController {

    private final ServiceHours hours;

    ServiceHoursController(ServiceHours hours) {
        this.hours = hours;
    }

    record CalendarForm(
            @NotBlank @Size(max = 40) String name,
            @Nullable @Size(max = 60) String timeZone,
            @NotNull @Size(max = 7) List<WeekDay> week,
            @NotNull @Size(max = 400) List<SpecialDay> days) {

        Hours hours() {
            return new Hours(name, timeZone == null ? "Asia/Shanghai" : timeZone, week, days);
        }
    }

    record AssignmentForm(
            @NotNull CalendarId house,
            @Nullable Map<UUID, CalendarId> groups,
            @Nullable Map<UUID, CalendarId> stores) {

        Assignments assignments() {
            return new Assignments(house, groups == null ? Map.of() : groups, stores == null ? Map.of() : stores);
        }
    }

    @GetMapping
    Book book(Actor actor) {
        actor.check(Permission.STANDARDS);
        return hours.book();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ServiceCalendar add(Actor actor, @Valid @RequestBody CalendarForm form) {
        return hours.add(actor, form.hours());
    }

    @PutMapping("/{id}")
    ServiceCalendar change(Actor actor, @PathVariable CalendarId id, @Valid @RequestBody CalendarForm form) {
        return hours.change(actor, id, form.hours());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable CalendarId id) {
        hours.remove(actor, id);
    }

    @PutMapping("/assignments")
    Book assign(Actor actor, @Valid @RequestBody AssignmentForm form) {
        return hours.assign(actor, form.assignments());
    }
}

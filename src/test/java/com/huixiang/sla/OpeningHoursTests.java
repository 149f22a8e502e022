package com.huixiang.sla;

import com.huixiang.HuixiangTest;
import com.huixiang.LiveLine;
import com.huixiang.SettableClock;
import com.huixiang.StaffBrowser;
import com.huixiang.staff.Actor;
import com.huixiang.staff.Role;
import com.huixiang.staff.ServiceCalendar.Period;
import com.huixiang.staff.ServiceCalendar.WeekDay;
import com.huixiang.staff.ServiceHours;
import com.huixiang.staff.ServiceHours.Assignments;
import com.huixiang.staff.ServiceHours.Hours;
import com.huixiang.staff.StaffFixtures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** S-05: a clock stands still outside the hours, and whoever looks at it is told when that begins and ends. */
@HuixiangTest
class OpeningHoursTests {

    @Autowired
    Shift shift;

    @Autowired
    StaffFixtures people;

    @Autowired
    ServiceHours hours;

    @Autowired
    OpeningHours openings;

    @Autowired
    SettableClock clock;

    @LocalServerPort
    int port;

    @Test
    void whoeverLooksIsToldThatTheHouseHasClosedAndHasOpened() {
        shift.begins();
        Actor lead = shift.atDesk("赵磊", Role.SUPERVISOR);
        clock.stopAt(Instant.parse("2026-11-16T09:59:00Z")); // 17:59 in Shanghai
        List<WeekDay> week = IntStream.rangeClosed(1, 7)
                .mapToObj(day -> new WeekDay(day, List.of(new Period("09:00", "18:00"))))
                .toList();
        var daytime = hours.add(lead, new Hours("白天", "Asia/Shanghai", week, List.of()));
        hours.assign(lead, new Assignments(daytime.id(), Map.of(), Map.of()));
        StaffBrowser browser =
                new StaffBrowser(port).signIn(people.hire("钱敏", Role.SUPERVISOR).login(), StaffFixtures.PASSWORD);
        try (LiveLine line = LiveLine.of(browser, port)) {
            line.says("{\"type\":\"hello\"}").hears("welcome");
            shift.asks("林晓", "这件有货吗");
            openings.look();

            clock.stopAt(Instant.parse("2026-11-16T10:00:00Z"));
            openings.look();
            line.hears("clock", frame -> frame.path("clock").path("state").asString().equals("paused"));

            clock.stopAt(Instant.parse("2026-11-17T01:00:00Z"));
            openings.look();
            line.hears("clock", frame -> frame.path("clock").path("state").asString().equals("running"));
        }
    }
}

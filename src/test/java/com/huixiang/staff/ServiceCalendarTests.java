package com.huixiang.staff;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.staff.ServiceCalendar.Period;
import com.huixiang.staff.ServiceCalendar.SpecialDay;
import com.huixiang.staff.ServiceCalendar.WeekDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Hours with several periods a day, holidays, days in exchange, midnight and time zones (E-09, S-05). */
class ServiceCalendarTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void aDayMayHaveSeveralPeriods() {
        ServiceCalendar calendar = weekdays("09:00-12:00", "13:30-18:00");

        assertThat(calendar.isOpen(at("2026-11-18T09:00:00"))).isTrue();
        assertThat(calendar.isOpen(at("2026-11-18T12:00:00"))).isFalse();
        assertThat(calendar.isOpen(at("2026-11-18T13:29:59"))).isFalse();
        assertThat(calendar.isOpen(at("2026-11-18T17:59:59"))).isTrue();
        assertThat(calendar.openBetween(at("2026-11-18T00:00:00"), at("2026-11-19T00:00:00")))
                .isEqualTo(ofHours(7).plusMinutes(30));
    }

    @Test
    void openTimeIsCountedToTheSecondOverTheLunchBreak() {
        ServiceCalendar calendar = weekdays("09:00-12:00", "13:30-18:00");

        assertThat(calendar.after(at("2026-11-18T11:59:00"), ofSeconds(120))).isEqualTo(at("2026-11-18T13:31:00"));
        assertThat(calendar.openBetween(at("2026-11-18T11:59:00"), at("2026-11-18T13:31:00"))).isEqualTo(ofSeconds(120));
        assertThat(calendar.after(at("2026-11-18T11:58:00"), ofSeconds(120)))
                .as("what ends with the period ends there, not at the next opening")
                .isEqualTo(at("2026-11-18T12:00:00"));
    }

    @Test
    void whoComesOnFridayEveningIsOnTimeOnMondayMorning() {
        ServiceCalendar calendar = weekdays("09:00-18:00");

        assertThat(calendar.after(at("2026-11-20T17:59:30"), ofMinutes(2))).isEqualTo(at("2026-11-23T09:01:30"));
        assertThat(calendar.nextOpening(at("2026-11-20T18:00:00"))).contains(at("2026-11-23T09:00:00"));
        assertThat(calendar.nextOpening(at("2026-11-20T10:00:00"))).contains(at("2026-11-20T10:00:00"));
    }

    @Test
    void aHolidayIsClosedAndADayInExchangeIsOpen() {
        ServiceCalendar calendar = new ServiceCalendar(
                new CalendarId(UUID.randomUUID()),
                "周一到周五",
                "Asia/Shanghai",
                weekdays("09:00-18:00").week(),
                List.of(
                        new SpecialDay(LocalDate.parse("2026-10-01"), "国庆节", List.of()),
                        new SpecialDay(LocalDate.parse("2026-10-10"), "调休", List.of(new Period("10:00", "16:00")))));

        assertThat(calendar.isOpen(at("2026-10-01T10:00:00"))).as("a Thursday").isFalse();
        assertThat(calendar.isOpen(at("2026-10-10T10:00:00"))).as("a Saturday").isTrue();
        assertThat(calendar.after(at("2026-09-30T17:59:00"), ofMinutes(2))).isEqualTo(at("2026-10-02T09:01:00"));
        assertThat(calendar.openBetween(at("2026-10-10T00:00:00"), at("2026-10-11T00:00:00"))).isEqualTo(ofHours(6));
    }

    @Test
    void roundTheClockHasNoSeamAtMidnight() {
        ServiceCalendar calendar = everyDay("Asia/Shanghai", "00:00-24:00");

        assertThat(calendar.isOpen(at("2026-11-18T23:59:59.999"))).isTrue();
        assertThat(calendar.isOpen(at("2026-11-19T00:00:00"))).isTrue();
        assertThat(calendar.after(at("2026-11-18T23:59:00"), ofMinutes(2))).isEqualTo(at("2026-11-19T00:01:00"));
        assertThat(calendar.openBetween(at("2026-11-18T23:59:59"), at("2026-11-20T00:00:01")))
                .isEqualTo(Duration.ofDays(1).plusSeconds(2));
    }

    @Test
    void aNightShiftGoesOnOverMidnight() {
        ServiceCalendar calendar = everyDay("Asia/Shanghai", "22:00-02:00");

        assertThat(calendar.isOpen(at("2026-11-18T01:59:59"))).isTrue();
        assertThat(calendar.isOpen(at("2026-11-18T02:00:00"))).isFalse();
        assertThat(calendar.after(at("2026-11-18T23:59:30"), ofMinutes(1))).isEqualTo(at("2026-11-19T00:00:30"));
        assertThat(calendar.after(at("2026-11-19T01:59:30"), ofMinutes(1))).isEqualTo(at("2026-11-19T22:00:30"));
        assertThat(calendar.openBetween(at("2026-11-18T00:00:00"), at("2026-11-19T00:00:00"))).isEqualTo(ofHours(4));
    }

    @Test
    void periodsThatOverlapAreCountedOnce() {
        ServiceCalendar calendar = everyDay("Asia/Shanghai", "09:00-13:00", "12:00-14:00", "22:00-02:00", "01:00-03:00");

        assertThat(calendar.openBetween(at("2026-11-18T00:00:00"), at("2026-11-19T00:00:00"))).isEqualTo(ofHours(10));
        assertThat(calendar.after(at("2026-11-18T12:30:00"), ofMinutes(60))).isEqualTo(at("2026-11-18T13:30:00"));
        assertThat(calendar.after(at("2026-11-18T01:30:00"), ofMinutes(60))).isEqualTo(at("2026-11-18T02:30:00"));
    }

    @Test
    void whereTheClockIsPutForwardTheHourThatIsNotThereIsNotCounted() {
        ServiceCalendar calendar = everyDay("Europe/Berlin", "00:00-24:00");
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant midnight = LocalDate.parse("2026-03-29").atStartOfDay(berlin).toInstant();

        assertThat(calendar.openBetween(midnight, LocalDate.parse("2026-03-30").atStartOfDay(berlin).toInstant()))
                .isEqualTo(ofHours(23));
        assertThat(calendar.after(midnight, ofHours(3)))
                .isEqualTo(LocalDateTime.parse("2026-03-29T04:00:00").atZone(berlin).toInstant());
    }

    @Test
    void thePlacesTimeZoneDecidesNotOurs() {
        ServiceCalendar calendar = everyDay("America/New_York", "09:00-17:00");

        assertThat(calendar.isOpen(at("2026-11-18T22:00:00"))).as("nine in New York").isTrue();
        assertThat(calendar.isOpen(at("2026-11-18T09:00:00"))).isFalse();
    }

    @Test
    void whoNeverOpensPromisesNothing() {
        ServiceCalendar calendar = new ServiceCalendar(
                new CalendarId(UUID.randomUUID()), "歇业", "Asia/Shanghai", List.of(), List.of());

        assertThat(calendar.nextOpening(at("2026-11-18T09:00:00"))).isEmpty();
        assertThat(calendar.after(at("2026-11-18T09:00:00"), ofMinutes(2))).isAfter(at("2028-01-01T00:00:00"));
    }

    private static ServiceCalendar weekdays(String... periods) {
        return calendar("Asia/Shanghai", 5, periods);
    }

    private static ServiceCalendar everyDay(String zone, String... periods) {
        return calendar(zone, 7, periods);
    }

    private static ServiceCalendar calendar(String zone, int days, String... periods) {
        List<Period> open = java.util.Arrays.stream(periods)
                .map(period -> new Period(period.split("-")[0], period.split("-")[1]))
                .toList();
        return new ServiceCalendar(
                new CalendarId(UUID.randomUUID()),
                "测试",
                zone,
                IntStream.rangeClosed(1, days).mapToObj(day -> new WeekDay(day, open)).toList(),
                List.of());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}

package com.huixiang.staff.web;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.StaffBrowser;
import com.huixiang.staff.Role;
import com.huixiang.staff.ServiceHours;
import com.huixiang.staff.ServiceHours.Place;
import com.huixiang.staff.SkillGroup;
import com.huixiang.staff.StaffFixtures;
import com.huixiang.staff.StaffMember;
import com.huixiang.staff.StoreId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Supervisors say when we are open: the house, a group, a store (E-09). */
@HuixiangTest
class ServiceHoursTests {

    @Autowired
    StaffFixtures people;

    @Autowired
    ServiceHours hours;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    @Test
    void aFreshHouseIsOpenRoundTheClockAndBringsACalendarForStores() {
        var book = browserOf(Role.SUPERVISOR).get("/api/settings/calendars").body();

        assertThat(book.path("items").findValuesAsString("name")).contains("7×24", "门店 9–21");
        assertThat(hours.isOpen(Place.HOUSE, Instant.parse("2026-11-21T19:00:00Z"))).isTrue();
        var store = book.path("items").valueStream()
                .filter(item -> item.path("name").asString().startsWith("门店"))
                .findFirst()
                .orElseThrow();
        assertThat(store.path("days").findValuesAsString("date")).contains("2026-10-01", "2026-10-10", "2027-02-06");
    }

    @Test
    void aGroupAndAStoreHaveHoursOfTheirOwnAndEverybodyElseThoseOfTheHouse() {
        SkillGroup group = people.group("售后组");
        StoreId store = new StoreId(UUID.randomUUID());
        StaffBrowser lead = browserOf(Role.SUPERVISOR);
        String house = idOf(lead, "7×24");
        String day = lead.post("/api/settings/calendars", """
                {"name": "白班", "timeZone": "Asia/Shanghai",
                 "week": [{"day": 6, "periods": [{"from": "09:00", "to": "12:00"}, {"from": "13:00", "to": "18:00"}]}],
                 "days": []}""").body().path("id").asString();

        assertThat(lead.put("/api/settings/calendars/assignments", """
                {"house": "%s", "groups": {"%s": "%s"}, "stores": {"%s": "%s"}}"""
                        .formatted(house, group.id(), day, store, idOf(lead, "门店 9–21"))).status())
                .isEqualTo(200);

        Instant saturdayNoon = Instant.parse("2026-11-21T04:30:00Z");
        assertThat(hours.isOpen(Place.of(group.id()), saturdayNoon)).isFalse();
        assertThat(hours.isOpen(Place.of(store), saturdayNoon)).isTrue();
        assertThat(hours.isOpen(Place.of(new StoreId(UUID.randomUUID())), saturdayNoon)).isTrue();
        assertThat(hours.after(Place.of(group.id()), saturdayNoon, ofMinutes(2)))
                .isEqualTo(Instant.parse("2026-11-21T05:02:00Z"));
        assertThat(lead.delete("/api/settings/calendars/" + day).code()).isEqualTo("staff.calendar-in-use");
    }

    @Test
    void eachChangeOfTheHoursIsOnTheTrailWithBeforeAndAfter() {
        StaffBrowser lead = browserOf(Role.SUPERVISOR);
        String id = idOf(lead, "门店 9–21");

        lead.put("/api/settings/calendars/" + id, """
                {"name": "门店 10–22", "week": [{"day": 1, "periods": [{"from": "10:00", "to": "22:00"}]}], "days": []}""");

        assertThat(sql.sql("""
                        select before ->> 'name' || ' > ' || (after ->> 'name') from audit.entry
                         where verb = 'staff.calendar.changed' and subject_id = ?""")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("门店 9–21 > 门店 10–22");
    }

    @Test
    void hoursThatCannotBeReadAreRefused() {
        assertThat(browserOf(Role.SUPERVISOR).post("/api/settings/calendars", """
                {"name": "坏", "week": [{"day": 1, "periods": [{"from": "9", "to": "25:00"}]}], "days": []}""").code())
                .isEqualTo("staff.bad-hours");
    }

    @Test
    void anAgentDoesNotEditTheHours() {
        StaffBrowser agent = browserOf(Role.AGENT);

        assertThat(agent.get("/api/settings/calendars").code()).isEqualTo("staff.not-allowed");
        assertThat(agent.post("/api/settings/calendars", """
                {"name": "我的", "week": [], "days": []}""").code()).isEqualTo("staff.not-allowed");
    }

    private static String idOf(StaffBrowser browser, String name) {
        return browser.get("/api/settings/calendars").body().path("items").valueStream()
                .filter(item -> item.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private StaffBrowser browserOf(Role role) {
        StaffMember member = people.hire("李雷", role);
        return new StaffBrowser(port).signIn(member.login(), StaffFixtures.PASSWORD);
    }
}

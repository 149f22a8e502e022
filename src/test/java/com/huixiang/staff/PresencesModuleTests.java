package com.huixiang.staff;

import static com.huixiang.staff.PresenceState.BREAK;
import static com.huixiang.staff.PresenceState.BUSY;
import static com.huixiang.staff.PresenceState.OFFLINE;
import static com.huixiang.staff.PresenceState.ONLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.staff.StaffEvent.PresenceChanged;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** T-07: who is away gets nothing, and who falls silent is away. */
@HuixiangTest
@RecordApplicationEvents
class PresencesModuleTests {

    private static final Duration SILENCE = Duration.ofSeconds(30);

    @Autowired
    Presences presences;

    @Autowired
    StaffFixtures people;

    @Autowired
    SettableClock clock;

    @Autowired
    ApplicationEvents news;

    StaffId wang;

    @BeforeEach
    void wangWorksHere() {
        clock.stop();
        wang = people.hire("王芳", Role.AGENT).id();
    }

    @Test
    void aMemberWhoHasNeverBeenHereIsOffline() {
        assertThat(stateOf(wang)).isEqualTo(OFFLINE);
        assertThat(presences.all().get(wang).state()).isEqualTo(OFFLINE);
    }

    @Test
    void whoeverSignsInIsAtHisDesk() {
        presences.arrive(wang);

        assertThat(stateOf(wang)).isEqualTo(ONLINE);
        assertThat(told()).containsExactly(new PresenceChanged(wang, OFFLINE, ONLINE, null));
    }

    @Test
    void signingInASecondTimeDoesNotEndABreak() {
        presences.set(wang, BREAK, "用餐");

        presences.arrive(wang);

        assertThat(presences.of(wang).reason()).isEqualTo("用餐");
    }

    @Test
    void aBreakNeedsOneOfTheListedReasons() {
        assertThatExceptionOfType(StaffProblem.class)
                .isThrownBy(() -> presences.set(wang, BREAK, null))
                .satisfies(no -> assertThat(no.code()).isEqualTo("staff.break-needs-reason"));
        assertThatExceptionOfType(StaffProblem.class).isThrownBy(() -> presences.set(wang, BREAK, "逛街"));

        presences.set(wang, BREAK, "用餐");

        assertThat(told()).containsExactly(new PresenceChanged(wang, OFFLINE, BREAK, "用餐"));
    }

    @Test
    void choosingTheSameAgainIsNoNewsAndKeepsTheTime() {
        presences.set(wang, ONLINE, null);
        var since = presences.of(wang).since();
        clock.advance(Duration.ofMinutes(5));

        presences.set(wang, ONLINE, null);

        assertThat(presences.of(wang).since()).isEqualTo(since);
        assertThat(told()).hasSize(1);
    }

    @Test
    void whoeverFallsSilentIsOfflineAndThisIsToldOnce() {
        presences.set(wang, BUSY, null);
        clock.advance(SILENCE.plusSeconds(1));

        assertThat(presences.expire(SILENCE)).containsExactly(wang);
        assertThat(presences.expire(SILENCE)).isEmpty();

        assertThat(stateOf(wang)).isEqualTo(OFFLINE);
        assertThat(told()).contains(new PresenceChanged(wang, BUSY, OFFLINE, null)).hasSize(2);
    }

    @Test
    void whoeverIsHeardStaysAtHisDesk() {
        presences.set(wang, ONLINE, null);
        clock.advance(Duration.ofSeconds(20));
        presences.seen(List.of(wang));
        clock.advance(Duration.ofSeconds(20));

        assertThat(presences.expire(SILENCE)).isEmpty();
    }

    @Test
    void whoeverIsHeardAgainIsWhatHeWasBeforeTheSilence() {
        presences.set(wang, BREAK, "会议");
        clock.advance(Duration.ofMinutes(2));
        presences.expire(SILENCE);
        assertThat(presences.of(wang).reason()).isNull();

        presences.seen(List.of(wang));

        assertThat(presences.of(wang)).isEqualTo(new Presence(BREAK, "会议", presences.of(wang).since()));
        assertThat(told()).endsWith(new PresenceChanged(wang, OFFLINE, BREAK, "会议"));
    }

    @Test
    void whoeverChoseToBeOfflineStaysOfflineWhenHeard() {
        presences.set(wang, ONLINE, null);
        presences.set(wang, OFFLINE, null);

        presences.seen(List.of(wang));

        assertThat(stateOf(wang)).isEqualTo(OFFLINE);
    }

    private PresenceState stateOf(StaffId id) {
        return presences.of(id).state();
    }

    private List<PresenceChanged> told() {
        return news.stream(PresenceChanged.class).filter(change -> change.id().equals(wang)).toList();
    }
}

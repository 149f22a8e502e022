package com.huixiang.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** T-07: silence counts only while we could hear. */
@HuixiangTest
class SilenceTests {

    @Autowired
    LoginAttempts attempts;

    @Autowired
    Presences presences;

    @Autowired
    StaffSettings settings;

    @Autowired
    StaffFixtures people;

    @Autowired
    SettableClock clock;

    StaffId wang;

    @BeforeEach
    void wangIsAtHerDesk() {
        clock.stop();
        wang = people.hire("王芳", Role.AGENT).id();
        presences.arrive(wang);
    }

    @Test
    void whoeverIsSilentForHalfAMinuteIsOffline() {
        StaffJobs jobs = new StaffJobs(presences, attempts, settings, clock);

        sweepFor(jobs, Duration.ofSeconds(30));
        assertThat(isOffline()).isFalse();

        sweepFor(jobs, Duration.ofSeconds(5));
        assertThat(isOffline()).isTrue();
    }

    @Test
    void afterARestartEverybodyHasTimeToComeBack() {
        clock.advance(Duration.ofMinutes(3));
        StaffJobs jobs = new StaffJobs(presences, attempts, settings, clock);

        sweepFor(jobs, Duration.ofSeconds(25));
        assertThat(isOffline()).isFalse();
        presences.seen(List.of(wang));

        sweepFor(jobs, Duration.ofSeconds(30));
        assertThat(isOffline()).isFalse();
    }

    @Test
    void whenTheSweepItselfWasAwayNobodyElseIsBlamed() {
        StaffJobs jobs = new StaffJobs(presences, attempts, settings, clock);
        sweepFor(jobs, Duration.ofSeconds(20));
        clock.advance(Duration.ofMinutes(2));

        sweepFor(jobs, Duration.ofSeconds(25));

        assertThat(isOffline()).isFalse();
    }

    private void sweepFor(StaffJobs jobs, Duration time) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(settings.sweep())) {
            clock.advance(settings.sweep());
            jobs.expireSilentMembers();
        }
    }

    private boolean isOffline() {
        return presences.of(wang).state() == PresenceState.OFFLINE;
    }
}

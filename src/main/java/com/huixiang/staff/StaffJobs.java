package com.huixiang.staff;

import java.time.Clock;
import java.time.Instant;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All timers of this module. */
@Component
@EnableConfigurationProperties(StaffSettings.class)
class StaffJobs {

    private final Presences presences;
    private final LoginAttempts attempts;
    private final StaffSettings settings;
    private final Clock clock;
    private Instant lastSweep;
    private Instant listeningSince;

    StaffJobs(Presences presences, LoginAttempts attempts, StaffSettings settings, Clock clock) {
        this.presences = presences;
        this.attempts = attempts;
        this.settings = settings;
        this.clock = clock;
        this.lastSweep = clock.instant();
        this.listeningSince = lastSweep;
    }

    /**
     * Silence counts only while we could hear: after a start, or when the database was away, everybody gets the whole
     * time to come back before he loses his customers.
     */
    @Scheduled(fixedDelayString = "${huixiang.staff.sweep:5s}")
    void expireSilentMembers() {
        Instant now = clock.instant();
        if (lastSweep.plus(settings.sweep().multipliedBy(3)).isBefore(now)) {
            listeningSince = now;
        }
        if (!listeningSince.plus(settings.silence()).isAfter(now)) {
            presences.expire(settings.silence());
        }
        lastSweep = now;
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    void forgetOldAttempts() {
        attempts.forgetOld();
    }
}

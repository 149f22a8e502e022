package com.huixiang.staff;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All timers of this module. */
@Component
@EnableConfigurationProperties(StaffSettings.class)
class StaffJobs {

    private final Presences presences;
    private final StaffSettings settings;

    StaffJobs(Presences presences, StaffSettings settings) {
        this.presences = presences;
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "${huixiang.staff.sweep:5s}")
    void expireSilentMembers() {
        presences.expire(settings.silence());
    }
}

package com.huixiang.segment;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All timers of this module but the night's, which the agenda keeps. */
@Component
@EnableConfigurationProperties(SegmentSettings.class)
class SegmentJobs {

    private final Counting counting;
    private final Alarm alarm;
    private final NightlyCheck check;

    SegmentJobs(Counting counting, Alarm alarm, NightlyCheck check) {
        this.counting = counting;
        this.alarm = alarm;
        this.check = check;
    }

    @Scheduled(fixedDelayString = "${huixiang.segment.gather:300ms}")
    void gather() {
        counting.countHeard();
        if (alarm.somebodyWasDue()) {
            counting.countDue();
        }
        if (alarm.everybodyWasToBeMeasured()) {
            counting.measureAgain();
        }
    }

    /** For whom time has passed. */
    @Scheduled(fixedDelay = 1_000)
    void due() {
        counting.countDue();
    }

    @Scheduled(initialDelay = 5_000, fixedDelayString = "${huixiang.segment.sweep:60s}")
    void sweep() {
        counting.findLost();
        counting.measureAgain();
        check.promise();
    }
}

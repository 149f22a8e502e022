package com.huixiang.conversation;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All timers of the record. */
@Component
@EnableConfigurationProperties(ConversationSettings.class)
class ConversationJobs {

    private final Readings readings;
    private final Partitions partitions;

    ConversationJobs(Readings readings, Partitions partitions) {
        this.readings = readings;
        this.partitions = partitions;
    }

    @Scheduled(fixedDelayString = "${huixiang.conversation.reading-every:300ms}")
    void writeReadings() {
        readings.write();
    }

    @Scheduled(cron = "0 17 3 * * *")
    void makeMonthsReady() {
        partitions.makeReady();
    }
}

package com.huixiang.connect;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All timers of this module. */
@Component
class ConnectJobs {

    private static final Duration KEPT = Duration.ofDays(30);

    private final DeliveryRepository deliveries;
    private final ApiInbox inbox;
    private final Clock clock;

    ConnectJobs(DeliveryRepository deliveries, ApiInbox inbox, Clock clock) {
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        deliveries.forgetDeliveredBefore(clock.instant().minus(KEPT));
        inbox.forgetReceivedBefore(clock.instant().minus(KEPT));
    }
}

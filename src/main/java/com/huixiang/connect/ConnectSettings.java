package com.huixiang.connect;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the machine.
 *
 * @param signatureAge how far a request's timestamp may be from our clock
 * @param timeout how long another system may take to answer
 * @param attempts how often a delivery is tried before it becomes a dead letter
 * @param firstRetry how long after the first failure it is tried again; doubled each time
 * @param longestRetry never longer than this between two tries
 * @param privateAddresses whether webhooks and picture addresses may lie in private networks or on this machine
 */
@ConfigurationProperties("huixiang.connect")
record ConnectSettings(
        @DefaultValue("5m") Duration signatureAge,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("8") int attempts,
        @DefaultValue("10s") Duration firstRetry,
        @DefaultValue("1h") Duration longestRetry,
        @DefaultValue("false") boolean privateAddresses) {}

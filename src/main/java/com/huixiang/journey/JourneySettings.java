package com.huixiang.journey;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param batchesPerAddress batches that may come from one browser's address at a stretch; ten more each second; 0 is no limit
 * @param writeBatch how many events one transaction writes at most
 * @param mostWaiting how many events may wait to be written before senders are asked to come again
 * @param remember how long message ids are remembered: who sends later than that may be counted twice
 * @param browserDelay how old an event from a browser may be
 * @param serverDelay how old an event from another system may be
 */
@ConfigurationProperties("huixiang.journey")
public record JourneySettings(
        @DefaultValue("300") int batchesPerAddress,
        @DefaultValue("5000") int writeBatch,
        @DefaultValue("50000") int mostWaiting,
        @DefaultValue("90d") Duration remember,
        @DefaultValue("31d") Duration browserDelay,
        @DefaultValue("3650d") Duration serverDelay) {}

package com.huixiang.segment;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param gather orders and events of so much time are counted together
 * @param sweep how often the tables are looked through for what the news did not tell
 * @param checkAt when everybody is counted afresh, in the house's time
 */
@ConfigurationProperties("huixiang.segment")
public record SegmentSettings(
        @DefaultValue("300ms") Duration gather, @DefaultValue("60s") Duration sweep, @DefaultValue("03:30") LocalTime checkAt) {}

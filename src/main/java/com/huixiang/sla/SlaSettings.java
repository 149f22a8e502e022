package com.huixiang.sla;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param gather news of so much time is worked on together, so that a message costs no statement of its own
 * @param counted how long it is remembered what the figures have counted
 */
@ConfigurationProperties("huixiang.sla")
public record SlaSettings(@DefaultValue("300ms") Duration gather, @DefaultValue("7d") Duration counted) {}

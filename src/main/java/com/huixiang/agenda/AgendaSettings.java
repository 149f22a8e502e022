package com.huixiang.agenda;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param rings whether this node keeps appointments
 * @param lookEvery how often the agenda is looked into
 * @param atOnce how many appointments one node keeps side by side
 */
@ConfigurationProperties("huixiang.agenda")
public record AgendaSettings(
        @DefaultValue("true") boolean rings,
        @DefaultValue("1s") Duration lookEvery,
        @DefaultValue("8") int atOnce) {}

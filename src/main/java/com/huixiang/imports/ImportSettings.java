package com.huixiang.imports;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param largest how large a file may be as it is sent
 * @param keepRejected how long the lines that could not be used can be looked at
 */
@ConfigurationProperties("huixiang.imports")
public record ImportSettings(
        @DefaultValue("512MB") DataSize largest, @DefaultValue("90d") Duration keepRejected) {}

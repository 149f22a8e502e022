package com.huixiang.search;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param folder where this node keeps its index; it may be thrown away
 * @param every how often the tables are asked for what is new
 * @param memory how many megabytes of new words wait in memory before they are written
 * @param threads how many threads read words while the index is rebuilt
 */
@ConfigurationProperties("huixiang.search")
public record SearchSettings(
        @DefaultValue("data/search") Path folder,
        @DefaultValue("1s") Duration every,
        @DefaultValue("24") int memory,
        @DefaultValue("2") int threads) {}

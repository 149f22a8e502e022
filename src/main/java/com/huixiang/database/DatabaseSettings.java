package com.huixiang.database;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data lives.
 *
 * @param data folder of everything this installation keeps ({@code HUIXIANG_DATA})
 * @param database which PostgreSQL to use
 */
@ConfigurationProperties("huixiang")
public record DatabaseSettings(
        @DefaultValue("data") Path data, @DefaultValue Database database) {

    /**
     * @param url address of an external PostgreSQL ({@code HUIXIANG_DATABASE_URL}); without it the embedded one is used
     * @param version version of the embedded PostgreSQL; names the folder it is unpacked into
     * @param migrations whose tables to bring up to date, in this order
     */
    public record Database(
            @Nullable String url,
            @DefaultValue("18") String version,
            @DefaultValue List<String> migrations) {}
}

package com.huixiang.search;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found, as its module shows it to this reader.
 *
 * @param facts what else a row of this kind shows; nothing in it is hidden from the reader
 * @param ref what to open: a kind and an id, which need not be its own
 */
public record Found(
        String id, String title, @Nullable String text, @Nullable Instant at, Map<String, Object> facts, Ref ref) {

    /** @param place where in it, such as the number of a message */
    public record Ref(String kind, String id, @Nullable Integer place) {}
}

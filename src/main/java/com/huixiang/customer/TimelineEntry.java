package com.huixiang.customer;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened with a customer, as one line of his timeline.
 *
 * @param id unique within its kind, and always the same for the same thing
 * @param detail what the console shows besides: texts, numbers, amounts
 * @param ref where it leads; null when there is no page for it
 */
public record TimelineEntry(
        UUID id, String kind, Instant at, Words title, Map<String, @Nullable Object> detail, @Nullable Ref ref) {

    /** A text for people, in both languages of the house. */
    public record Words(String zh, String en) {}

    /** A thing with a page of its own: {@code conversation}, {@code order}, {@code task}. */
    public record Ref(String kind, String id) {}
}

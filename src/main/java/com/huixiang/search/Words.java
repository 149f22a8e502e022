package com.huixiang.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be found of one thing.
 *
 * @param subject what changes as a whole: usually the thing itself, for a message its conversation
 * @param at among equals the latest comes first
 * @param title found before text
 * @param names found by pinyin as well
 * @param numbers found whole or by their beginning
 * @param secrets found whole only, and by their last four signs: telephone numbers and addresses, which most see in part
 */
public record Words(
        String id,
        String subject,
        Instant at,
        @Nullable String title,
        @Nullable String text,
        List<String> names,
        List<String> numbers,
        List<String> secrets) {

    public static Words of(String id, Instant at, @Nullable String title, @Nullable String text) {
        return new Words(id, id, at, title, text, List.of(), List.of(), List.of());
    }

    public Words partOf(String subject) {
        return new Words(id, subject, at, title, text, names, numbers, secrets);
    }

    public Words named(List<String> names) {
        return new Words(id, subject, at, title, text, names, numbers, secrets);
    }

    public Words numbered(List<String> numbers) {
        return new Words(id, subject, at, title, text, names, numbers, secrets);
    }

    public Words knownBy(List<String> secrets) {
        return new Words(id, subject, at, title, text, names, numbers, secrets);
    }
}

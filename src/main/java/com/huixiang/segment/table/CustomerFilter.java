package com.huixiang.segment.table;

import com.huixiang.customer.CustomerValue;
import com.huixiang.customer.Level;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which customers. What says nothing lets everybody pass.
 *
 * @param q words as in the search: name, pinyin, end of the telephone number, member number, order number
 * @param cell RFM points as three digits, such as 555
 * @param from registered since
 * @param boughtFrom last bought since
 */
public record CustomerFilter(
        @Nullable String q,
        List<Level> level,
        @Nullable String tag,
        @Nullable Integer segment,
        List<CustomerValue> value,
        List<String> strategy,
        @Nullable String cell,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant boughtFrom,
        @Nullable Instant boughtTo) {

    public CustomerFilter {
        q = q == null || q.isBlank() ? null : q.strip();
        tag = tag == null || tag.isBlank() ? null : tag.strip();
        level = level == null ? List.of() : List.copyOf(level);
        value = value == null ? List.of() : List.copyOf(value);
        strategy = strategy == null ? List.of() : List.copyOf(strategy);
        cell = cell == null || cell.isBlank() ? null : cell.strip();
        if (cell != null && !cell.matches("[1-5]{3}")) {
            throw TableProblem.notUnderstood();
        }
    }

    /** As the words are written in addresses: {@code gold}, {@code high}. */
    public static CustomerFilter of(
            @Nullable String q,
            List<String> level,
            @Nullable String tag,
            @Nullable Integer segment,
            List<String> value,
            List<String> strategy,
            @Nullable String cell,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Instant boughtFrom,
            @Nullable Instant boughtTo) {
        return new CustomerFilter(
                q,
                level.stream().map(each -> word(Level.class, each)).toList(),
                tag,
                segment,
                value.stream().map(each -> word(CustomerValue.class, each)).toList(),
                strategy,
                cell,
                from,
                to,
                boughtFrom,
                boughtTo);
    }

    static <E extends Enum<E>> E word(Class<E> kind, String word) {
        try {
            return Enum.valueOf(kind, word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw TableProblem.notUnderstood();
        }
    }
}

package com.huixiang.order;

import com.huixiang.imports.ImportKind.Row;
import com.huixiang.imports.LineRejected;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a line by the name of their column, whatever that is called in the file, as what they mean. What cannot be
 * meant is a reason to reject the line.
 */
final class Cells {

    private static final int LONGEST = 500;
    private static final List<DateTimeFormatter> TIMES = List.of(
            DateTimeFormatter.ofPattern("yyyy-M-d H:m[:s]"),
            DateTimeFormatter.ofPattern("yyyy/M/d H:m[:s]"),
            DateTimeFormatter.ofPattern("M/d/yyyy H:m[:s]"),
            DateTimeFormatter.ofPattern("yyyy年M月d日 H:m[:s]"));
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ofPattern("yyyy-M-d"),
            DateTimeFormatter.ofPattern("yyyy/M/d"),
            DateTimeFormatter.ofPattern("M/d/yyyy"),
            DateTimeFormatter.ofPattern("yyyy年M月d日"),
            DateTimeFormatter.ofPattern("yyyyMMdd"));
    private static final DateTimeFormatter USUAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Map<String, Integer> places;
    private String[] cells = new String[0];

    private Cells(Map<String, Integer> places) {
        this.places = places;
    }

    /** @param names what each column may be called in a file, by our own word for it */
    static Cells of(List<String> header, Map<String, List<String>> names) {
        Map<String, Integer> places = new HashMap<>();
        names.forEach((word, called) -> {
            for (int at = 0; at < header.size(); at++) {
                if (called.contains(plain(header.get(at))) && !places.containsKey(word)) {
                    places.put(word, at);
                }
            }
        });
        return new Cells(places);
    }

    /** "Order No.", "order_no" and "ＯＲＤＥＲ　ＮＯ" are one name. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_.*\\-()]", "");
    }

    boolean has(String column) {
        return places.containsKey(column);
    }

    boolean hasAll(List<String> columns) {
        return columns.stream().allMatch(this::has);
    }

    Cells at(Row row) {
        this.cells = row.cells();
        return this;
    }

    @Nullable String text(String column) throws LineRejected {
        Integer place = places.get(column);
        if (place == null) {
            return null;
        }
        String text = cells[place].strip();
        if (text.length() > LONGEST) {
            throw new LineRejected(
                    "too-long", column + " 超过 " + LONGEST + " 字。", column + " is longer than " + LONGEST + " letters.");
        }
        return text.isEmpty() ? null : text;
    }

    String needed(String column) throws LineRejected {
        String text = text(column);
        if (text == null) {
            throw new LineRejected("missing", "缺少 " + column + "。", column + " is missing.");
        }
        return text;
    }

    int whole(String column) throws LineRejected {
        String text = needed(column);
        try {
            return new BigDecimal(plainNumber(text)).intValueExact();
        } catch (ArithmeticException | NumberFormatException wrong) {
            throw new LineRejected(
                    "number", column + " 不是整数:" + shown(text), column + " is not a whole number: " + shown(text));
        }
    }

    @Nullable BigDecimal amount(String column) throws LineRejected {
        String text = text(column);
        if (text == null) {
            return null;
        }
        try {
            BigDecimal amount = new BigDecimal(plainNumber(text));
            if (amount.stripTrailingZeros().scale() <= 3 && amount.precision() - amount.scale() <= 13) {
                return amount;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new LineRejected(
                "amount",
                column + " 不是金额(最多三位小数):" + shown(text),
                column + " is not an amount with at most three decimals: " + shown(text));
    }

    BigDecimal neededAmount(String column) throws LineRejected {
        needed(column);
        BigDecimal amount = amount(column);
        return amount == null ? BigDecimal.ZERO : amount;
    }

    @Nullable Instant time(String column, ZoneId zone) throws LineRejected {
        String text = text(column);
        if (text == null) {
            return null;
        }
        Instant time = timeOf(text, zone);
        if (time == null || time.isBefore(Instant.EPOCH) || time.isAfter(LAST)) {
            throw new LineRejected(
                    "time",
                    column + " 不是日期时间:" + shown(text),
                    column + " is not a date and time: " + shown(text));
        }
        return time;
    }

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private static @Nullable Instant timeOf(String text, ZoneId zone) {
        if (text.length() == 19 && text.charAt(10) == ' ') {
            try {
                return LocalDateTime.parse(text, USUAL).atZone(zone).toInstant();
            } catch (DateTimeException other) {
                // tried below
            }
        }
        if (text.indexOf('T') == 10) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException withoutZone) {
                return tried(() -> LocalDateTime.parse(text).atZone(zone).toInstant());
            }
        }
        for (DateTimeFormatter format : text.indexOf(':') > 0 ? TIMES : DAYS) {
            Instant time = tried(() -> text.indexOf(':') > 0
                    ? LocalDateTime.parse(text, format).atZone(zone).toInstant()
                    : LocalDate.parse(text, format).atStartOfDay(zone).toInstant());
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    private static @Nullable Instant tried(java.util.function.Supplier<Instant> reading) {
        try {
            return reading.get();
        } catch (DateTimeException notThis) {
            return null;
        }
    }

    /** ¥1,299.00 and 1299 are the same. */
    private static String plainNumber(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[¥$£€,\\s]", "");
        if (plain.length() > 30 || plain.indexOf('e') >= 0 || plain.indexOf('E') >= 0) {
            throw new NumberFormatException(plain);
        }
        return plain;
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}

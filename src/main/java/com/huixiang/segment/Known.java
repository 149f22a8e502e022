package com.huixiang.segment;

import com.huixiang.customer.CustomerId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of one customer at one moment.
 *
 * @param facts without those that are not known
 * @param counted what windows of rules counted, by rule and place
 */
record Known(CustomerId customer, Map<Fact, Object> facts, Set<String> tags, Map<String, BigDecimal> counted, Set<Integer> rules) {

    static Known of(ResultSet row, Set<String> tags, JsonMapper json) throws SQLException {
        Map<Fact, Object> facts = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            Object value = value(row, fact);
            if (value != null) {
                facts.put(fact, value);
            }
        }
        Map<String, BigDecimal> counted = new HashMap<>();
        json.readTree(row.getString("counted")).properties().forEach(each -> counted.put(each.getKey(), each.getValue().decimalValue()));
        return new Known(
                new CustomerId(row.getObject("customer_id", UUID.class)),
                facts,
                tags,
                counted,
                Set.of((Integer[]) row.getArray("rules").getArray()));
    }

    private static @Nullable Object value(ResultSet row, Fact fact) throws SQLException {
        return switch (fact.kind()) {
            case NUMBER, MONEY, SHARE -> row.getBigDecimal(fact.column());
            case TIME -> {
                OffsetDateTime time = row.getObject(fact.column(), OffsetDateTime.class);
                yield time == null ? null : time.toInstant();
            }
            case TEXT -> row.getString(fact.column());
            case TEXTS -> {
                List<String> texts = List.of((String[]) row.getArray(fact.column()).getArray());
                yield texts.isEmpty() ? null : texts;
            }
            case YES_NO -> row.getBoolean(fact.column());
        };
    }

    @Nullable BigDecimal number(Fact fact) {
        return (BigDecimal) facts.get(fact);
    }

    @Nullable Instant time(Fact fact) {
        return (Instant) facts.get(fact);
    }

    @SuppressWarnings("unchecked")
    List<String> texts(Fact fact) {
        return (List<String>) facts.getOrDefault(fact, List.of());
    }

    /** As people read it. */
    @Nullable String text(Fact fact) {
        Object value = facts.get(fact);
        return value == null ? null : RuleWords.inWords(fact, value.toString()).zh();
    }
}

package com.huixiang.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** An exact amount in a currency (ISO 4217). On the wire {@code {"amount":"599.00","currency":"CNY"}}; at most three decimals. */
public record Money(@JsonIgnore BigDecimal value, String currency) {

    private static final int FEWEST = 2;
    private static final int MOST = 3;

    public Money {
        value = value.setScale(Math.clamp(value.stripTrailingZeros().scale(), FEWEST, MOST), RoundingMode.HALF_UP);
    }

    @JsonCreator
    static Money read(@JsonProperty("amount") String amount, @JsonProperty("currency") String currency) {
        return of(amount, currency);
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    @JsonProperty
    public String amount() {
        return value.toPlainString();
    }

    /** Only of the same currency: there are no rates here. */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " cannot be added");
        }
        return new Money(value.add(other.value), currency);
    }

    /** As people read it: ¥599.00. */
    @Override
    public String toString() {
        return switch (currency) {
            case "CNY" -> "¥" + amount();
            case "GBP" -> "£" + amount();
            case "USD" -> "$" + amount();
            case "EUR" -> "€" + amount();
            default -> amount() + " " + currency;
        };
    }
}

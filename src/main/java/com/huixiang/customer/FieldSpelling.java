package com.huixiang.customer;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** P-02: one spelling for each value. Whatever cannot be one is screened out. */
final class FieldSpelling {

    private static final int LONGEST = 500;
    private static final int EARLIEST_YEAR = 1880;
    private static final int LATEST_YEAR = 2200;
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})(?:[-/.年]\\s*)?(\\d{1,2})(?:[-/.月]\\s*)?(\\d{1,2})日?(?:[T ].*)?");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n]]");

    private FieldSpelling() {}

    static Optional<String> normalise(ProfileField field, String raw) {
        String text = CONTROL.matcher(Normalizer.normalize(raw, Normalizer.Form.NFC)).replaceAll("").strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        return switch (field.type()) {
            case TEXT -> Optional.of(field.key().equals("name") ? Mask.contact(text) : text);
            case NUMBER -> number(text);
            case DATE -> date(text);
            case CHOICE -> choice(field, text);
            case YES_NO -> yesOrNo(text);
            case PHONE -> Phone.normalise(text);
            case EMAIL -> EmailAddress.normalise(text);
        };
    }

    private static Optional<String> number(String text) {
        try {
            String digits = Normalizer.normalize(text, Normalizer.Form.NFKC).replace(",", "").replace(" ", "");
            BigDecimal number = new BigDecimal(digits);
            return number.precision() > 20 || Math.abs(number.scale()) > 10
                    ? Optional.empty()
                    : Optional.of(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static Optional<String> date(String text) {
        Matcher parts = DATE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
            return date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR
                    ? Optional.empty()
                    : Optional.of(date.toString());
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<String> choice(ProfileField field, String text) {
        return field.choices().stream()
                .filter(each -> each.code().equalsIgnoreCase(text)
                        || each.zh().equals(text)
                        || each.en().equalsIgnoreCase(text))
                .map(ProfileField.Choice::code)
                .findFirst();
    }

    private static Optional<String> yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "1", "是", "有" -> Optional.of("true");
            case "false", "no", "n", "0", "否", "无", "没有" -> Optional.of("false");
            default -> Optional.empty();
        };
    }
}

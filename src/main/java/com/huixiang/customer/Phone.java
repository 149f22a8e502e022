package com.huixiang.customer;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** One spelling for each telephone number: 138 0013 8000, +86-13800138000 and １３８００１３８０００ are the same. */
final class Phone {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\-()./]");
    private static final Pattern CHINESE_PREFIX = Pattern.compile("^(?:\\+86|0086)");
    private static final Pattern MOBILE_WITH_COUNTRY = Pattern.compile("^86(?=1[3-9]\\d{9}$)");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d{5,15}");

    private Phone() {}

    static Optional<String> normalise(String text) {
        String digits = Normalizer.normalize(text, Normalizer.Form.NFKC);
        digits = SEPARATORS.matcher(digits).replaceAll("");
        digits = CHINESE_PREFIX.matcher(digits).replaceFirst("");
        digits = MOBILE_WITH_COUNTRY.matcher(digits).replaceFirst("");
        return NUMBER.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
    }
}

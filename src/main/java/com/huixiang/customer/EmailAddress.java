package com.huixiang.customer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One spelling for each e-mail address; providers do not tell capitals apart, so neither do we. */
final class EmailAddress {

    private static final int LONGEST = 254;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\",;]+@[^\\s@<>\",;.]+(?:\\.[^\\s@<>\",;.]+)+");

    private EmailAddress() {}

    static Optional<String> normalise(String text) {
        String address =
                Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return address.length() <= LONGEST && ADDRESS.matcher(address).matches()
                ? Optional.of(address)
                : Optional.empty();
    }
}

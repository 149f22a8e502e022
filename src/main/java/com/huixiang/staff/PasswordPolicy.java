package com.huixiang.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Which passwords are refused: short ones, those everybody tries first, and those that are the login once more. */
@Component
class PasswordPolicy {

    /** What bcrypt can take in. */
    private static final int LONGEST_BYTES = 72;

    private static final int DIFFERENT_CHARACTERS = 5;

    private static final String FILE = "seed/common-passwords.txt";

    private final StaffSettings settings;
    private final Set<String> common = common();

    PasswordPolicy(StaffSettings settings) {
        this.settings = settings;
    }

    void check(String password, String login) {
        if (password.length() < settings.passwordLength() || !fits(password)) {
            throw StaffProblem.passwordTooWeak(settings.passwordLength());
        }
        String small = password.toLowerCase(Locale.ROOT);
        if (small.contains(login.strip().toLowerCase(Locale.ROOT))) {
            throw StaffProblem.passwordNamesYou();
        }
        boolean monotonous = small.chars().distinct().count() < DIFFERENT_CHARACTERS;
        if (monotonous || isRun(small) || common.contains(small) || common.contains(wordOf(small))) {
            throw StaffProblem.passwordTooCommon();
        }
    }

    static boolean fits(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
    }

    /** A year or an exclamation mark behind a word does not make it another word. */
    private static String wordOf(String password) {
        return password.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    /** 1234567890, abcdefghijk, and backwards. */
    private static boolean isRun(String password) {
        int up = 0;
        int down = 0;
        for (int each = 1; each < password.length(); each++) {
            int step = password.charAt(each) - password.charAt(each - 1);
            up += step == 1 || step == -9 ? 1 : 0;
            down += step == -1 || step == 9 ? 1 : 0;
        }
        return Math.max(up, down) >= password.length() - 2;
    }

    private static Set<String> common() {
        try {
            return new ClassPathResource(FILE)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split("\\s+")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot read " + FILE, cause);
        }
    }
}

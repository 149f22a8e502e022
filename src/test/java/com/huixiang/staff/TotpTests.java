package com.huixiang.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test values of RFC 6238, appendix B, and RFC 4648, section 10. */
class TotpTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void theCodesAreThoseOfTheStandard(long second, String code) {
        long step = Totp.stepAt(Instant.ofEpochSecond(second));

        assertThat(Totp.code(SECRET, step, 8)).isEqualTo(code);
        assertThat(Totp.code(SECRET, step)).isEqualTo(code.substring(2));
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secretsAreSpelledAsAppsReadThem(String plain, String spelled) {
        assertThat(Totp.base32(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(spelled);
        assertThat(Totp.fromBase32(spelled)).asString(StandardCharsets.US_ASCII).isEqualTo(plain);
    }

    @Test
    void aTelephoneMayBeOneStepWrongAndNoMore() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = Totp.stepAt(now);

        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step - 1), now, 0)).isEqualTo(OptionalLong.of(step - 1));
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step + 1), now, 0)).isEqualTo(OptionalLong.of(step + 1));
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step - 2), now, 0)).isEmpty();
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step), now, step)).isEmpty();
    }
}

package com.huixiang.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.huixiang.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginAttemptsTests {

    private final SettableClock clock = new SettableClock();
    private final LoginAttempts attempts = new LoginAttempts(
            new StaffSettings(Duration.ofSeconds(30), Duration.ofSeconds(5), 5, Duration.ofMinutes(15)), clock);

    @BeforeEach
    void timeStandsStill() {
        clock.stop();
    }

    @Test
    void fourWrongPasswordsAreForgiven() {
        wrongPasswords(4);

        assertThatCode(() -> attempts.check("wang")).doesNotThrowAnyException();
    }

    @Test
    void theFifthLocksTheLoginOutHoweverItIsSpelled() {
        wrongPasswords(5);

        assertThatExceptionOfType(StaffProblem.class)
                .isThrownBy(() -> attempts.check(" WANG"))
                .satisfies(no -> {
                    assertThat(no.code()).isEqualTo("staff.locked-out");
                    assertThat(no.english()).contains("15 min");
                });
        assertThatCode(() -> attempts.check("chen")).doesNotThrowAnyException();
    }

    @Test
    void aQuarterOfAnHourAfterTheFirstWrongPasswordOneMoreTryIsAllowed() {
        wrongPasswords(1);
        clock.advance(Duration.ofMinutes(10));
        wrongPasswords(4);

        clock.advance(Duration.ofMinutes(5));
        assertThatCode(() -> attempts.check("wang")).doesNotThrowAnyException();
        wrongPasswords(1);
        assertThatExceptionOfType(StaffProblem.class).isThrownBy(() -> attempts.check("wang"));
    }

    @Test
    void theRightPasswordForgetsTheWrongOnes() {
        wrongPasswords(4);
        attempts.succeeded("wang");
        wrongPasswords(4);

        assertThatCode(() -> attempts.check("wang")).doesNotThrowAnyException();
    }

    private void wrongPasswords(int count) {
        for (int i = 0; i < count; i++) {
            attempts.failed("Wang");
        }
    }
}

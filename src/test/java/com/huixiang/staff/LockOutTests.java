package com.huixiang.staff;

import static com.huixiang.staff.StaffFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever guesses passwords is soon locked out, over all nodes and restarts. */
@HuixiangTest
class LockOutTests {

    @Autowired
    Staff staff;

    @Autowired
    LoginAttempts attempts;

    @Autowired
    StaffFixtures people;

    @Autowired
    StaffSettings settings;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SettableClock clock;

    StaffMember wang;

    @BeforeEach
    void timeStandsStill() {
        clock.stop();
        wang = people.hire("王芳", Role.AGENT);
    }

    @Test
    void fourWrongPasswordsAreForgiven() {
        wrongPasswords(4);

        assertThatCode(() -> staff.signIn(wang.login(), PASSWORD)).doesNotThrowAnyException();
    }

    @Test
    void theFifthLocksTheLoginOutHoweverItIsSpelledAndTheRightPasswordHelpsNoMore() {
        wrongPasswords(5);

        assertThatExceptionOfType(StaffProblem.class)
                .isThrownBy(() -> staff.signIn(" " + wang.login().toUpperCase(), PASSWORD))
                .satisfies(no -> {
                    assertThat(no.code()).isEqualTo("staff.locked-out");
                    assertThat(no.english()).contains("15 min");
                    assertThat(no.waitFor()).isCloseTo(Duration.ofMinutes(15), Duration.ofSeconds(1));
                });
    }

    @Test
    void anotherNodeAndARestartedOneKnowOfIt() {
        wrongPasswords(5);

        var elsewhere = new LoginAttempts(sql, transaction, settings, clock);

        assertThatExceptionOfType(StaffProblem.class).isThrownBy(() -> elsewhere.begin(wang.login()));
    }

    @Test
    void aQuarterOfAnHourAfterTheFirstWrongPasswordOneMoreTryIsAllowed() {
        wrongPasswords(1);
        clock.advance(Duration.ofMinutes(10));
        wrongPasswords(4);

        clock.advance(Duration.ofMinutes(5));
        wrongPasswords(1);
        assertThatExceptionOfType(StaffProblem.class)
                .isThrownBy(() -> staff.signIn(wang.login(), PASSWORD))
                .satisfies(no -> assertThat(no.code()).isEqualTo("staff.locked-out"));
    }

    @Test
    void theRightPasswordForgetsTheWrongOnes() {
        wrongPasswords(4);
        staff.signIn(wang.login(), PASSWORD);
        wrongPasswords(4);

        assertThatCode(() -> staff.signIn(wang.login(), PASSWORD)).doesNotThrowAnyException();
    }

    @Test
    void twentyGuessesAtOnceAreFiveGuesses() {
        long compared = IntStream.range(0, 20)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> codeOf(wang.login())))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter("staff.wrong-login"::equals)
                .count();

        assertThat(compared).isEqualTo(5);
    }

    @Test
    void whatIsOldIsForgotten() {
        wrongPasswords(3);
        clock.advance(Duration.ofMinutes(16));

        attempts.forgetOld();

        assertThat(sql.sql("select count(*) from staff.failed_sign_in").query(Long.class).single()).isZero();
    }

    private String codeOf(String login) {
        try {
            staff.signIn(login, "wrong-password");
            return "";
        } catch (StaffProblem no) {
            return no.code();
        }
    }

    private void wrongPasswords(int count) {
        for (int i = 0; i < count; i++) {
            assertThat(codeOf(wang.login())).isEqualTo("staff.wrong-login");
        }
    }
}

package com.huixiang.staff;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTests {

    private final PasswordPolicy policy = new PasswordPolicy(
            new StaffSettings(Duration.ofSeconds(30), Duration.ofSeconds(5), 5, Duration.ofMinutes(15), 10, 30));

    @ParameterizedTest
    @CsvSource({
        "short-one, staff.password-too-weak",
        "password2026, staff.password-too-common",
        "QWERTYUIOP, staff.password-too-common",
        "1234567890, staff.password-too-common",
        "0987654321, staff.password-too-common",
        "abababababab, staff.password-too-common",
        "my-WangFang-1, staff.password-names-you"
    })
    void whatEverybodyTriesIsRefused(String password, String code) {
        assertThatExceptionOfType(StaffProblem.class)
                .isThrownBy(() -> policy.check(password, "wangfang"))
                .matches(no -> no.code().equals(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct-horse", "huixiang2026", "今天天气真好适合出门", "x7#kPq2!mZ"})
    void anythingElseIsWelcome(String password) {
        assertThatCode(() -> policy.check(password, "wangfang")).doesNotThrowAnyException();
    }
}

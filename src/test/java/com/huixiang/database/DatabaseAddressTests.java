package com.huixiang.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTests {

    @Test
    void aJdbcAddressIsTakenAsItIs() {
        var url = "jdbc:postgresql://db.example.com/huixiang?user=a&password=b";

        assertThat(DatabaseAddress.parse(url)).isEqualTo(new DatabaseAddress(url, null, null));
    }

    @Test
    void theUsualAddressIsSplitIntoPlaceAndLogin() {
        assertThat(DatabaseAddress.parse("postgresql://desk:p%40ss+1@db.example.com:6432/huixiang?sslmode=require"))
                .isEqualTo(new DatabaseAddress(
                        "jdbc:postgresql://db.example.com:6432/huixiang?sslmode=require", "desk", "p@ss+1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://db/huixiang", "localhost:5432", "postgresql://db", "postgresql:///huixiang"})
    void anAddressOfSomethingElseIsRefusedWithARemedy(String url) {
        assertThatExceptionOfType(DatabaseProblem.class)
                .isThrownBy(() -> DatabaseAddress.parse(url))
                .withMessageContaining("HUIXIANG_DATABASE_URL")
                .satisfies(problem -> assertThat(problem.remedy()).contains("postgresql://USER:PASSWORD@HOST"));
    }

    @Test
    void aPasswordIsNeverRepeatedInARefusal() {
        assertThatExceptionOfType(DatabaseProblem.class)
                .isThrownBy(() -> DatabaseAddress.parse("postgresql://desk:top secret@db/huixiang"))
                .satisfies(problem -> assertThat(problem.toString()).doesNotContain("secret"));
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsToldInOneSentence() {
        assertThatExceptionOfType(DatabaseProblem.class)
                .isThrownBy(() -> DatabaseAddress.parse("postgresql://desk:secret@127.0.0.1:1/huixiang")
                        .reachable())
                .withMessageStartingWith("The database at HUIXIANG_DATABASE_URL cannot be used: ")
                .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("secret"));
    }
}

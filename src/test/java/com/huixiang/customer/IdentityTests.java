package com.huixiang.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P-02: one spelling for each way to reach a customer. */
class IdentityTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                " 138 0013 8000",
                "+86 138-0013-8000",
                "0086 13800138000",
                "8613800138000",
                "１３８００１３８０００",
                "(138) 0013.8000"
            })
    void oneMobileNumberHasManySpellings(String spelling) {
        assertThat(new Identity(Identity.Kind.PHONE, spelling).value()).isEqualTo("13800138000");
    }

    @Test
    void landlinesAndForeignNumbersStayWhatTheyAre() {
        assertThat(Phone.normalise("021-6888 8888")).contains("02168888888");
        assertThat(Phone.normalise("+44 20 7946 0958")).contains("+442079460958");
        assertThat(Phone.normalise("400-820-8820")).contains("4008208820");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "没有", "12", "138001380001380013800", "138O0138000"})
    void nonsenseIsNoTelephoneNumber(String text) {
        assertThatExceptionOfType(CustomerProblem.class)
                .isThrownBy(() -> new Identity(Identity.Kind.PHONE, text))
                .satisfies(no -> assertThat(no.code()).isEqualTo("customer.phone-invalid"));
    }

    @Test
    void addressesAreComparedWithoutCapitals() {
        assertThat(new Identity(Identity.Kind.EMAIL, " LinXiao@Example.COM ").value()).isEqualTo("linxiao@example.com");
        assertThat(EmailAddress.normalise("lin@localhost")).isEmpty();
        assertThat(EmailAddress.normalise("lin xiao@example.com")).isEmpty();
    }

    @Test
    void anIdentityIsNeverEmpty() {
        assertThatExceptionOfType(CustomerProblem.class)
                .isThrownBy(() -> Identity.member("  "))
                .satisfies(no -> assertThat(no.code()).isEqualTo("customer.identity-invalid"));
    }

    @Test
    void aTouchpointsNonsenseIsScreenedOutInsteadOfRefused() {
        CustomerFacts facts = CustomerFacts.from("web").named(" ").reachedBy("无", "none");

        assertThat(facts).isEqualTo(CustomerFacts.from("web"));
    }

    @Test
    void theLevelSaysWhatTheCustomerIsWorth() {
        assertThat(Level.ORDINARY.value()).isEqualTo(CustomerValue.ORDINARY);
        assertThat(Level.SILVER.value()).isEqualTo(CustomerValue.VALUED);
        assertThat(Level.GOLD.value()).isEqualTo(CustomerValue.HIGH);
        assertThat(Level.PLATINUM.isVip()).isTrue();
        assertThat(Level.SILVER.isVip()).isFalse();
    }
}

package com.huixiang.agenda;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Promises are kept at their time, once, also after a crash (S-05). */
@HuixiangTest
class AgendaTests {

    @Autowired
    Agenda agenda;

    @Autowired
    DueAppointments due;

    @Autowired
    RehearsedDuty duty;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void timeStandsStill() {
        clock.stop();
    }

    @Test
    void anAppointmentIsKeptWhenItsTimeHasComeAndNotBefore() {
        agenda.remind(RehearsedDuty.NAME, "a", clock.instant().plus(ofMinutes(2)));

        clock.advance(ofSeconds(119));
        due.fulfil();
        assertThat(duty.kept()).isEmpty();

        clock.advance(ofSeconds(1));
        due.fulfil();
        due.fulfil();
        assertThat(duty.kept()).containsExactly("a");
    }

    @Test
    void aSecondReminderMovesTheAppointment() {
        agenda.remind(RehearsedDuty.NAME, "a", clock.instant().plus(ofMinutes(1)));
        agenda.remind(RehearsedDuty.NAME, "a", clock.instant().plus(ofMinutes(3)));

        clock.advance(ofMinutes(2));
        due.fulfil();
        assertThat(duty.kept()).isEmpty();

        clock.advance(ofMinutes(1));
        due.fulfil();
        assertThat(duty.kept()).containsExactly("a");
    }

    @Test
    void whatIsForgottenDoesNotRing() {
        agenda.remind(RehearsedDuty.NAME, "a", clock.instant());
        agenda.forget(RehearsedDuty.NAME, "a");

        due.fulfil();

        assertThat(duty.kept()).isEmpty();
    }

    @Test
    void aPromiseThatWasTakenBackWithItsTransactionIsNone() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    agenda.remind(RehearsedDuty.NAME, "a", clock.instant());
                    throw new IllegalStateException("the promise could not be made");
                }))
                .isInstanceOf(IllegalStateException.class);

        due.fulfil();

        assertThat(duty.kept()).isEmpty();
    }

    @Test
    void aDutyThatFailsIsTriedAgainLaterAndLater() {
        agenda.remind(RehearsedDuty.NAME, "a", clock.instant());
        duty.failing(2);

        due.fulfil();
        assertThat(duty.kept()).isEmpty();
        clock.advance(ofSeconds(10));
        due.fulfil();
        assertThat(duty.kept()).isEmpty();
        clock.advance(ofSeconds(10));
        due.fulfil();

        assertThat(duty.kept()).containsExactly("a");
    }

    @Test
    void aDutyMayMakeTheNextAppointmentWhileItKeepsThisOne() {
        agenda.remind(RehearsedDuty.NAME, "a", clock.instant());
        duty.thenOnce(() -> agenda.remind(RehearsedDuty.NAME, "a", clock.instant().plus(ofMinutes(1))));

        due.fulfil();
        assertThat(duty.kept()).containsExactly("a");

        clock.advance(ofMinutes(1));
        due.fulfil();
        assertThat(duty.kept()).containsExactly("a", "a");
    }

    @Test
    void whatIsInTheTableIsKeptByWhoeverStartsNext() {
        agenda.remind(RehearsedDuty.NAME, "a", clock.instant().plus(ofMinutes(1)));
        assertThat(sql.sql("select count(*)::int from agenda.appointment where task_instance = 'a'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        clock.advance(ofMinutes(30)); // the house was closed meanwhile
        due.fulfil();

        assertThat(duty.kept()).containsExactly("a");
    }
}

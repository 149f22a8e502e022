package com.huixiang.sla;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.HuixiangTest;
import com.huixiang.SettableClock;
import com.huixiang.conversation.ConversationId;
import com.huixiang.sla.ClockLists.BreachView;
import com.huixiang.sla.ClockLists.ClockView;
import com.huixiang.sla.ClockLists.State;
import com.huixiang.sla.ClockLists.WarningView;
import com.huixiang.sla.Standards.Escalation;
import com.huixiang.sla.Standards.Receiver;
import com.huixiang.staff.Actor;
import com.huixiang.staff.CalendarId;
import com.huixiang.staff.Role;
import com.huixiang.staff.ServiceCalendar.Period;
import com.huixiang.staff.ServiceCalendar.SpecialDay;
import com.huixiang.staff.ServiceCalendar.WeekDay;
import com.huixiang.staff.ServiceHours;
import com.huixiang.staff.ServiceHours.Assignments;
import com.huixiang.staff.ServiceHours.Hours;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** S-01 to S-05, T-04, T-05: what we promise in seconds, and what happens when we do not keep it. */
@HuixiangTest
class ClocksTests {

    @Autowired
    Shift shift;

    @Autowired
    Clocks clocks;

    @Autowired
    ClockLists lists;

    @Autowired
    Standards standards;

    @Autowired
    Warnings warnings;

    @Autowired
    ServiceHours hours;

    @Autowired
    SettableClock clock;

    private Actor lead;
    private Actor wang;

    @BeforeEach
    void theShiftBegins() {
        shift.begins();
        lead = shift.atDesk("赵磊", Role.SUPERVISOR);
        wang = shift.atDesk("王芳", Role.AGENT);
    }

    // ---- S-01 ------------------------------------------------------------------------------------------------------

    @Test
    void aChatIsPromisedItsFirstAnswerWithinTwoMinutes() {
        ConversationId lin = shift.asks("林晓", "这件有货吗");

        ClockView running = of(lin);
        assertThat(running.kind()).isEqualTo(ClockKind.FIRST);
        assertThat(running.startedAt()).isEqualTo(Shift.MORNING);
        assertThat(running.warnAt()).isEqualTo(Shift.MORNING.plusSeconds(72));
        assertThat(running.dueAt()).isEqualTo(Shift.MORNING.plusSeconds(120));
        assertThat(running.state()).isEqualTo(State.RUNNING);
    }

    @Test
    void theClockIsExactToTheSecondAmberAtItsShareRedWhenItIsOver() {
        ConversationId lin = shift.asks("林晓", "这件有货吗");

        shift.passes(ofMillis(71_999));
        assertThat(of(lin).state()).isEqualTo(State.RUNNING);
        assertThat(open()).isEmpty();

        shift.passes(ofMillis(1));
        assertThat(of(lin).state()).isEqualTo(State.WARNING);
        assertThat(open()).extracting(WarningView::kind).containsExactly(WarningKind.NEAR_BREACH);

        shift.passes(ofMillis(47_999));
        assertThat(of(lin).state()).isEqualTo(State.WARNING);
        assertThat(breaches()).isEmpty();

        shift.passes(ofMillis(1));
        assertThat(of(lin).state()).isEqualTo(State.BREACHED);
        assertThat(of(lin).runSeconds()).isEqualTo(120);
        assertThat(breaches()).singleElement().satisfies(breach -> {
            assertThat(breach.rule()).isEqualTo("S-01");
            assertThat(breach.dueAt()).isEqualTo(Shift.MORNING.plusSeconds(120));
        });
    }

    @Test
    void aWarningNamesWhoHoldsTheConversationNow() {
        ConversationId lin = shift.asks("林晓", "这件有货吗");
        shift.passes(ofSeconds(72));
        assertThat(open()).singleElement().satisfies(warning -> assertThat(warning.agent()).isNull());

        shift.give(lin, wang);

        assertThat(open()).singleElement().satisfies(
                warning -> assertThat(warning.agent().id()).isEqualTo(wang.id().value()));
    }

    @Test
    void everyNextAnswerHasAClockOfItsOwn() {
        ConversationId lin = shift.asks("林晓", "这件有货吗");
        shift.give(lin, wang);
        shift.passes(ofSeconds(30));
        shift.answers(wang, lin, "有的");
        shift.passes(ofSeconds(60));

        shift.asks("林晓", "那发货呢");

        ClockView next = of(lin);
        assertThat(next.kind()).isEqualTo(ClockKind.NEXT);
        assertThat(next.startedAt()).isEqualTo(Shift.MORNING.plusSeconds(90));
        assertThat(next.dueAt()).isEqualTo(Shift.MORNING.plusSeconds(210));
    }

    @Test
    void aCustomerWhoWaitsAlreadyGetsNoNewClock() {
        ConversationId lin = shift.asks("林晓", "在吗");
        shift.passes(ofSeconds(50));
        shift.asks("林晓", "有人吗");

        assertThat(of(lin).startedAt()).isEqualTo(Shift.MORNING);
        assertThat(of(lin).runSeconds()).isEqualTo(50);
    }

    // ---- S-05: pauses ----------------------------------------------------------------------------------------------

    @Test
    void theClockPausesWhileTheCustomerIsToSpeak() {
        ConversationId lin = shift.asks("林晓", "这件有货吗");
        shift.give(lin, wang);
        shift.passes(ofSeconds(20));
        shift.answers(wang, lin, "您要什么颜色?");

        shift.passes(ofMinutes(60));

        ClockView paused = of(lin);
        assertThat(paused.state()).isEqualTo(State.PAUSED);
        assertThat(paused.pausedBecause().zh()).contains("等待客户");
        assertThat(paused.runSeconds()).isEqualTo(20);
        assertThat(breaches()).isEmpty();
        assertThat(open()).isEmpty();
    }

    @Test
    void theClockStandsStillOutsideTheHoursAndOnHolidays() {
        open("09:00", "10:01", LocalDate.parse("2027-03-02"));

        ConversationId lin = shift.asks("林晓", "这件有货吗"); // at ten, a minute before closing

        assertThat(of(lin).dueAt())
                .as("a minute today, none on the holiday, a minute on Wednesday")
                .isEqualTo(Shift.MORNING.plus(ofMinutes(2 * 24 * 60 - 60)).plusSeconds(60));
        shift.passes(ofMinutes(30));
        assertThat(of(lin).state()).isEqualTo(State.PAUSED);
        assertThat(of(lin).pausedBecause().zh()).contains("非服务时间");
        assertThat(of(lin).runSeconds()).isEqualTo(60);
        assertThat(breaches()).isEmpty();

        shift.passes(ofMinutes(2 * 24 * 60 - 90).plusSeconds(60));
        assertThat(of(lin).state()).isEqualTo(State.BREACHED);
    }

    private void open(String from, String to, LocalDate holiday) {
        var calendar = hours.add(
                lead,
                new Hours(
                        "测试",
                        "Asia/Shanghai",
                        IntStream.rangeClosed(1, 7)
                                .mapToObj(day -> new WeekDay(day, List.of(new Period(from, to))))
                                .toList(),
                        List.of(new SpecialDay(holiday, "假日", List.of()))));
        hours.assign(lead, new Assignments(new CalendarId(calendar.id().value()), Map.of(), Map.of()));
    }

    // ---- S-02, S-03 ------------------------------------------------------------------------------------------------

    @Test
    void aPhoneIsPickedUpWithinFifteenSeconds() {
        ConversationId call = shift.asks("林晓", "来电", "phone");
        assertThat(of(call).kind()).isEqualTo(ClockKind.PICKUP);
        assertThat(of(call).standardSeconds()).isEqualTo(15);

        shift.passes(ofSeconds(15));
        assertThat(breaches()).singleElement().extracting(BreachView::rule).isEqualTo("S-02");
    }

    @Test
    void whoeverWalksIntoAStoreIsReceivedWithinThreeMinutes() {
        ConversationId walkIn = shift.asks("林晓", "想看沙发", "store");
        assertThat(of(walkIn).kind()).isEqualTo(ClockKind.STORE);
        assertThat(of(walkIn).standardSeconds()).isEqualTo(180);

        shift.passes(ofSeconds(179));
        shift.give(walkIn, wang);
        shift.passes(ofMinutes(10));

        assertThat(breaches()).as("received is kept, whether a word is written or not").isEmpty();
    }

    // ---- S-05: warnings, escalation, breaches ----------------------------------------------------------------------

    @Test
    void aBrokenPromiseIsToldHigherAndHigherUntilSomebodyTakesCareOfIt() {
        shift.asks("林晓", "这件有货吗");
        shift.passes(ofSeconds(120));
        assertThat(breachWarning().level()).isEqualTo(1);
        shift.passes(ofSeconds(60));
        assertThat(breachWarning().level()).isEqualTo(2);
        shift.passes(ofSeconds(120));
        assertThat(breachWarning().level()).isEqualTo(3);
    }

    @Test
    void whatIsTakenCareOfIsNotToldAnyHigher() {
        shift.asks("林晓", "这件有货吗");
        shift.passes(ofSeconds(120));
        warnings.handle(lead, breachWarning().id(), "我来联系");

        shift.passes(ofMinutes(10));

        assertThat(lists.warnings(lead, false, null, 50).items())
                .filteredOn(warning -> warning.kind() == WarningKind.BREACH)
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.level()).isEqualTo(1);
                    assertThat(warning.handledBy().name()).isEqualTo(lead.nickname());
                    assertThat(warning.note()).isEqualTo("我来联系");
                });
    }

    @Test
    void everyBreachSaysWhyWhoHeldItAndHowTheFloorStood() {
        ConversationId queued = shift.asks("林晓", "这件有货吗");
        ConversationId held = shift.asks("陈默", "发货了吗");
        shift.give(held, wang);

        shift.passes(ofSeconds(120));

        assertThat(breaches()).hasSize(2).anySatisfy(breach -> {
            assertThat(breach.conversation()).isEqualTo(queued.value());
            assertThat(breach.agent()).isNull();
            assertThat(breach.reason()).isEqualTo("nobody-there");
            assertThat(breach.queued()).isEqualTo(1);
        });
        assertThat(breaches()).anySatisfy(breach -> {
            assertThat(breach.conversation()).isEqualTo(held.value());
            assertThat(breach.agent().name()).isEqualTo(wang.nickname());
            assertThat(breach.reason()).isEqualTo("agent-late");
            assertThat(breach.load()).isEqualTo(1);
        });
    }

    @Test
    void whoAnswersInTimeHasNoBreachAndItsWarningSettlesItself() {
        ConversationId lin = shift.asks("林晓", "这件有货吗");
        shift.give(lin, wang);
        shift.passes(ofSeconds(80));
        assertThat(open()).hasSize(1);

        shift.answers(wang, lin, "有的");
        shift.passes(ofMinutes(10));

        assertThat(open()).isEmpty();
        assertThat(breaches()).isEmpty();
    }

    // ---- S-05: restarts and lost news ------------------------------------------------------------------------------

    @Test
    void whatRanWhileTheHouseWasClosedIsExactAfterwards() {
        ConversationId lin = shift.asks("林晓", "这件有货吗");

        shift.passesUnseen(ofMinutes(5)); // the process is gone; only the tables are left
        shift.passes(ofSeconds(0));

        assertThat(breaches()).singleElement().satisfies(breach -> {
            assertThat(breach.conversation()).isEqualTo(lin.value());
            assertThat(breach.dueAt()).isEqualTo(Shift.MORNING.plusSeconds(120));
        });
        assertThat(breachWarning().level()).isEqualTo(3);
    }

    @Test
    void anAnswerThatWasGivenInTimeIsNoBreachHoweverLateWeLook() {
        ConversationId lin = shift.asks("林晓", "这件有货吗");
        shift.give(lin, wang);
        shift.passesUnseen(ofSeconds(119));
        shift.answersUnseen(wang, lin, "有的");
        shift.passesUnseen(ofMinutes(30));

        clocks.ring();

        assertThat(breaches()).isEmpty();
        assertThat(of(lin).runSeconds()).isEqualTo(119);
    }

    @Test
    void anAnswerThatCameTooLateIsABreachAlthoughNobodyLookedMeanwhile() {
        ConversationId lin = shift.asks("林晓", "这件有货吗");
        shift.give(lin, wang);
        shift.passesUnseen(ofSeconds(121));
        shift.answers(wang, lin, "有的");

        assertThat(breaches()).singleElement().satisfies(breach -> {
            assertThat(breach.lateSeconds()).isEqualTo(1);
            assertThat(breach.agent().name()).isEqualTo(wang.nickname());
        });
    }

    @Test
    void nothingIsWrittenTwiceHoweverOftenWeLook() {
        shift.asks("林晓", "我要投诉");
        for (int again = 0; again < 3; again++) {
            shift.passes(ofMinutes(11));
            clocks.sweep();
            clocks.ring();
        }

        assertThat(breaches().stream().map(breach -> breach.rule()).sorted().toList())
                .containsExactly("S-01", "T-04", "T-05");
    }

    // ---- T-04, T-05 ------------------------------------------------------------------------------------------------

    @Test
    void whatIsUrgentRingsAgainAfterTenMinutesWithoutAnAnswer() {
        shift.asks("林晓", "我的包裹丢了");
        shift.passes(ofMinutes(10).minusSeconds(1));
        assertThat(open()).noneMatch(warning -> warning.kind() == WarningKind.URGENT_UNANSWERED);

        shift.passes(ofSeconds(1));
        assertThat(urgentWarning().rung()).isEqualTo(1);

        shift.passes(ofMinutes(10));
        assertThat(urgentWarning().rung()).isEqualTo(2);
        assertThat(urgentWarning().level()).isEqualTo(3);
    }

    @Test
    void whatIsUrgentAndAnsweredDoesNotRing() {
        ConversationId lin = shift.asks("林晓", "我的包裹丢了");
        shift.give(lin, wang);
        shift.passes(ofMinutes(9));
        shift.answers(wang, lin, "马上为您查");
        shift.passes(ofMinutes(30));

        assertThat(lists.warnings(lead, false, null, 50).items())
                .noneMatch(warning -> warning.kind() == WarningKind.URGENT_UNANSWERED);
    }

    @Test
    void aComplaintIsShownToSupervisorsAtOnceAndAnsweredWithinFifteenMinutes() {
        shift.asks("林晓", "我要投诉你们");

        assertThat(open()).extracting(WarningView::kind).containsExactly(WarningKind.COMPLAINT);

        shift.passes(ofMinutes(15));
        assertThat(breaches()).extracting(BreachView::rule).contains("T-05");
    }

    @Test
    void aComplaintInTheMiddleOfATalkIsShownToSupervisorsToo() {
        ConversationId lin = shift.asks("林晓", "这件有货吗");
        shift.give(lin, wang);
        shift.answers(wang, lin, "没有了");
        shift.asks("林晓", "太气人了,我要投诉");

        assertThat(open()).extracting(WarningView::kind).containsExactly(WarningKind.COMPLAINT);
    }

    // ---- Versions --------------------------------------------------------------------------------------------------

    @Test
    void aClockKeepsTheVersionOfTheStandardItStartedWith() {
        ConversationId lin = shift.asks("林晓", "这件有货吗");
        var now = standards.book().current();
        standards.change(
                lead,
                List.of(new Standard("*", ClockKind.FIRST, 30, 0.5, "S-01"), new Standard("*", ClockKind.NEXT, 60, 0.5, "S-01")),
                List.of(new Escalation(0, Receiver.ALL_LEADS)),
                now.windows());

        ConversationId chen = shift.asks("陈默", "发货了吗");

        assertThat(of(lin).standardSeconds()).isEqualTo(120);
        assertThat(of(chen).standardSeconds()).isEqualTo(30);
        assertThat(standards.book().versions()).hasSize(2);
        shift.passes(ofSeconds(30));
        assertThat(breachWarning().level()).as("the chain of its own version").isEqualTo(3);
    }

    // ---- Who sees what ---------------------------------------------------------------------------------------------

    @Test
    void anAgentSeesOnlyTheClocksAndWarningsOfWhatHeMayRead() {
        var group = shift.atDesk("孙燕", Role.AGENT);
        ConversationId lin = shift.asks("林晓", "这件有货吗");
        shift.give(lin, wang);
        shift.isIn(lin, new com.huixiang.staff.GroupId(java.util.UUID.randomUUID()));
        shift.passes(ofSeconds(120));

        assertThat(lists.clocks(wang, List.of(lin.value()))).hasSize(1);
        assertThat(lists.clocks(group, List.of(lin.value()))).isEmpty();
        assertThat(lists.warnings(wang, true, null, 50).items()).isNotEmpty();
        assertThat(lists.warnings(group, true, null, 50).items()).isEmpty();
        assertThat(lists.breaches(group, null, null, null, null, 50).items()).isEmpty();
    }

    // ----------------------------------------------------------------------------------------------------------------

    private ClockView of(ConversationId conversation) {
        return lists.clocks(lead, List.of(conversation.value())).stream()
                .filter(each -> each.kind().line() == ClockKind.Line.ANSWER)
                .findFirst()
                .orElseThrow();
    }

    private List<WarningView> open() {
        return lists.warnings(lead, true, null, 50).items();
    }

    private WarningView breachWarning() {
        return open().stream().filter(one -> one.kind() == WarningKind.BREACH).findFirst().orElseThrow();
    }

    private WarningView urgentWarning() {
        return open().stream().filter(one -> one.kind() == WarningKind.URGENT_UNANSWERED).findFirst().orElseThrow();
    }

    private List<BreachView> breaches() {
        return lists.breaches(lead, null, null, null, null, 50).items();
    }
}

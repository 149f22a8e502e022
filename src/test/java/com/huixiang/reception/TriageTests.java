package com.huixiang.reception;

import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Urgency;
import com.huixiang.customer.CustomerValue;
import com.huixiang.reception.Triage.Case;
import com.huixiang.reception.Triage.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** T-01, T-02, T-05. */
class TriageTests {

    private final Triage triage = new Triage(new Keywords(List.of(
            new Keyword("投诉", Urgency.URGENT, IssueType.COMPLAINT),
            new Keyword("12315", Urgency.URGENT, IssueType.COMPLAINT),
            new Keyword("不投诉", Urgency.NORMAL, null),
            new Keyword("没收到", Urgency.URGENT, IssueType.LOGISTICS),
            new Keyword("没收到验证码", Urgency.NORMAL, null),
            new Keyword("退货", Urgency.NORMAL, IssueType.RETURN),
            new Keyword("订单", Urgency.NORMAL, IssueType.ORDER),
            new Keyword("电子发票", Urgency.NORMAL, IssueType.INVOICE))));

    @Test
    void aComplaintWordMakesItUrgent() {
        assertThat(said("再不处理我就投诉你们")).isEqualTo(new Finding(Urgency.URGENT, IssueType.COMPLAINT));
    }

    @Test
    void orderTroubleIsUrgent() {
        assertThat(said("一个星期了还没收到")).isEqualTo(new Finding(Urgency.URGENT, IssueType.LOGISTICS));
    }

    @Test
    void aLongerWordIsAnExceptionToAShorterOne() {
        assertThat(said("我没收到验证码").urgency()).isEqualTo(Urgency.NORMAL);
        assertThat(said("我不投诉,就问问").urgency()).isEqualTo(Urgency.NORMAL);
        assertThat(said("没收到验证码,也没收到货").urgency()).isEqualTo(Urgency.URGENT);
    }

    @Test
    void fullWidthDigitsAreTheSameWord() {
        assertThat(said("我要打12315").urgency()).isEqualTo(Urgency.URGENT);
    }

    @Test
    void aHighLevelIsHighValueUntilAWordMakesItUrgent() {
        assertThat(triage.judge(new Case("在吗", CustomerValue.HIGH, IssueType.OTHER)).urgency())
                .isEqualTo(Urgency.HIGH_VALUE);
        assertThat(triage.judge(new Case("在吗", CustomerValue.VALUED, IssueType.OTHER)).urgency())
                .isEqualTo(Urgency.NORMAL);
        assertThat(triage.judge(new Case("我要投诉", CustomerValue.HIGH, IssueType.OTHER)).urgency())
                .isEqualTo(Urgency.URGENT);
    }

    /** T-02: an order that went wrong is urgent, unless he comes for something else. */
    @Test
    void whoeverHasAnOrderThatWentWrongIsUrgent() {
        assertThat(triage.judge(new Case("在吗", CustomerValue.ORDINARY, IssueType.OTHER, true)).urgency())
                .isEqualTo(Urgency.URGENT);
        assertThat(triage.judge(new Case("在吗", CustomerValue.ORDINARY, IssueType.LOGISTICS, true)).urgency())
                .isEqualTo(Urgency.URGENT);
        assertThat(triage.judge(new Case("在吗", CustomerValue.ORDINARY, IssueType.MEMBERSHIP, true)).urgency())
                .isEqualTo(Urgency.NORMAL);
    }

    @Test
    void theEntryTheCustomerChoseSaysWhatItIsAbout() {
        assertThat(triage.judge(new Case("我要退货", CustomerValue.ORDINARY, IssueType.LOGISTICS)).issue())
                .isEqualTo(IssueType.LOGISTICS);
    }

    @Test
    void withoutAnEntryTheMostTellingWordDoes() {
        assertThat(said("我要退货").issue()).isEqualTo(IssueType.RETURN);
        assertThat(said("订单号 123,想退货").issue()).isEqualTo(IssueType.RETURN);
        assertThat(said("退货的电子发票").issue()).isEqualTo(IssueType.INVOICE);
        assertThat(said("退货不给办,投诉").issue()).isEqualTo(IssueType.COMPLAINT);
        assertThat(said("你好").issue()).isEqualTo(IssueType.OTHER);
    }

    private Finding said(String text) {
        return triage.judge(new Case(text, CustomerValue.ORDINARY, IssueType.OTHER));
    }
}

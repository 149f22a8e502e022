package com.huixiang.routing;

import static com.huixiang.routing.RoutingFixtures.AFTER_SALE;
import static com.huixiang.routing.RoutingFixtures.COMPLAINTS;
import static com.huixiang.routing.RoutingFixtures.PRE_SALE;
import static com.huixiang.routing.RoutingFixtures.group;
import static com.huixiang.routing.RoutingFixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Urgency;
import com.huixiang.customer.CustomerValue;
import com.huixiang.routing.RoutingFixtures.WaitingBuilder;
import com.huixiang.routing.TargetByMatrix.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

/** T-03. */
class TargetByMatrixTests {

    @Test
    void theMostExactRowWins() {
        var matrix = new TargetByMatrix(
                List.of(
                        new MatrixRow(IssueType.RETURN, null, null, AFTER_SALE, 1),
                        new MatrixRow(IssueType.RETURN, Urgency.URGENT, null, COMPLAINTS, 4),
                        new MatrixRow(null, null, null, PRE_SALE, 1)),
                null);

        assertThat(target(matrix, waiting("lin").about(IssueType.RETURN))).isEqualTo(new Target(AFTER_SALE, 1));
        assertThat(target(matrix, waiting("lin").about(IssueType.RETURN).urgent()))
                .isEqualTo(new Target(COMPLAINTS, 4));
        assertThat(target(matrix, waiting("lin").about(IssueType.INVOICE))).isEqualTo(new Target(PRE_SALE, 1));
    }

    @Test
    void amongEquallyExactRowsIssueCountsMoreThanUrgencyAndUrgencyMoreThanValue() {
        var byIssue = new MatrixRow(IssueType.RETURN, null, null, AFTER_SALE, 1);
        var byUrgency = new MatrixRow(null, Urgency.URGENT, null, COMPLAINTS, 1);
        var byValue = new MatrixRow(null, null, CustomerValue.HIGH, group("vip"), 1);
        var lin = waiting("lin").about(IssueType.RETURN).urgent().from(CustomerValue.HIGH);

        assertThat(target(new TargetByMatrix(List.of(byValue, byUrgency, byIssue), null), lin).group())
                .isEqualTo(AFTER_SALE);
        assertThat(target(new TargetByMatrix(List.of(byValue, byUrgency), null), lin).group()).isEqualTo(COMPLAINTS);
    }

    @Test
    void whereNoRowFitsTheFallbackGroupAnswers() {
        var matrix = new TargetByMatrix(List.of(new MatrixRow(IssueType.RETURN, null, null, AFTER_SALE, 1)), PRE_SALE);

        assertThat(target(matrix, waiting("lin").about(IssueType.PAYMENT))).isEqualTo(new Target(PRE_SALE, 1));
    }

    @Test
    void withoutAnyGroupThereIsNoTarget() {
        assertThat(new TargetByMatrix(List.of(), null).targetOf(waiting("lin").build())).isEmpty();
    }

    @Test
    void whatAColleagueHasChosenStays() {
        var matrix = new TargetByMatrix(List.of(new MatrixRow(IssueType.RETURN, null, null, AFTER_SALE, 3)), PRE_SALE);

        assertThat(target(matrix, waiting("lin").about(IssueType.RETURN).sentByColleagueTo(COMPLAINTS)))
                .isEqualTo(new Target(COMPLAINTS, 1));
    }

    @Test
    void whatTheMatrixHasChosenFollowsTheMatrix() {
        var matrix = new TargetByMatrix(List.of(new MatrixRow(null, Urgency.URGENT, null, COMPLAINTS, 1)), PRE_SALE);

        assertThat(target(matrix, waiting("lin").inGroup(PRE_SALE).urgent()).group()).isEqualTo(COMPLAINTS);
    }

    private static Target target(TargetByMatrix matrix, WaitingBuilder one) {
        return matrix.targetOf(one.build()).orElseThrow();
    }
}

package com.huixiang.reception;

import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Urgency;
import com.huixiang.customer.CustomerValue;
import java.util.Comparator;
import java.util.List;

/**
 * How urgent it is and what it is about. Complaint and order-trouble words make it urgent (T-02, T-05), a customer of high
 * value makes it high-value. The entry the customer chose says what it is about (T-01); without one the words do, the most urgent
 * first, then the longest.
 */
record Triage(Keywords keywords) {

    /** What is known of a conversation that nobody has yet. */
    record Case(String said, CustomerValue value, IssueType chosen, boolean orderWentWrong) {

        Case(String said, CustomerValue value, IssueType chosen) {
            this(said, value, chosen, false);
        }
    }

    record Finding(Urgency urgency, IssueType issue) {}

    // Almost everybody mentions an order; what is said about it tells more.
    private static final Comparator<Keyword> MOST_TELLING = Comparator.comparing(Keyword::urgency)
            .thenComparing(keyword -> keyword.issue() != IssueType.ORDER)
            .thenComparing(keyword -> keyword.word().length());

    Finding judge(Case one) {
        List<Keyword> heard = keywords.in(one.said());
        Urgency byWords = urgencyOf(heard);
        IssueType issue = issueOf(one.chosen(), heard);
        Urgency byCustomer = one.value() == CustomerValue.HIGH ? Urgency.HIGH_VALUE : Urgency.NORMAL;
        Urgency byOrders = one.orderWentWrong() && mayBeAboutAnOrder(issue) ? Urgency.URGENT : byCustomer;
        return new Finding(byWords.isAbove(byOrders) ? byWords : byOrders, issue);
    }

    /** T-02: whoever chose or said something else does not ask about the order that went wrong. */
    private static boolean mayBeAboutAnOrder(IssueType issue) {
        return switch (issue) {
            case ORDER, PAYMENT, LOGISTICS, RETURN, REFUND, COMPLAINT, OTHER -> true;
            case PRE_SALE, INVOICE, MEMBERSHIP -> false;
        };
    }

    /** For a conversation that waits or is held already: only the words matter. */
    Urgency urgencyOf(String said) {
        return heardIn(said).urgency();
    }

    /** What the words alone say; {@code complaint} is T-05: words of complaint or anger. */
    record Heard(Urgency urgency, boolean complaint) {}

    Heard heardIn(String said) {
        List<Keyword> heard = keywords.in(said);
        return new Heard(
                urgencyOf(heard),
                heard.stream()
                        .anyMatch(keyword ->
                                keyword.issue() == IssueType.COMPLAINT && keyword.urgency() == Urgency.URGENT));
    }

    private static Urgency urgencyOf(List<Keyword> heard) {
        return heard.stream().map(Keyword::urgency).max(Comparator.naturalOrder()).orElse(Urgency.NORMAL);
    }

    private static IssueType issueOf(IssueType chosen, List<Keyword> heard) {
        if (chosen != IssueType.OTHER) {
            return chosen;
        }
        return heard.stream()
                .filter(keyword -> keyword.issue() != null)
                .max(MOST_TELLING)
                .map(Keyword::issue)
                .orElse(IssueType.OTHER);
    }
}

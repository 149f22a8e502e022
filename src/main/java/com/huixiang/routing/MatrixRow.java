package com.huixiang.routing;

import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Urgency;
import com.huixiang.customer.CustomerValue;
import com.huixiang.staff.GroupId;
import org.jspecify.annotations.Nullable;

/** One line of the matrix (T-03). An empty field means "any". */
record MatrixRow(
        @Nullable IssueType issue,
        @Nullable Urgency urgency,
        @Nullable CustomerValue value,
        GroupId group,
        int minLevel) {

    boolean fits(Waiting one) {
        return (issue == null || issue == one.issue())
                && (urgency == null || urgency == one.urgency())
                && (value == null || value == one.value());
    }

    /** The more fields are filled the more exact; among equally many, issue counts more than urgency, urgency more than value. */
    int exactness() {
        int issueBit = issue == null ? 0 : 4;
        int urgencyBit = urgency == null ? 0 : 2;
        int valueBit = value == null ? 0 : 1;
        int bits = issueBit | urgencyBit | valueBit;
        return 8 * Integer.bitCount(bits) + bits;
    }
}

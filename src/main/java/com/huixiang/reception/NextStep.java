package com.huixiang.reception;

import com.huixiang.conversation.IssueType;
import com.huixiang.conversation.Urgency;

/** What the front desk does about what a customer said. */
sealed interface NextStep {

    /** A human answers. */
    record AskForHuman(Urgency urgency, IssueType issue) implements NextStep {}

    /** Somebody has it or it waits for somebody; it only became more urgent. */
    record RaiseUrgency(Urgency urgency) implements NextStep {}

    /** Somebody has it or it waits for somebody; now he complains (T-05). */
    record HearComplaint() implements NextStep {}

    /** Nothing to add: push has already shown it to whoever has the conversation. */
    record KeepSilent() implements NextStep {}
}

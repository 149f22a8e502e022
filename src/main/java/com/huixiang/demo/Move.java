package com.huixiang.demo;

import com.huixiang.staff.StaffId;
import org.jspecify.annotations.Nullable;

/** What happens next in one played conversation. */
sealed interface Move {

    /** The customer says this line. */
    record Speak(int line) implements Move {}

    /** The customer is at his keyboard; {@code share} of the line is there to be seen. */
    record Type(int line, double share) implements Move {}

    /** The colleague writes to the customer first: the conversation begins in his hands. */
    record Begin(StaffId colleague) implements Move {}

    record Answer(StaffId colleague, int line) implements Move {}

    /** It had been taken from the colleague (he was away too long); he takes it back. */
    record TakeBack(StaffId colleague) implements Move {}

    /** Somebody else answers from now on; null: whoever has signed in. */
    record Follow(@Nullable StaffId colleague) implements Move {}

    /** Everything is said; the colleague ends it. */
    record Close(StaffId colleague) implements Move {}

    /** Nobody answers; the customer leaves his word and goes. */
    record LeaveWord() implements Move {}

    /** Everything is said and nobody ends it; the customer closes the window. */
    record GoAway() implements Move {}

    /** The conversation has ended. */
    record Bow() implements Move {}

    record Wait() implements Move {}
}

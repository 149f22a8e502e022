package com.huixiang.segment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A rule, which is a segment when it is shown as one. Small, because each customer's facts list those that hold for him. */
public record RuleId(@JsonValue int value) {

    static final String MARK = "segment.";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RuleId {}

    /** What is no number is the id of no rule. */
    public static RuleId from(String text) {
        try {
            return new RuleId(Integer.parseInt(text));
        } catch (NumberFormatException unknown) {
            throw SegmentProblem.notFound();
        }
    }

    /** As tags name the rule that gave them. */
    String mark() {
        return MARK + value;
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}

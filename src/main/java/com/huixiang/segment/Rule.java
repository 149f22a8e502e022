package com.huixiang.segment;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who belongs together (P-04): a condition over what is known of a customer. Those for whom it holds may get a tag.
 *
 * @param code of a rule that came with the house
 * @param written the condition as it was written
 * @param tag may contain one {fact}
 * @param members how many there are
 * @param judgedAt when everybody was last measured by it; null while that is still to be done
 */
public record Rule(
        RuleId id,
        @Nullable String code,
        Kind kind,
        Words name,
        Words hint,
        Condition condition,
        JsonNode written,
        @Nullable String tag,
        State state,
        int version,
        int members,
        @Nullable Instant judgedAt,
        Instant changedAt,
        By by) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /** Shown among the tag rules or among the segments. */
    public enum Kind {
        TAG,
        SEGMENT
    }

    /** A paused rule keeps the members it had. */
    public enum State {
        ACTIVE,
        PAUSED,
        REMOVED
    }

    /** Who changed it; no id: it came with the house. */
    public record By(@Nullable UUID id, String name) {}

    /** What the tag is called for this customer; null when the fact in it is not known. */
    @Nullable String tagFor(Known known) {
        if (tag == null) {
            return null;
        }
        Matcher place = PLACE.matcher(tag);
        if (!place.find()) {
            return tag;
        }
        Fact fact = Fact.of(place.group(1)).orElseThrow();
        String text = known.text(fact);
        if (text == null) {
            return null;
        }
        String name = tag.substring(0, place.start()) + text + tag.substring(place.end());
        return name.length() <= Segments.LONGEST_TAG ? name : name.substring(0, Segments.LONGEST_TAG);
    }

    /** The fact that the tag is to be filled with is one that has words. */
    static void checkTag(String tag) {
        Matcher place = PLACE.matcher(tag);
        while (place.find()) {
            String name = place.group(1);
            if (Fact.of(name).filter(fact -> fact.kind() == Fact.Kind.TEXT).isEmpty()) {
                throw SegmentProblem.badTag(name);
            }
        }
    }
}

package com.huixiang.crash;

import java.util.List;
import java.util.Map;

/**
 * What the record says after all blows.
 *
 * @param written lines that people wrote
 * @param acknowledged of these: the server said they are on the record
 * @param refused of these: the server said no, by code
 * @param unanswered of these: nobody ever said anything
 * @param lost acknowledged, but not on the record, or with another text or place
 * @param doubled on the record more than once
 * @param outOfOrder on the record before an earlier line of the same writer
 * @param holes conversations whose numbers are not 1, 2, 3 …
 * @param strange on the record, but written by nobody
 * @param wrongViews people whose screen does not show what the record says
 * @param ghosts agents whose load is not what the record says they hold
 * @param evidence the first few of each, in words
 */
public record Verdict(
        int written,
        int acknowledged,
        Map<String, Integer> refused,
        int unanswered,
        int lost,
        int doubled,
        int outOfOrder,
        int holes,
        int strange,
        int wrongViews,
        int ghosts,
        List<String> evidence) {

    public boolean isClean() {
        return unanswered + lost + doubled + outOfOrder + holes + strange + wrongViews + ghosts == 0;
    }
}

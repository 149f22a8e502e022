package com.huixiang.segment;

import com.huixiang.kernel.Problem;

/** All refusals of this module. */
public final class SegmentProblem extends Problem {

    private SegmentProblem(Kind kind, String code, String chinese, String english) {
        super(kind, code, chinese, english);
    }

    /** {@code path} leads to the place, as {@code $.all[1].value}. */
    static SegmentProblem badRule(String path, String chinese, String english) {
        return new SegmentProblem(
                Kind.INVALID, "segment.bad-rule", "规则有误(" + path + "):" + chinese + "。", "The rule is wrong at " + path + ": " + english + ".");
    }

    static SegmentProblem badName() {
        return new SegmentProblem(
                Kind.INVALID,
                "segment.bad-name",
                "名称要有 1 到 40 个字,标签要有 1 到 20 个字。",
                "A name has 1 to 40 characters, a tag 1 to 20.");
    }

    static SegmentProblem badTag(String name) {
        return new SegmentProblem(
                Kind.INVALID,
                "segment.bad-tag",
                "标签里的 {" + name + "} 不是文字指标。",
                "{" + name + "} in the tag is not a fact that has words.");
    }

    static SegmentProblem tagTaken(String rule) {
        return new SegmentProblem(
                Kind.CONFLICT, "segment.tag-taken", "规则「" + rule + "」已经在设置这个标签。", "The rule \"" + rule + "\" sets this tag already.");
    }

    static SegmentProblem circle() {
        return new SegmentProblem(
                Kind.INVALID,
                "segment.circle",
                "规则依赖的标签又依赖它自己设置的标签。",
                "This rule asks for a tag that depends on the tag it sets itself.");
    }

    static SegmentProblem notFound() {
        return new SegmentProblem(Kind.NOT_FOUND, "segment.not-found", "没有找到这个分群或规则。", "There is no such segment or rule.");
    }

    static SegmentProblem cameWithTheHouse() {
        return new SegmentProblem(
                Kind.CONFLICT,
                "segment.came-with-the-house",
                "内置规则不能删除,可以停用。",
                "This rule came with the house. It can be paused, not removed.");
    }

    static SegmentProblem changedMeanwhile() {
        return new SegmentProblem(
                Kind.CONFLICT,
                "segment.changed-meanwhile",
                "这条规则刚被别人改过,请刷新后再改。",
                "Somebody else has just changed this rule. Reload it and try again.");
    }

    static SegmentProblem badStandards() {
        return new SegmentProblem(
                Kind.INVALID,
                "segment.bad-standards",
                "标准不完整或超出范围:各档界限须递增,分数在 1 到 5 之间,三种策略都要有标题和服务要点。",
                "These standards are incomplete or out of range: bounds rise, points are 1 to 5, and each of the three "
                        + "strategies has a title and advice.");
    }

    static SegmentProblem badCursor() {
        return new SegmentProblem(
                Kind.INVALID, "segment.bad-cursor", "翻页位置无效,请从头查看。", "This page position is not valid. Start again.");
    }

    static SegmentProblem badCell() {
        return new SegmentProblem(Kind.INVALID, "segment.bad-cell", "RFM 单元要像 555 这样写。", "An RFM cell is written like 555.");
    }

    static SegmentProblem tooMany() {
        return new SegmentProblem(Kind.CONFLICT, "segment.too-many", "规则太多,最多 200 条。", "There are too many rules, at most 200.");
    }

    static SegmentProblem notYours() {
        return new SegmentProblem(
                Kind.FORBIDDEN,
                "segment.not-yours",
                "查看分群需要「管理全部」或「服务标准」权限。",
                "Segments are shown to whoever leads all or keeps the standards.");
    }
}

package com.huixiang.sla;

import com.huixiang.kernel.Problem;

/** All refusals of this module. */
public final class SlaProblem extends Problem {

    private SlaProblem(Kind kind, String code, String chinese, String english) {
        super(kind, code, chinese, english);
    }

    static SlaProblem badStandards() {
        return new SlaProblem(
                Kind.INVALID,
                "sla.bad-standards",
                "标准不完整或超出范围:秒数须大于 0,预警比例在 0.1 到 1 之间,统计时段以整点开始和结束,分钟在 1 到 10 之间。",
                "These standards are incomplete or out of range: seconds above 0, a warning at a share of 0.1 to 1, "
                        + "windows that begin and end with an hour, minutes from 1 to 10.");
    }

    static SlaProblem versionNotFound() {
        return new SlaProblem(
                Kind.NOT_FOUND, "sla.version-not-found", "没有这一版标准。", "There is no such version of the standards.");
    }

    static SlaProblem warningNotFound() {
        return new SlaProblem(
                Kind.NOT_FOUND, "sla.warning-not-found", "没有找到这条预警。", "There is no such warning.");
    }

    /** Of somebody else's group. */
    static SlaProblem notYours() {
        return new SlaProblem(
                Kind.FORBIDDEN,
                "sla.not-yours",
                "这不属于您负责的技能组或会话。",
                "This does not belong to your groups or conversations.");
    }

    public static SlaProblem badCursor() {
        return new SlaProblem(
                Kind.INVALID, "sla.bad-cursor", "翻页位置无效,请从头查看。", "This page position is not valid. Start again.");
    }

    public static SlaProblem tooMany() {
        return new SlaProblem(
                Kind.INVALID, "sla.too-many", "一次最多查询 200 个会话。", "Ask for at most 200 conversations at once.");
    }
}

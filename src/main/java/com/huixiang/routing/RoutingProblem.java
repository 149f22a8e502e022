package com.huixiang.routing;

import com.huixiang.kernel.Problem;

/** All refusals of this module. */
final class RoutingProblem extends Problem {

    private RoutingProblem(Kind kind, String code, String chinese, String english) {
        super(kind, code, chinese, english);
    }

    static RoutingProblem agentNotFound() {
        return new RoutingProblem(
                Kind.NOT_FOUND,
                "routing.agent-not-found",
                "没有找到这位客服,或其已停用。",
                "There is no such agent, or he does not work here any longer.");
    }

    static RoutingProblem groupNotFound() {
        return new RoutingProblem(
                Kind.NOT_FOUND,
                "routing.group-not-found",
                "规则中的技能组不存在,请刷新后重试。",
                "A line names a skill group that does not exist. Please reload and try again.");
    }

    static RoutingProblem sameCellTwice() {
        return new RoutingProblem(
                Kind.INVALID,
                "routing.same-cell-twice",
                "有两行的条件完全相同,请合并或删除其中一行。",
                "Two lines have the same conditions. Please keep one of them.");
    }

    static RoutingProblem unknownIssue() {
        return new RoutingProblem(
                Kind.INVALID, "routing.unknown-issue", "没有这种问题类型。", "There is no such issue type.");
    }

    static RoutingProblem deputyWithoutAgent() {
        return new RoutingProblem(
                Kind.INVALID,
                "routing.deputy-without-agent",
                "请先选择专属客服,再选择代理客服。",
                "Choose the dedicated agent before the deputy.");
    }

    static RoutingProblem deputyIsTheAgent() {
        return new RoutingProblem(
                Kind.INVALID,
                "routing.deputy-is-the-agent",
                "代理客服不能是专属客服本人。",
                "The deputy must be somebody other than the dedicated agent.");
    }
}

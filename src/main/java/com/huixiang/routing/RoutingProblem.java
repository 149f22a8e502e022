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

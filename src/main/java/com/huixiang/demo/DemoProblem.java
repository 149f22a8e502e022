package com.huixiang.demo;

import com.huixiang.kernel.Problem;

/** All refusals of the demo. */
public final class DemoProblem extends Problem {

    private DemoProblem(Kind kind, String code, String chinese, String english) {
        super(kind, code, chinese, english);
    }

    static DemoProblem unknownMember() {
        return new DemoProblem(
                Kind.NOT_FOUND, "demo.unknown-member", "演示商城里没有这位会员。", "The demo shop has no such member.");
    }

    static DemoProblem storyRemoved() {
        return new DemoProblem(
                Kind.NOT_FOUND, "demo.removed", "演示数据已经移除。", "The demo story has been removed.");
    }
}

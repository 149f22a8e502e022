package com.huixiang.segment.worth;

import com.huixiang.kernel.Problem;

/** All refusals about worth. */
public final class WorthProblem extends Problem {

    private WorthProblem(Kind kind, String code, String chinese, String english) {
        super(kind, code, chinese, english);
    }

    static WorthProblem badStandard() {
        return new WorthProblem(
                Kind.INVALID,
                "worth.bad-standard",
                "标准超出范围:预测 30–1825 天,折现率与概率在 0 到 1 之间,高风险界限须低于低风险界限。",
                "Out of range: 30 to 1825 days ahead, rates and chances from 0 to 1, and the limit of high risk below that of "
                        + "low risk.");
    }
}

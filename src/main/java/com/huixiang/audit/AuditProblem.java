package com.huixiang.audit;

import com.huixiang.kernel.Problem;

/** All refusals of this module. */
public final class AuditProblem extends Problem {

    private AuditProblem(Kind kind, String code, String chinese, String english) {
        super(kind, code, chinese, english);
    }

    public static AuditProblem notAllowed() {
        return new AuditProblem(
                Kind.FORBIDDEN,
                "audit.not-allowed",
                "您没有查看或导出操作日志的权限。",
                "Your role does not allow you to see or export the audit trail.");
    }
}

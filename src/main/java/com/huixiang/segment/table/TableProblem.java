package com.huixiang.segment.table;

import com.huixiang.kernel.Problem;

/** All refusals of the customer table. */
public final class TableProblem extends Problem {

    private TableProblem(Kind kind, String code, String chinese, String english) {
        super(kind, code, chinese, english);
    }

    static TableProblem notUnderstood() {
        return new TableProblem(
                Kind.INVALID, "customer.table.not-understood", "筛选条件无法识别。", "This filter cannot be understood.");
    }

    static TableProblem badCursor() {
        return new TableProblem(
                Kind.INVALID, "customer.table.bad-cursor", "页码无法识别，请从第一页重新开始。", "This page cannot be found; begin at the first one.");
    }

    static TableProblem viewNotFound() {
        return new TableProblem(Kind.NOT_FOUND, "customer.view.not-found", "没有这个视图。", "This view does not exist.");
    }

    static TableProblem viewInvalid() {
        return new TableProblem(
                Kind.INVALID,
                "customer.view.invalid",
                "视图需要名称（最多 30 个字），名称不能重复。",
                "A view needs a name of its own, at most 30 characters long.");
    }

    static TableProblem tooManyViews() {
        return new TableProblem(
                Kind.CONFLICT, "customer.view.too-many", "最多可以保存 30 个视图。", "At most 30 views can be kept.");
    }
}

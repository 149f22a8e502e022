package com.huixiang.task;

import com.huixiang.kernel.Problem;

/** All refusals of this module. */
public final class TaskProblem extends Problem {

    private TaskProblem(Kind kind, String code, String chinese, String english) {
        super(kind, code, chinese, english);
    }

    static TaskProblem notFound() {
        return new TaskProblem(Kind.NOT_FOUND, "task.not-found", "没有找到这个任务。", "This task does not exist.");
    }

    static TaskProblem notYours() {
        return new TaskProblem(
                Kind.FORBIDDEN,
                "task.not-yours",
                "这个任务不由您或您的组负责。",
                "This task belongs neither to you nor to a group of yours.");
    }

    static TaskProblem alreadyDone() {
        return new TaskProblem(Kind.CONFLICT, "task.already-done", "这个任务已经完成。", "This task is done already.");
    }

    static TaskProblem badStandard() {
        return new TaskProblem(
                Kind.INVALID,
                "task.bad-standard",
                "时限为 1 分钟到 7 天,提醒要早于到期。",
                "The time is between one minute and seven days, and the reminder comes before its end.");
    }

    static TaskProblem badTime() {
        return new TaskProblem(
                Kind.INVALID,
                "task.bad-time",
                "请选择现在以后、7 天以内的时间。",
                "Please choose a time from now on, within seven days.");
    }

    public static TaskProblem badCursor() {
        return new TaskProblem(
                Kind.INVALID, "task.bad-cursor", "翻页位置无效,请重新打开列表。", "The page cursor is not valid. Please reload the list.");
    }

    static TaskProblem contactNotYours() {
        return new TaskProblem(
                Kind.FORBIDDEN,
                "task.contact-not-yours",
                "您没有查看完整联系方式的权限。",
                "Your role does not show whole contact details.");
    }

    static TaskProblem noContact() {
        return new TaskProblem(
                Kind.NOT_FOUND, "task.no-contact", "客户没有留下联系方式。", "The customer left no contact details.");
    }
}

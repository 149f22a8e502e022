package com.huixiang.staff;

import com.huixiang.kernel.Problem;
import java.time.Duration;

/** All refusals of this module. */
public final class StaffProblem extends Problem {

    private StaffProblem(Kind kind, String code, String chinese, String english) {
        super(kind, code, chinese, english);
    }

    public static StaffProblem notSignedIn() {
        return new StaffProblem(
                Kind.UNKNOWN_CALLER, "staff.not-signed-in", "请先登录。", "Please sign in first.");
    }

    /** The same for an unknown login and for a wrong password, so that nobody learns which logins exist. */
    static StaffProblem wrongLogin() {
        return new StaffProblem(
                Kind.UNKNOWN_CALLER,
                "staff.wrong-login",
                "账号或密码不正确,请检查后重试。",
                "The login or the password is wrong. Please check both and try again.");
    }

    static StaffProblem lockedOut(Duration wait) {
        long minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
        return new StaffProblem(
                Kind.TOO_MANY,
                "staff.locked-out",
                "密码多次输入错误,请在 " + minutes + " 分钟后再试。",
                "Too many wrong passwords. Please try again in " + minutes + " min.");
    }

    public static StaffProblem notAllowed() {
        return new StaffProblem(
                Kind.FORBIDDEN,
                "staff.not-allowed",
                "您没有权限执行此操作,如有需要请联系主管。",
                "Your role does not allow this. Please ask a supervisor.");
    }

    /** The page's CSRF token is missing or old. */
    public static StaffProblem staleToken() {
        return new StaffProblem(
                Kind.FORBIDDEN,
                "staff.stale-token",
                "页面已过期,请刷新后重试。",
                "This page is out of date. Please reload it and try again.");
    }

    static StaffProblem memberNotFound() {
        return new StaffProblem(
                Kind.NOT_FOUND, "staff.member-not-found", "没有找到这位同事。", "There is no such colleague.");
    }

    static StaffProblem groupNotFound() {
        return new StaffProblem(
                Kind.NOT_FOUND, "staff.group-not-found", "没有找到这个技能组。", "There is no such skill group.");
    }

    static StaffProblem storeNotFound() {
        return new StaffProblem(Kind.NOT_FOUND, "staff.store-not-found", "没有找到这家门店。", "There is no such store.");
    }

    static StaffProblem loginTaken(String login) {
        return new StaffProblem(
                Kind.CONFLICT,
                "staff.login-taken",
                "账号“" + login + "”已被使用,请换一个。",
                "The login \"" + login + "\" is already in use. Please choose another one.");
    }

    static StaffProblem passwordTooWeak() {
        return new StaffProblem(
                Kind.INVALID,
                "staff.password-too-weak",
                "密码至少 8 位,且不能太长(最多 72 个英文字符)。",
                "A password has 8 to 72 characters.");
    }

    static StaffProblem breakNeedsReason() {
        return new StaffProblem(
                Kind.INVALID,
                "staff.break-needs-reason",
                "小休请从列表中选择一个原因。",
                "A break needs one of the listed reasons.");
    }

    static StaffProblem scriptNotFound() {
        return new StaffProblem(
                Kind.NOT_FOUND, "staff.script-not-found", "没有找到这条话术。", "There is no such script.");
    }

    static StaffProblem scriptNotYours() {
        return new StaffProblem(
                Kind.FORBIDDEN,
                "staff.script-not-yours",
                "公共话术由主管或训练师维护,您可以另存为个人话术。",
                "Shared scripts are kept by supervisors and trainers. You may keep a personal copy.");
    }

    static StaffProblem calendarNotFound() {
        return new StaffProblem(
                Kind.NOT_FOUND, "staff.calendar-not-found", "没有找到这个服务日历。", "There is no such calendar.");
    }

    static StaffProblem calendarNameTaken(String name) {
        return new StaffProblem(
                Kind.CONFLICT,
                "staff.calendar-name-taken",
                "已有名为“" + name + "”的服务日历。",
                "There is already a calendar called \"" + name + "\".");
    }

    static StaffProblem calendarInUse() {
        return new StaffProblem(
                Kind.CONFLICT,
                "staff.calendar-in-use",
                "该日历正在使用,请先为使用它的技能组或门店换一个日历。",
                "This calendar is in use. Give the groups and stores that keep it another one first.");
    }

    static StaffProblem badHours() {
        return new StaffProblem(
                Kind.INVALID,
                "staff.bad-hours",
                "服务时间格式不正确:时间写作 09:00,结束可为 24:00,星期为 1 到 7。",
                "These hours cannot be read: times look like 09:00, a day may end at 24:00, week days are 1 to 7.");
    }
}

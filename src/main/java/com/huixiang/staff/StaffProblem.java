package com.huixiang.staff;

import com.huixiang.kernel.Problem;
import java.time.Duration;

/** All refusals of this module. */
public final class StaffProblem extends Problem {

    private StaffProblem(Kind kind, String code, String chinese, String english) {
        super(kind, code, chinese, english);
    }

    private StaffProblem(Kind kind, String code, String chinese, String english, Duration wait) {
        super(kind, code, chinese, english, wait);
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
                "Too many wrong passwords. Please try again in " + minutes + " min.",
                wait);
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

    static StaffProblem passwordTooWeak(int shortest) {
        return new StaffProblem(
                Kind.INVALID,
                "staff.password-too-weak",
                "密码至少 " + shortest + " 位,且不能太长(最多 72 个英文字符)。",
                "A password has " + shortest + " to 72 characters.");
    }

    static StaffProblem passwordTooCommon() {
        return new StaffProblem(
                Kind.INVALID,
                "staff.password-too-common",
                "这个密码太常见,容易被猜到,请换一个。",
                "This password is among the first that anybody tries. Please choose another one.");
    }

    static StaffProblem passwordNamesYou() {
        return new StaffProblem(
                Kind.INVALID,
                "staff.password-names-you",
                "密码不能包含账号,请换一个。",
                "A password must not contain the login. Please choose another one.");
    }

    /** The password was right. */
    static StaffProblem codeNeeded() {
        return new StaffProblem(
                Kind.UNKNOWN_CALLER,
                "staff.code-needed",
                "请输入验证器中的 6 位动态码,或一个恢复码。",
                "Please enter the six digits of your authenticator app, or a recovery code.");
    }

    static StaffProblem wrongCode() {
        return new StaffProblem(
                Kind.UNKNOWN_CALLER,
                "staff.wrong-code",
                "动态码不正确或已使用过,请输入最新的动态码。",
                "The code is wrong or was used before. Please enter the newest one.");
    }

    /** Somebody who is signed in tries to turn it on. */
    static StaffProblem codeDoesNotFit() {
        return new StaffProblem(
                Kind.INVALID,
                "staff.code-does-not-fit",
                "动态码不正确,请确认手机时间准确后重试。",
                "The code does not fit. Please check the time of your telephone and try again.");
    }

    static StaffProblem secondFactorIsOn() {
        return new StaffProblem(
                Kind.CONFLICT,
                "staff.two-factor-on",
                "两步验证已开启,请先关闭再重新设置。",
                "Two-factor sign-in is on already. Turn it off before setting it up again.");
    }

    static StaffProblem ownRole() {
        return new StaffProblem(
                Kind.CONFLICT,
                "staff.own-role",
                "不能更改自己的角色,请由其他管理员操作。",
                "You cannot change your own role. Please ask another administrator.");
    }

    static StaffProblem ownAccount() {
        return new StaffProblem(
                Kind.CONFLICT,
                "staff.own-account",
                "不能停用自己的账号,请由其他管理员操作。",
                "You cannot deactivate your own account. Please ask another administrator.");
    }

    static StaffProblem lastKeeper() {
        return new StaffProblem(
                Kind.CONFLICT,
                "staff.last-administrator",
                "至少要有一位在用的成员能管理人员,无法执行此操作。",
                "Somebody active must be able to manage members; this would leave nobody.");
    }

    static StaffProblem moreThanYours() {
        return new StaffProblem(
                Kind.FORBIDDEN,
                "staff.more-than-yours",
                "该角色的权限超出您自己的权限,无法操作。",
                "That role allows more than yours does, so you cannot give or change it.");
    }

    static StaffProblem roleNotFound() {
        return new StaffProblem(Kind.NOT_FOUND, "staff.role-not-found", "没有找到这个角色。", "There is no such role.");
    }

    static StaffProblem roleTaken(String name) {
        return new StaffProblem(
                Kind.CONFLICT,
                "staff.role-taken",
                "角色名称“" + name + "”或其编码已被使用,请换一个。",
                "A role \"" + name + "\" or its code exists already. Please choose another one.");
    }

    static StaffProblem roleCodeInvalid() {
        return new StaffProblem(
                Kind.INVALID,
                "staff.role-code-invalid",
                "角色编码只能用小写字母、数字和连字符,并以字母开头。",
                "A role's code has small letters, digits and hyphens and begins with a letter.");
    }

    static StaffProblem roleBuiltIn() {
        return new StaffProblem(
                Kind.CONFLICT, "staff.role-built-in", "内置角色不能删除。", "A built-in role cannot be removed.");
    }

    static StaffProblem adminRoleFixed() {
        return new StaffProblem(
                Kind.CONFLICT,
                "staff.administrator-role-fixed",
                "管理员角色始终拥有全部权限,不能更改。",
                "The administrator's role always allows everything; that cannot be changed.");
    }

    static StaffProblem roleInUse() {
        return new StaffProblem(
                Kind.CONFLICT,
                "staff.role-in-use",
                "还有成员使用这个角色,请先为他们更换角色。",
                "Some members have this role. Give them another one first.");
    }

    static StaffProblem groupTaken(String name) {
        return new StaffProblem(
                Kind.CONFLICT,
                "staff.group-taken",
                "技能组“" + name + "”已存在,请换一个名称。",
                "A skill group \"" + name + "\" exists already. Please choose another name.");
    }

    static StaffProblem groupHelpsItself() {
        return new StaffProblem(
                Kind.INVALID,
                "staff.group-helps-itself",
                "溢出组不能是技能组自己。",
                "A group cannot be its own overflow group.");
    }

    static StaffProblem groupInUse() {
        return new StaffProblem(
                Kind.CONFLICT,
                "staff.group-in-use",
                "技能组仍有成员、会话、溢出关系或分配规则在使用,不能删除。",
                "Members, conversations, another group or a routing rule still use this group.");
    }

    static StaffProblem storeTaken(String code) {
        return new StaffProblem(
                Kind.CONFLICT,
                "staff.store-taken",
                "门店编码“" + code + "”已被使用,请换一个。",
                "The store code \"" + code + "\" is in use. Please choose another one.");
    }

    static StaffProblem storeInUse() {
        return new StaffProblem(
                Kind.CONFLICT,
                "staff.store-in-use",
                "门店仍有成员或会话,不能删除。",
                "Members or conversations still belong to this store.");
    }

    public static StaffProblem notSetUp() {
        return new StaffProblem(
                Kind.UNAVAILABLE,
                "staff.not-set-up",
                "系统尚未完成初始设置,请先创建管理员账号。",
                "This installation is not set up yet. Create the owner's account first.");
    }

    static StaffProblem setUpAlready() {
        return new StaffProblem(
                Kind.CONFLICT,
                "staff.set-up-already",
                "系统已完成初始设置,请直接登录。",
                "This installation is set up already. Please sign in.");
    }

    static StaffProblem wrongSetUpCode() {
        return new StaffProblem(
                Kind.FORBIDDEN,
                "staff.wrong-set-up-code",
                "设置码不正确。设置码在启动时显示,也保存在数据目录的 setup-code.txt 中。",
                "The set-up code is wrong. It was shown at the start and lies in setup-code.txt in the data folder.");
    }

    public static StaffProblem tooManyTries(Duration wait) {
        return new StaffProblem(
                Kind.TOO_MANY,
                "staff.too-many-tries",
                "登录尝试过于频繁,请稍后再试。",
                "Too many attempts to sign in from here. Please try again shortly.",
                wait);
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

    static StaffProblem scriptMalformed() {
        return new StaffProblem(
                Kind.INVALID,
                "staff.script-malformed",
                "图片或卡片话术的内容不完整,请重新选择图片或填写卡片。",
                "The content of a picture or card script is incomplete. Please choose the picture or fill in the card again.");
    }

    static StaffProblem tooManyScripts(int most) {
        return new StaffProblem(
                Kind.TOO_LARGE,
                "staff.too-many-scripts",
                "一次最多导入 " + most + " 条话术。",
                "At most " + most + " scripts can be imported at once.");
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

package com.huixiang.store;

import com.huixiang.kernel.Problem;

/** All refusals of the store terminal. */
public final class StoreProblem extends Problem {

    private StoreProblem(Kind kind, String code, String chinese, String english) {
        super(kind, code, chinese, english);
    }

    static StoreProblem notYourStore() {
        return new StoreProblem(
                Kind.FORBIDDEN, "store.not-yours", "您不在这家门店,不能执行此操作。", "You do not work in this store.");
    }

    static StoreProblem unknownStore() {
        return new StoreProblem(Kind.NOT_FOUND, "store.not-found", "没有找到这家门店。", "This store does not exist.");
    }

    static StoreProblem unknownTerminal() {
        return new StoreProblem(
                Kind.UNKNOWN_CALLER,
                "store.unknown-terminal",
                "登记屏的链接已失效,请店员重新打开。",
                "The link of this terminal is not valid any more. Please ask the staff to open it again.");
    }

    static StoreProblem whoAreYou() {
        return new StoreProblem(
                Kind.INVALID,
                "store.who-is-it",
                "请填写称呼、手机号或会员号。",
                "Please give a name, a telephone number or a member number.");
    }
}

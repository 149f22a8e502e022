package com.huixiang.customer;

import com.huixiang.kernel.Problem;

/** All refusals of this module. */
public final class CustomerProblem extends Problem {

    private CustomerProblem(Kind kind, String code, String chinese, String english) {
        super(kind, code, chinese, english);
    }

    public static CustomerProblem notFound() {
        return new CustomerProblem(
                Kind.NOT_FOUND, "customer.not-found", "没有找到这位客户。", "There is no such customer.");
    }

    static CustomerProblem identityInvalid() {
        return new CustomerProblem(
                Kind.INVALID,
                "customer.identity-invalid",
                "客户标识不能为空,且不超过 200 个字符。",
                "A customer's identity has 1 to 200 characters.");
    }

    static CustomerProblem phoneInvalid() {
        return new CustomerProblem(
                Kind.INVALID,
                "customer.phone-invalid",
                "电话号码格式不正确。",
                "This is not a telephone number.");
    }

    static CustomerProblem emailInvalid() {
        return new CustomerProblem(
                Kind.INVALID, "customer.email-invalid", "邮箱格式不正确。", "This is not an e-mail address.");
    }

    static CustomerProblem nameInvalid() {
        return new CustomerProblem(
                Kind.INVALID,
                "customer.name-invalid",
                "客户姓名不能为空,且不超过 60 个字符。",
                "A customer's name has 1 to 60 characters.");
    }

    static CustomerProblem tagInvalid() {
        return new CustomerProblem(
                Kind.INVALID,
                "customer.tag-invalid",
                "标签不能为空,且不超过 20 个字符。",
                "A tag has 1 to 20 characters.");
    }

    static CustomerProblem noteInvalid() {
        return new CustomerProblem(
                Kind.INVALID,
                "customer.note-invalid",
                "备注不能为空,且不超过 2000 个字符。",
                "A note has 1 to 2000 characters.");
    }

    static CustomerProblem noteNotFound() {
        return new CustomerProblem(
                Kind.NOT_FOUND, "customer.note-not-found", "没有找到这条备注。", "There is no such note.");
    }

    static CustomerProblem noteNotYours() {
        return new CustomerProblem(
                Kind.FORBIDDEN,
                "customer.note-not-yours",
                "只能删除自己写的备注。",
                "You may remove only notes of your own.");
    }

    static CustomerProblem levelNotYours() {
        return new CustomerProblem(
                Kind.FORBIDDEN,
                "customer.level-needs-supervisor",
                "只有主管可以修改会员等级。",
                "Only a supervisor may change the member level.");
    }
}

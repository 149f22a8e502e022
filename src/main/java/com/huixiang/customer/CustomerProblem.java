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

    static CustomerProblem sameFile() {
        return new CustomerProblem(
                Kind.CONFLICT, "customer.same-file", "这两份档案已经是同一位客户。", "These two are one customer already.");
    }

    static CustomerProblem mergeNotYours() {
        return new CustomerProblem(
                Kind.FORBIDDEN,
                "customer.merge-not-yours",
                "您没有合并客户档案的权限。",
                "Your role does not allow you to merge customers.");
    }

    static CustomerProblem reasonMissing() {
        return new CustomerProblem(
                Kind.INVALID,
                "customer.reason-missing",
                "请填写原因（不超过 200 个字符）。",
                "Please give a reason of 1 to 200 characters.");
    }

    static CustomerProblem mergeNotFound() {
        return new CustomerProblem(
                Kind.NOT_FOUND, "customer.merge-not-found", "没有找到这次合并。", "There is no such merge.");
    }

    static CustomerProblem partedAlready() {
        return new CustomerProblem(
                Kind.CONFLICT, "customer.parted-already", "这次合并已经撤销。", "This merge has been undone already.");
    }

    static CustomerProblem laterMergeStands() {
        return new CustomerProblem(
                Kind.CONFLICT,
                "customer.later-merge-stands",
                "之后又有合并，请先撤销较晚的那一次。",
                "A later merge stands on this one. Please undo the later one first.");
    }

    static CustomerProblem contactNotYours() {
        return new CustomerProblem(
                Kind.FORBIDDEN,
                "customer.contact-not-yours",
                "您不能查看这位客户的完整联系方式。",
                "You may not see the whole contact details of this customer.");
    }

    static CustomerProblem contactMissing() {
        return new CustomerProblem(
                Kind.NOT_FOUND, "customer.contact-missing", "没有登记这项联系方式。", "This contact detail is not known.");
    }
}

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

    static CustomerProblem fieldNotFound() {
        return new CustomerProblem(
                Kind.NOT_FOUND, "customer.field-not-found", "没有这个档案字段。", "There is no such field.");
    }

    static CustomerProblem valueInvalid(String chinese, String english) {
        return new CustomerProblem(
                Kind.INVALID,
                "customer.value-invalid",
                "「" + chinese + "」的内容不正确。",
                "The value of “" + english + "” makes no sense.");
    }

    static CustomerProblem fieldInvalid() {
        return new CustomerProblem(
                Kind.INVALID,
                "customer.field-invalid",
                "字段需要小写字母的代码、中英文名称，选择字段还需要选项。",
                "A field has a code in small letters and a name in both languages; a choice has choices besides.");
    }

    static CustomerProblem fieldTaken() {
        return new CustomerProblem(
                Kind.CONFLICT, "customer.field-taken", "已有使用这个代码的字段。", "There is a field with this code already.");
    }

    static CustomerProblem fieldTypeStays() {
        return new CustomerProblem(
                Kind.CONFLICT,
                "customer.field-type-stays",
                "字段的类型不能改变，请新建一个字段。",
                "What kind of value a field takes cannot change. Please add another field.");
    }

    static CustomerProblem tooManyFields() {
        return new CustomerProblem(
                Kind.CONFLICT, "customer.too-many-fields", "自定义字段最多 100 个。", "There may be 100 own fields.");
    }

    static CustomerProblem settingsNotYours() {
        return new CustomerProblem(
                Kind.FORBIDDEN,
                "customer.settings-not-allowed",
                "您没有修改档案设置的权限。",
                "Your role does not allow you to change the settings of files.");
    }

    static CustomerProblem contactPersonInvalid() {
        return new CustomerProblem(
                Kind.INVALID,
                "customer.contact-person-invalid",
                "联系人需要姓名，电话和邮箱格式要正确。",
                "A contact person has a name, and a telephone number and address that make sense.");
    }

    static CustomerProblem contactPersonNotFound() {
        return new CustomerProblem(
                Kind.NOT_FOUND, "customer.contact-person-not-found", "没有找到这位联系人。", "There is no such contact person.");
    }

    static CustomerProblem conflictNotFound() {
        return new CustomerProblem(
                Kind.NOT_FOUND, "customer.conflict-not-found", "没有这个冲突，或已经解决。", "There is no such conflict any more.");
    }

    static CustomerProblem badCursor() {
        return new CustomerProblem(
                Kind.INVALID, "customer.bad-cursor", "分页位置无效,请从头开始。", "This cursor is not valid. Please start again.");
    }

    static CustomerProblem purposeNotFound() {
        return new CustomerProblem(
                Kind.NOT_FOUND, "customer.purpose-not-found", "没有这个用途。", "There is no such purpose.");
    }

    static CustomerProblem purposeInvalid() {
        return new CustomerProblem(
                Kind.INVALID,
                "customer.purpose-invalid",
                "用途需要小写字母的代码，以及中英文的名称和说明。",
                "A purpose has a code in small letters, and a name and a text in both languages.");
    }

    static CustomerProblem retentionInvalid() {
        return new CustomerProblem(
                Kind.INVALID,
                "customer.retention-invalid",
                "保留天数为 1 到 36500，留空表示一直保留。",
                "Data is kept for 1 to 36500 days; nothing means for ever.");
    }

    static CustomerProblem archiveNotYours() {
        return new CustomerProblem(
                Kind.FORBIDDEN,
                "customer.archive-not-allowed",
                "您没有导出客户资料的权限。",
                "Your role does not allow you to take a file out of the house.");
    }

    static CustomerProblem erasureNotYours() {
        return new CustomerProblem(
                Kind.FORBIDDEN,
                "customer.erasure-not-allowed",
                "只有主管可以删除客户资料。",
                "Only a lead may erase a customer.");
    }

    static CustomerProblem nameDiffers() {
        return new CustomerProblem(
                Kind.INVALID,
                "customer.name-differs",
                "请输入这位客户的姓名以确认。",
                "Please type the name of this customer to confirm.");
    }

    static CustomerProblem erasedAlready() {
        return new CustomerProblem(
                Kind.CONFLICT, "customer.erased-already", "这位客户的资料已经删除。", "This customer has been erased already.");
    }

    static CustomerProblem hindered(String chinese, String english) {
        return new CustomerProblem(Kind.CONFLICT, "customer.erasure-hindered", chinese, english);
    }
}

package com.huixiang.conversation;

/** What the customer comes about (T-01). */
public enum IssueType {
    PRE_SALE("pre-sale", "售前咨询"),
    ORDER("order", "订单"),
    PAYMENT("payment", "支付"),
    LOGISTICS("logistics", "物流"),
    RETURN("return", "退换货"),
    REFUND("refund", "退款"),
    COMPLAINT("complaint", "投诉"),
    INVOICE("invoice", "发票"),
    MEMBERSHIP("membership", "会员"),
    OTHER("other", "其他");

    private final String code;
    private final String chinese;

    IssueType(String code, String chinese) {
        this.code = code;
        this.chinese = chinese;
    }

    /** The spelling on the wire and in the database. */
    public String code() {
        return code;
    }

    public String chinese() {
        return chinese;
    }

    /** Unknown codes are {@link #OTHER}: an entry menu may be newer than this list. */
    public static IssueType of(String code) {
        for (IssueType issue : values()) {
            if (issue.code.equals(code)) {
                return issue;
            }
        }
        return OTHER;
    }
}

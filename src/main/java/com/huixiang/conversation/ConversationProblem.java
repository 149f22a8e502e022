package com.huixiang.conversation;

import com.huixiang.kernel.Problem;

/** All refusals of the record. */
public final class ConversationProblem extends Problem {

    private ConversationProblem(Kind kind, String code, String chinese, String english) {
        super(kind, code, chinese, english);
    }

    public static ConversationProblem notFound() {
        return new ConversationProblem(
                Kind.NOT_FOUND, "conversation.not-found", "没有找到这个会话。", "This conversation does not exist.");
    }

    public static ConversationProblem closed() {
        return new ConversationProblem(
                Kind.CONFLICT,
                "conversation.closed",
                "会话已经结束,不能再发送消息。",
                "The conversation is closed; nothing can be added to it.");
    }

    public static ConversationProblem notYours() {
        return new ConversationProblem(
                Kind.FORBIDDEN,
                "conversation.not-yours",
                "您没有接待这个会话,不能执行此操作。",
                "You do not hold this conversation, so you cannot do this.");
    }

    static ConversationProblem notWaiting() {
        return new ConversationProblem(
                Kind.CONFLICT,
                "conversation.not-waiting",
                "这个会话已经有同事接待了。",
                "A colleague already has this conversation.");
    }

    static ConversationProblem agentAway() {
        return new ConversationProblem(
                Kind.CONFLICT,
                "conversation.agent-away",
                "对方当前不在线,请转给其他同事或技能组。",
                "This colleague is not on line. Please choose somebody else or a group.");
    }

    public static ConversationProblem noTarget() {
        return new ConversationProblem(
                Kind.INVALID,
                "conversation.no-target",
                "请选择要转给的同事或技能组。",
                "Please choose the colleague or the group to transfer to.");
    }

    static ConversationProblem neverInTouch() {
        return new ConversationProblem(
                Kind.CONFLICT,
                "conversation.never-in-touch",
                "这位客户还没有联系过我们,暂时无法主动发起会话。",
                "This customer has never been in touch, so there is no channel to write to.");
    }

    static ConversationProblem emptyMessage() {
        return new ConversationProblem(
                Kind.INVALID, "message.empty", "消息内容不能为空。", "A message cannot be empty.");
    }

    static ConversationProblem messageTooLong(int limit) {
        return new ConversationProblem(
                Kind.INVALID,
                "message.too-long",
                "内容太长了,最多 " + limit + " 个字。",
                "This is too long; at most " + limit + " characters.");
    }

    static ConversationProblem badAddress() {
        return new ConversationProblem(
                Kind.INVALID,
                "message.bad-address",
                "链接地址必须以 http:// 或 https:// 开头。",
                "A link must begin with http:// or https://.");
    }

    public static ConversationProblem badMessage() {
        return new ConversationProblem(
                Kind.INVALID,
                "message.invalid",
                "消息格式不正确,请刷新页面后重试。",
                "The message is malformed. Please reload the page and try again.");
    }

    static ConversationProblem messageNotFound() {
        return new ConversationProblem(
                Kind.NOT_FOUND, "message.not-found", "没有找到这条消息。", "This message does not exist.");
    }

    static ConversationProblem recallTooLate() {
        return new ConversationProblem(
                Kind.CONFLICT,
                "message.recall-too-late",
                "发送超过 2 分钟的消息不能撤回。",
                "A message can be taken back only within 2 minutes.");
    }

    static ConversationProblem unknownCategory() {
        return new ConversationProblem(
                Kind.INVALID, "conversation.unknown-category", "请选择咨询分类。", "Please choose a category.");
    }

    static ConversationProblem badCursor() {
        return new ConversationProblem(
                Kind.INVALID, "request.bad-cursor", "翻页位置无效,请重新打开列表。", "The page cursor is not valid. Please reload the list.");
    }

    static ConversationProblem unknownFile() {
        return new ConversationProblem(Kind.NOT_FOUND, "file.not-found", "没有找到这个文件。", "This file does not exist.");
    }

    static ConversationProblem fileTooLarge() {
        return new ConversationProblem(
                Kind.TOO_LARGE,
                "file.too-large",
                "文件太大,请上传 10 MB 以内的文件。",
                "The file is too large. Please send at most 10 MB.");
    }

    static ConversationProblem fileTypeRefused() {
        return new ConversationProblem(
                Kind.INVALID,
                "file.type-refused",
                "不支持这种文件,请发送图片、PDF、Office 文档、压缩包或文本。",
                "This kind of file is not accepted. Please send a picture, PDF, Office document, archive or text.");
    }

    static ConversationProblem categoryTooDeep() {
        return new ConversationProblem(
                Kind.INVALID,
                "conversation.category-too-deep",
                "分类最多两级,不能放在这里。",
                "The category tree has two levels; it cannot go there.");
    }

    static ConversationProblem categoryTaken(String name) {
        return new ConversationProblem(
                Kind.CONFLICT,
                "conversation.category-taken",
                "这里已有分类“" + name + "”,请换一个名称。",
                "There is a category \"" + name + "\" here already. Please choose another name.");
    }

    static ConversationProblem categoryInUse() {
        return new ConversationProblem(
                Kind.CONFLICT,
                "conversation.category-in-use",
                "分类已被会话小结使用或仍有下级分类,不能删除。",
                "Closed conversations use this category, or there are others below it.");
    }

    static ConversationProblem customerNotYours() {
        return new ConversationProblem(
                Kind.FORBIDDEN,
                "conversation.customer-not-yours",
                "该客户由其他技能组服务,您不能查看其档案。",
                "Other groups serve this customer; you cannot open the file.");
    }

    static ConversationProblem pictureTooLarge() {
        return new ConversationProblem(
                Kind.TOO_LARGE,
                "file.picture-too-large",
                "图片尺寸过大,请缩小到 5000 万像素以内。",
                "The picture has more than fifty million pixels. Please send a smaller one.");
    }
}

package com.huixiang.channel;

import com.huixiang.conversation.MessageKind;
import com.huixiang.kernel.Problem;
import java.time.Duration;
import java.util.Locale;

/** All refusals at the touchpoints. */
public final class ChannelProblem extends Problem {

    private ChannelProblem(Kind kind, String code, String chinese, String english) {
        super(kind, code, chinese, english);
    }

    static ChannelProblem unknownAccount() {
        return new ChannelProblem(
                Kind.NOT_FOUND, "channel.unknown-site", "没有找到这个店铺的客服入口。", "This site has no chat.");
    }

    static ChannelProblem accountTaken(String id) {
        return new ChannelProblem(
                Kind.CONFLICT,
                "channel.id-taken",
                "编号“" + id + "”已被使用,请换一个。",
                "The id \"" + id + "\" is already in use. Please choose another one.");
    }

    static ChannelProblem accountInvalid() {
        return new ChannelProblem(
                Kind.INVALID,
                "channel.account-invalid",
                "请检查渠道账号:编号只能用小写字母、数字和短横线,名称必填,来源写成 https://shop.example 的形式。",
                "Please check the account: an id of lower-case letters, digits and dashes, a name, origins such as"
                        + " https://shop.example.");
    }

    static ChannelProblem badToken() {
        return new ChannelProblem(
                Kind.UNKNOWN_CALLER,
                "visitor.bad-token",
                "身份已过期,请刷新页面后重试。",
                "Your session is not valid any more. Please reload the page.");
    }

    static ChannelProblem badSignature() {
        return new ChannelProblem(
                Kind.UNKNOWN_CALLER,
                "visitor.bad-signature",
                "身份签名无效,请刷新页面后重试。",
                "The identity's signature is not valid. Please reload the page.");
    }

    static ChannelProblem identityTooOld() {
        return new ChannelProblem(
                Kind.UNKNOWN_CALLER,
                "visitor.identity-too-old",
                "登录信息已过期,请重新登录。",
                "The signed identity is too old. Please sign in again.");
    }

    static ChannelProblem badIdentity() {
        return new ChannelProblem(
                Kind.INVALID,
                "visitor.bad-identity",
                "身份信息格式不正确。",
                "The identity must be JSON with at least id and issuedAt.");
    }

    static ChannelProblem notCarried(MessageKind kind) {
        String chinese = switch (kind) {
            case TEXT -> "文字";
            case PICTURE -> "图片";
            case FILE -> "文件";
            case CARD -> "商品卡片";
            case NOTE, RECALL, SYSTEM -> "这类消息";
        };
        String english = kind.name().toLowerCase(Locale.ROOT);
        return new ChannelProblem(
                Kind.INVALID,
                "channel.not-carried",
                "这个渠道不能发送" + chinese + ",请换一种方式告诉客户。",
                "This channel cannot carry a " + english + ". Please tell the customer in another way.");
    }

    static ChannelProblem tooLong(int longest) {
        return new ChannelProblem(
                Kind.INVALID,
                "channel.too-long",
                "这个渠道一条消息最多 " + longest + " 个字,请分成几条发送。",
                "A message on this channel has at most " + longest + " characters. Please send several.");
    }

    static ChannelProblem badFrame() {
        return new ChannelProblem(
                Kind.INVALID, "visitor.bad-request", "请求格式不正确,请刷新页面后重试。", "The request is malformed.");
    }

    private ChannelProblem(Kind kind, String code, String chinese, String english, Duration wait) {
        super(kind, code, chinese, english, wait);
    }

    public static ChannelProblem tooMuch(Duration wait) {
        return new ChannelProblem(
                Kind.TOO_MANY,
                "visitor.too-much",
                "发送过于频繁,请稍等片刻再试。",
                "That was a little fast. Please wait a moment and try again.",
                wait);
    }
}

package com.huixiang.connect;

import com.huixiang.kernel.Problem;

/** All refusals of the API channel. */
public final class ConnectProblem extends Problem {

    private ConnectProblem(Kind kind, String code, String chinese, String english) {
        super(kind, code, chinese, english);
    }

    static ConnectProblem unknownKey() {
        return new ConnectProblem(
                Kind.UNKNOWN_CALLER,
                "connect.unknown-key",
                "API 密钥不存在或已停用。",
                "This API key does not exist or has been revoked.");
    }

    static ConnectProblem badSignature() {
        return new ConnectProblem(
                Kind.UNKNOWN_CALLER,
                "connect.bad-signature",
                "签名不正确:请对“时间戳.请求体”用密钥计算 HMAC-SHA256。",
                "The signature is wrong: it is HMAC-SHA256 over timestamp + \".\" + body with the key's secret, in hex.");
    }

    static ConnectProblem staleTimestamp() {
        return new ConnectProblem(
                Kind.UNKNOWN_CALLER,
                "connect.stale-timestamp",
                "时间戳与服务器时间相差太大,请校准时钟后重试。",
                "The timestamp is too far from our clock. Send the current time in seconds since 1970.");
    }

    public static ConnectProblem tooLarge() {
        return new ConnectProblem(
                Kind.TOO_LARGE,
                "connect.too-large",
                "请求体太大:消息最多 64 KB,文件最多 10 MB。",
                "The body is too large: at most 64 KB for a message and 10 MB for a file.");
    }

    public static ConnectProblem batchTooLarge() {
        return new ConnectProblem(
                Kind.TOO_LARGE,
                "connect.batch-too-large",
                "请求体太大:一批最多 4 MB。",
                "The body is too large: at most 4 MB for a batch.");
    }

    static ConnectProblem tooManyRequests() {
        return new ConnectProblem(
                Kind.TOO_MANY, "connect.too-many-requests", "请求太频繁,请稍后重试。", "Too many requests. Please slow down.");
    }

    static ConnectProblem badMessage(String field) {
        return new ConnectProblem(
                Kind.INVALID,
                "connect.bad-message",
                "消息格式不正确:请检查 " + field + "。",
                "The message is malformed: please check " + field + ".");
    }

    static ConnectProblem keyNotFound() {
        return new ConnectProblem(Kind.NOT_FOUND, "connect.key-not-found", "没有找到这个密钥。", "This key does not exist.");
    }

    static ConnectProblem webhookNotFound() {
        return new ConnectProblem(
                Kind.NOT_FOUND, "connect.webhook-not-found", "没有找到这个回调地址。", "This webhook does not exist.");
    }

    static ConnectProblem deliveryNotFound() {
        return new ConnectProblem(
                Kind.NOT_FOUND, "connect.delivery-not-found", "没有找到这条投递记录。", "This delivery does not exist.");
    }

    static ConnectProblem notAnApiAccount() {
        return new ConnectProblem(
                Kind.INVALID,
                "connect.not-an-api-account",
                "请选择一个已启用的接口渠道账号。",
                "Please choose an API channel account that is switched on.");
    }

    static ConnectProblem badAddress() {
        return new ConnectProblem(
                Kind.INVALID,
                "connect.bad-address",
                "地址必须是公网可以访问的 http:// 或 https:// 地址。",
                "The address must begin with http:// or https:// and lie in the public network.");
    }

    static ConnectProblem unknownEvent() {
        return new ConnectProblem(
                Kind.INVALID, "connect.unknown-event", "请选择要推送的事件。", "Please choose among the events that exist.");
    }

    static ConnectProblem pictureNotReached() {
        return new ConnectProblem(
                Kind.INVALID,
                "connect.picture-not-reached",
                "无法下载图片,请检查地址后重试。",
                "The picture could not be fetched. Please check its address.");
    }
}

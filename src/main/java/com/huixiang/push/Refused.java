package com.huixiang.push;

import com.huixiang.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** The live form of a problem: what could not be done, by code and in two languages. */
public record Refused(String type, @Nullable String clientId, String code, String zh, String en) {

    public static Refused because(Problem problem, @Nullable String clientId) {
        return new Refused("refused", clientId, problem.code(), problem.chinese(), problem.english());
    }

    /** The world failed, not the caller: the same frame may be sent again. */
    public static Refused failed(@Nullable String clientId) {
        return new Refused(
                "refused", clientId, "service.unavailable", "服务暂时不可用,请稍后重试。", "The service is briefly unavailable.");
    }

    static Refused malformed(@Nullable String clientId) {
        return new Refused("refused", clientId, "live.malformed", "消息格式不正确。", "The frame is malformed.");
    }
}

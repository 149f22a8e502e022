package com.huixiang.journey;

import com.huixiang.kernel.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** All refusals of whole batches and of what is asked about paths. Why one event of a batch is not in: {@link Rejection}. */
public final class JourneyProblem extends Problem {

    private JourneyProblem(Kind kind, String code, String chinese, String english, @Nullable Duration wait) {
        super(kind, code, chinese, english, wait);
    }

    private JourneyProblem(Kind kind, String code, String chinese, String english) {
        super(kind, code, chinese, english);
    }

    static JourneyProblem badJson() {
        return new JourneyProblem(
                Kind.INVALID,
                "journey.bad-json",
                "请求体应为 UTF-8 的 JSON:{\"batch\":[…]}。",
                "The body must be JSON in UTF-8: {\"batch\":[…]}.");
    }

    static JourneyProblem tooMany(int most) {
        return new JourneyProblem(
                Kind.TOO_LARGE,
                "journey.too-many",
                "一批最多 " + most + " 个事件。",
                "A batch holds at most " + most + " events.");
    }

    public static JourneyProblem tooLarge() {
        return new JourneyProblem(
                Kind.TOO_LARGE, "journey.batch-too-large", "一批最大 1 MB。", "A batch may have at most 1 MB.");
    }

    public static JourneyProblem foreignSite() {
        return new JourneyProblem(
                Kind.FORBIDDEN,
                "journey.foreign-site",
                "该网页来源未在渠道账号中登记。",
                "Pages of this origin may not send events for this site.");
    }

    public static JourneyProblem tooFast(Duration wait) {
        return new JourneyProblem(
                Kind.TOO_MANY, "journey.too-fast", "发送过于频繁,请稍后重试。", "That was too fast. Please wait a moment.", wait);
    }

    static JourneyProblem busy() {
        return new JourneyProblem(
                Kind.UNAVAILABLE,
                "journey.busy",
                "事件过多,请稍后重试。",
                "Too many events are waiting. Please try again in a moment.",
                Duration.ofSeconds(2));
    }

    static JourneyProblem badPeriod() {
        return new JourneyProblem(
                Kind.INVALID,
                "journey.bad-period",
                "请选择不超过 400 天的日期范围。",
                "Please choose a period of at most 400 days.");
    }

    static JourneyProblem badCursor() {
        return new JourneyProblem(
                Kind.INVALID, "journey.bad-cursor", "翻页位置无效,请刷新后重试。", "The cursor is not valid.");
    }

    static JourneyProblem notYours() {
        return new JourneyProblem(
                Kind.FORBIDDEN,
                "journey.not-yours",
                "只有主管可以查看路径漏斗。",
                "Only who leads a group or the floor may see the funnel.");
    }
}

package com.huixiang.docs;

import com.sun.source.tree.ExpressionTree;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Every refusal the product knows, read from where it is made: code, HTTP status, Chinese and English sentence. */
final class Refusals {

    private static final Pattern CODE = Pattern.compile("[a-z]+(?:-[a-z]+)*(?:\\.[a-z]+(?:-[a-z0-9]+)*)+");

    private static final Map<String, Integer> STATUS = Map.ofEntries(
            Map.entry("INVALID", 400),
            Map.entry("BAD_REQUEST", 400),
            Map.entry("UNKNOWN_CALLER", 401),
            Map.entry("FORBIDDEN", 403),
            Map.entry("NOT_FOUND", 404),
            Map.entry("CONFLICT", 409),
            Map.entry("TOO_LARGE", 413),
            Map.entry("CONTENT_TOO_LARGE", 413),
            Map.entry("TOO_MANY", 429),
            Map.entry("UNAVAILABLE", 503),
            Map.entry("INTERNAL_SERVER_ERROR", 500),
            Map.entry("SERVICE_UNAVAILABLE", 503));

    /** {@code status} is 0 for a refusal that is only told live. */
    record Refusal(String code, int status, String chinese, String english) {}

    private Refusals() {}

    /** Sorted by code. One code with one meaning may be told at several edges. */
    static List<Refusal> all() {
        Map<String, Refusal> all = new TreeMap<>();
        JavaSources.ofTheProduct().calls().stream()
                .map(call -> refusalIn(call.arguments()))
                .filter(refusal -> refusal != null)
                .forEach(refusal -> all.merge(refusal.code(), refusal, (a, b) -> a.status() >= b.status() ? a : b));
        return List.copyOf(all.values());
    }

    /** Arguments like {@code Kind.CONFLICT, "conversation.closed", "会话已经结束…", "The conversation is closed…"}. */
    private static Refusal refusalIn(List<? extends ExpressionTree> arguments) {
        for (int at = 1; at + 2 < arguments.size(); at++) {
            String code = JavaSources.textOf(arguments.get(at));
            String chinese = JavaSources.textOf(arguments.get(at + 1));
            String english = JavaSources.textOf(arguments.get(at + 2));
            if (code != null && chinese != null && english != null && CODE.matcher(code).matches()) {
                String kind = arguments.get(at - 1).toString();
                return new Refusal(
                        code, STATUS.getOrDefault(kind.substring(kind.lastIndexOf('.') + 1), 0), chinese, english);
            }
        }
        return null;
    }
}

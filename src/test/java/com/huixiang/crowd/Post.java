package com.huixiang.crowd;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something written. The client id stays the same however often it is sent. */
public record Post(UUID clientId, @Nullable UUID conversation, String text, @Nullable String issue) {

    Map<String, Object> frame(boolean again) {
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("type", "post");
        frame.put("clientId", clientId);
        if (conversation != null) {
            frame.put("conversation", conversation);
        }
        frame.put("kind", "text");
        frame.put("body", Map.of("text", text));
        if (issue != null) {
            frame.put("issue", issue);
        }
        if (again) {
            frame.put("again", true);
        }
        return frame;
    }
}

package com.huixiang.journey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One message of a batch as the sender said it, checked for form; whom it is about is not known yet. */
record Said(
        int index,
        Type type,
        String messageId,
        @Nullable String userId,
        @Nullable String anonymousId,
        @Nullable String previousId,
        String name,
        byte[] properties,
        @Nullable String sku,
        @Nullable String session,
        @Nullable String title,
        @Nullable String url,
        @Nullable Instant timestamp,
        @Nullable JsonNode traits,
        @Nullable String identity,
        @Nullable String signature) {

    /** The verbs of the CDP world. */
    enum Type {
        TRACK,
        PAGE,
        IDENTIFY,
        ALIAS
    }
}

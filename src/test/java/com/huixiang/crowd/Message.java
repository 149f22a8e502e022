package com.huixiang.crowd;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An entry of a conversation as a browser is shown it. */
public record Message(
        UUID conversation, int seq, @Nullable Integer prev, String kind, String author, @Nullable UUID clientId, String text) {

    static Message of(JsonNode json) {
        return new Message(
                UUID.fromString(json.path("conversationId").asString()),
                json.path("seq").asInt(),
                json.path("prev").isNumber() ? json.path("prev").asInt() : null,
                json.path("kind").asString(""),
                json.path("author").path("kind").asString(""),
                json.path("clientId").isString() ? UUID.fromString(json.path("clientId").asString()) : null,
                json.path("body").path("text").asString(""));
    }

    public boolean isFromCustomer() {
        return author.equals("customer");
    }

    public boolean isText() {
        return kind.equals("text");
    }
}

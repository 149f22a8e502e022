package com.huixiang.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message as it comes over a wire, live or by REST, checked and ready for the record. The sender makes the id, so that
 * sending again is harmless.
 */
public record Draft(UUID clientId, Body body, @Nullable Integer replyTo) {

    /** Reads drafts. Pictures and files are taken by their id from what this sender uploaded, not from what he claims. */
    @Component
    public static class Desk {

        private final JsonMapper json;
        private final Attachments attachments;

        Desk(JsonMapper json, Attachments attachments) {
            this.json = json;
            this.attachments = attachments;
        }

        public Draft read(JsonNode frame, String owner) {
            try {
                UUID clientId = UUID.fromString(frame.path("clientId").asString(""));
                JsonNode reply = frame.path("replyTo");
                Integer replyTo = reply.isInt() ? Integer.valueOf(reply.asInt()) : null;
                return new Draft(clientId, bodyOf(frame.path("kind").asString(""), frame.path("body"), owner), replyTo);
            } catch (JacksonException | IllegalArgumentException malformed) {
                throw causeOf(malformed);
            }
        }

        private Body bodyOf(String kind, JsonNode body, String owner) {
            return switch (kind) {
                case "text" -> new Body.Text(body.path("text").asString(""));
                case "picture", "file" ->
                    attachments.get(UUID.fromString(body.path("fileId").asString("")), owner).body();
                case "card" -> json.treeToValue(body, Body.Card.class);
                case "note" -> json.treeToValue(body, Body.Note.class);
                default -> throw ConversationProblem.badMessage();
            };
        }

        /** A body that refuses itself while Jackson builds it comes wrapped. */
        private static RuntimeException causeOf(RuntimeException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof ConversationProblem problem) {
                    return problem;
                }
            }
            return ConversationProblem.badMessage();
        }
    }
}
